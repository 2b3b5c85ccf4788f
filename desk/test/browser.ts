// A browser for the desk's stories: signed in, watched for complaints, read by axe.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type MockServer, startMockServer } from './mock-server.ts'

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const shots = process.env.DESK_SHOTS
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const args =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** Findings of axe that keep a person from using the page. */
export const serious = async (page: Page): Promise<string[]> => {
  const found = (await page.evaluate(
    `${axeSource}; axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)`,
  )) as { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
/** Pixels that stand out sideways. */
export const overflows = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Kept only when DESK_SHOTS names a folder. */
export const shot = async (page: Page, name: string): Promise<void> => {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

export interface Stage {
  server: MockServer
  complaints: string[]
  /** A page of its own context, signed in. */
  open(width: number, height: number, more?: object): Promise<Page>
  close(): Promise<void>
}

export const setStage = async (folder: string, talks?: number): Promise<Stage> => {
  const server = await startMockServer(folder, talks)
  const browser: Browser = await chromium.launch({ executablePath, args: args.split(' ') })
  const complaints: string[] = []
  return {
    server,
    complaints,
    open: async (width, height, more = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'en',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...more,
      })
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !/\b(401|404|409)\b/.test(message.text())) complaints.push(message.text())
      })
      await page.goto(`${server.url}/desk/#link=once-only`)
      await page.locator('.list').waitFor()
      await page.locator('.line-state.is-open').waitFor({ state: 'attached' })
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
