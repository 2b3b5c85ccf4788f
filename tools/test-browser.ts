// The Chromium of the desk's and the demo's browser tests: how it is started, read by axe, and photographed.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(executablePath)
/** `EVERY_PAGE=1`: every page in every width, language and theme; without it each once, so that the suite stays short. */
export const everyPage = process.env.EVERY_PAGE === '1'
const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: ARGS.split(' ') })

/** Findings of axe that keep a person from using the page. */
export const serious = async (page: Page): Promise<string[]> => {
  const found = (await page.evaluate(
    `${axeSource}; axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)`,
  )) as { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

/** Takes pictures into a folder; undefined: takes none. */
export const shotsInto =
  (folder: string | undefined) =>
  async (page: Page, name: string): Promise<void> => {
    if (folder === undefined) return
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }
