// `npm run check`: types, style and the house, without the tests.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

export interface Check {
  readonly name: string
  readonly words: readonly string[]
}

export const CHECKS: readonly Check[] = [
  { name: 'types', words: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'types of the desk', words: ['node_modules/typescript/bin/tsc', '-p', 'desk'] },
  { name: 'types of the widget', words: ['node_modules/typescript/bin/tsc', '-p', 'widget'] },
  { name: 'style', words: ['node_modules/@biomejs/biome/bin/biome', 'check'] },
  { name: 'house', words: ['tools/check-house.ts'] },
  { name: 'generated docs', words: ['tools/docs.ts', '--check'] },
]

/** Runs one check, prints its name and its time, and what it says when it fails. */
export const runTool = ({ name, words }: Check): boolean => {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words], { cwd: root, encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stderr.write(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`)
  if (status !== 0) process.stderr.write(`${stdout}${stderr}\n`)
  return status === 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = CHECKS.map(runTool)
  process.exit(results.every(Boolean) ? 0 : 1)
}
