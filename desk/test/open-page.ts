// A browser on the built desk, for tests of its pages: signed in, watched for complaints, read by axe.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(executablePath)
const shots = process.env.DESK_SHOTS
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const args =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: args.split(' ') })

/** `complaints` gathers what the browser says is wrong. */
export const openPage = async (
  browser: Browser,
  complaints: string[],
  more: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en',
    timezoneId: 'Asia/Shanghai',
    // Colours are read after they have changed, not while they do.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...more,
  })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A refusal is part of what is tested; the browser notes its status.
    if (message.type() === 'error' && !/status of (400|401|403|409)/.test(message.text()))
      complaints.push(message.text())
  })
  return page
}
export const shot = async (page: Page, name: string): Promise<void> => {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}
/** Findings of axe that keep a person from using the page. */
export const serious = async (page: Page): Promise<string[]> => {
  const found = (await page.evaluate(
    `${axeSource}; axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)`,
  )) as { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
/** How far the page can be scrolled sideways, itself and every part that scrolls up and down. */
export const overflows = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('main, .set-content, .page, dialog')]
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth))
  })
