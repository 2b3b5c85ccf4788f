// Builds the widget for the tests that look at what is shipped: each run into a folder of its own, since tests run side by side.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export const buildWidget = async () => {
  const dist = mkdtempSync(join(tmpdir(), 'ballast-widget-'))
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'warn', build: { outDir: dist } })
  return { dist, remove: () => rmSync(dist, { recursive: true, force: true }) }
}
export type Built = Awaited<ReturnType<typeof buildWidget>>
