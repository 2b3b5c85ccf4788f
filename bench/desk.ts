// The desk over 100,000 conversations in a real Chromium: how soon a list stands, how smooth it scrolls, and ten
// conversations in turn while their customers write. Server and browser share the machine's cores.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { connectVisitor } from '../contract/src/live-client.ts'
import { buildPages } from '../tools/build-pages.ts'
import { type Benchmark, median, type Report, round } from './measure.ts'
import { fillDesk, freePort, launchBrowser, smoothness, startOn, WATCH } from './rig/pages.ts'

const VIEWS = ['all', 'resolved', 'unassigned', 'mine'] as const
const OPEN = 10
const FIRST_LINES = 40
const ROW = '[data-testid=rows] a'

interface Ground {
  readonly page: Page
  readonly url: string
  readonly report: Report
  readonly repeats: number
  readonly conversations: number
}

/** From the click until the view's rows have been painted. */
const openView = (page: Page, view: string): Promise<number> =>
  page.evaluate(`(async () => {
    const link = [...document.querySelectorAll('a[href*="/${view}"]')].find((one) => one.offsetParent !== null)
    const gone = document.querySelector('[data-testid=rows]')
    const started = performance.now()
    link.click()
    for (;;) {
      await new Promise((done) => requestAnimationFrame(done))
      const rows = document.querySelector('[data-testid=rows]')
      if (rows !== gone && rows?.querySelector('a[href*="conversation"], a[href*="/${view}/"]')) break
      if (performance.now() - started > 10000) throw new Error('the rows of ${view} did not come')
    }
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - started
  })()`)

/** Ten customers, each with a thread; \`say\` makes the next of them write. */
const customers = async (url: string, publicKey: string) => {
  const lines = await Promise.all(
    Array.from({ length: OPEN }, async (_, number) => {
      const visit = await fetch(`${url}/visit/${publicKey}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      const { token } = (await visit.json()) as { token: string }
      const client = connectVisitor({ url, token, onMessage: () => undefined })
      for (let line = 0; line < FIRST_LINES; line++)
        await client.send([
          { kind: 'text', text: `${number}: question ${line} about a jacket that came in the wrong size` },
        ]).acked
      await client.askForPerson().acked
      return client
    }),
  )
  let next = 0
  return {
    say: () => lines[next++ % OPEN]!.send([{ kind: 'text', text: `one more thing, number ${next}` }]).acked,
    close: () => {
      for (const line of lines) line.close()
    },
  }
}

const scroll = async (page: Page, seconds: number): Promise<void> => {
  await page.mouse.move(420, 500)
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    await page.mouse.wheel(0, 240)
    await new Promise((go) => setTimeout(go, 16))
  }
}

/** A page that is signed in and has rows in front of it. */
const signedIn = async (browser: Browser, link: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await context.addInitScript(WATCH)
  const page = await context.newPage()
  await page.goto(link)
  await page.locator(ROW).first().waitFor()
  return page
}
const goTo = async (page: Page, url: string, view: string, settleMs = 0): Promise<void> => {
  await page.goto(`${url}/desk/inbox/${view}`)
  await page.locator(ROW).first().waitFor()
  await page.waitForTimeout(settleMs)
}

const measureOpening = async ({ page, url, report, repeats, conversations }: Ground): Promise<void> => {
  const cold: number[] = []
  for (let turn = 0; turn < repeats; turn++) {
    const started = performance.now()
    await goTo(page, url, 'all')
    cold.push(performance.now() - started)
  }
  report({ name: 'desk loads with a list', conversations, medianMs: Math.round(median(cold)) })
  for (const view of VIEWS) {
    const times: number[] = []
    for (let turn = 0; turn < repeats; turn++) {
      // A fresh page knows no rows: every open asks the server.
      await goTo(page, url, view === 'mine' ? 'all' : 'mine', 500)
      times.push(await openView(page, view))
    }
    const figures = { medianMs: Math.round(median(times)), worstMs: Math.round(Math.max(...times)) }
    report({ name: `view ${view} opens`, conversations, ...figures })
  }
}

const measureFrames = async ({ page, url, report }: Ground, say: () => Promise<unknown>): Promise<void> => {
  await goTo(page, url, 'all', 1_000)
  report({ name: 'scrolling the list', ...(await smoothness(page, () => scroll(page, 8))) })
  await goTo(page, url, 'unassigned', 1_000)
  const talking = setInterval(() => void say(), 100)
  const inTurn = async () => {
    for (let number = 0; number < 3 * OPEN; number++) {
      await page
        .locator(ROW)
        .nth(number % 8)
        .click()
      await page.locator('.messages-inner').waitFor()
      await page.waitForTimeout(250)
    }
  }
  report({ name: 'ten conversations in turn, ten messages a second', ...(await smoothness(page, inTurn)) })
  clearInterval(talking)
  const heap = await page.evaluate<number>('performance.memory.usedJSHeapSize')
  report({ name: 'heap after it all', megabytes: round(heap / 2 ** 20, 1) })
}

const benchmark: Benchmark = async (report, options) => {
  const conversations = Number(options.conversations ?? 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'ballast-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  await buildPages(() => undefined)
  const { link, publicKey } = fillDesk(folder, port, conversations)
  const server = await startOn(folder, port)
  const browser = await launchBrowser()
  const chat = await customers(url, publicKey)
  try {
    const ground = {
      page: await signedIn(browser, link),
      url,
      report,
      repeats: Number(options.repeats ?? 5),
      conversations,
    }
    await measureOpening(ground)
    await measureFrames(ground, chat.say)
  } finally {
    chat.close()
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
export default benchmark
