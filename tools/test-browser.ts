// The Chromium of the desk's and the demo's browser tests: how it is started, read by axe, and photographed.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Frame, type Page } from 'playwright-core'

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(executablePath)
/** `EVERY_PAGE=1`: every page in every width, language and theme; without it each once, so that the suite stays short. */
export const everyPage = process.env.EVERY_PAGE === '1'
const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
interface Axe {
  readonly _audit: { readonly rules: readonly { id: string; impact: string }[] }
  run(
    context: object,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
}
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: ARGS.split(' ') })

const GRAVE = ['serious', 'critical']
/**
 * Findings of axe that keep a person from using the page. Rules whose findings weigh less are not run.
 * `alike`: what is passed over, because its like has been looked at: axe needs milliseconds for every element.
 */
export const serious = async (page: Page | Frame, alike?: string): Promise<string[]> => {
  // Sent over the debugging protocol: the page's own policy would refuse a script tag with text in it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const found = await page.evaluate(
    ([grave, passedOver]) => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const light = axe._audit.rules.filter(({ impact }) => !grave.includes(impact))
      const rules = Object.fromEntries(light.map(({ id }) => [id, { enabled: false }]))
      // Preloaded are sheets and sounds, for two rules: one tells of less than is asked for, one is experimental.
      return axe
        .run(
          { include: [['html']], exclude: passedOver === undefined ? [] : [[passedOver]] },
          {
            resultTypes: ['violations'],
            rules,
            preload: false,
          },
        )
        .then(({ violations }) => violations)
    },
    [GRAVE, alike] as const,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

/** Takes pictures into a folder; undefined: takes none. */
export const shotsInto =
  (folder: string | undefined) =>
  async (page: Page, name: string): Promise<void> => {
    if (folder === undefined) return
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }
