// The desk over 100,000 conversations in a real Chromium: how soon a list stands, how smooth it scrolls, and ten
// conversations in turn while their customers write. Server and browser share the machine's cores.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { connectVisitor } from '../contract/src/live-client.ts'
import { buildPages } from '../tools/build-pages.ts'
import { type Benchmark, median, round } from './measure.ts'
import { fillDesk, freePort, launchBrowser, smoothness, startOn, WATCH } from './rig/pages.ts'

const VIEWS = ['all', 'resolved', 'unassigned', 'mine'] as const
const OPEN = 10
const FIRST_LINES = 40

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

const benchmark: Benchmark = async (report, options) => {
  const conversations = Number(options.conversations ?? 100_000)
  const repeats = Number(options.repeats ?? 5)
  const folder = mkdtempSync(join(tmpdir(), 'ballast-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const browser = await launchBrowser()
  try {
    await buildPages(() => undefined)
    const { link, publicKey } = fillDesk(folder, port, conversations)
    const server = await startOn(folder, port)
    const chat = await customers(url, publicKey)
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
      await context.addInitScript(WATCH)
      const page = await context.newPage()
      await page.goto(link)
      await page.locator('[data-testid=rows] a').first().waitFor()
      const cold: number[] = []
      for (let turn = 0; turn < repeats; turn++) {
        const started = performance.now()
        await page.goto(`${url}/desk/inbox/all`)
        await page.locator('[data-testid=rows] a').first().waitFor()
        cold.push(performance.now() - started)
      }
      report({ name: 'desk loads with a list', conversations, medianMs: Math.round(median(cold)) })
      for (const view of VIEWS) {
        const times: number[] = []
        for (let turn = 0; turn < repeats; turn++) {
          // A fresh page knows no rows: every open asks the server.
          await page.goto(`${url}/desk/inbox/${view === 'mine' ? 'all' : 'mine'}`)
          await page.locator('[data-testid=rows]').waitFor()
          await page.waitForTimeout(500)
          times.push(await openView(page, view))
        }
        report({
          name: `view ${view} opens`,
          conversations,
          medianMs: Math.round(median(times)),
          worstMs: Math.round(Math.max(...times)),
        })
      }
      await page.goto(`${url}/desk/inbox/all`)
      await page.locator('[data-testid=rows] a').first().waitFor()
      await page.waitForTimeout(1_000)
      report({ name: 'scrolling the list', ...(await smoothness(page, () => scroll(page, 8))) })

      await page.goto(`${url}/desk/inbox/unassigned`)
      await page.locator('[data-testid=rows] a').first().waitFor()
      await page.waitForTimeout(1_000)
      const talking = setInterval(() => void chat.say(), 100)
      const rows = page.locator('[data-testid=rows] a')
      const turn = async () => {
        for (let round = 0; round < 3; round++)
          for (let number = 0; number < OPEN; number++) {
            await rows.nth(number % 8).click()
            await page.locator('.messages-inner').waitFor()
            await page.waitForTimeout(250)
          }
      }
      report({ name: 'ten conversations in turn, ten messages a second', ...(await smoothness(page, turn)) })
      clearInterval(talking)
      const { heap } = await page.evaluate<{ heap: number }>('({ heap: performance.memory.usedJSHeapSize })')
      report({ name: 'heap after it all', megabytes: round(heap / 2 ** 20, 1) })
    } finally {
      chat.close()
      await server.stop()
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
export default benchmark
