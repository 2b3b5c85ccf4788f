// Accessibility findings of a page or frame, by axe.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Frame } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Axe {
  run(options: {
    resultTypes: string[]
  }): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
}

/** `rule: html` of everything serious or critical. */
export const seriousFindings = async (frame: Frame): Promise<string[]> => {
  // Sent over the debugging protocol: the page's own policy would refuse a script tag with text in it.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(await readFile(AXE, 'utf8'))
  return frame.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}
