// The built desk, for tests: built once into a folder of its own, again only when a source is newer.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
const builtAt = (folder: string): number =>
  statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0

/**
 * The folder that holds index.html and assets/. `name` keeps parallel test files out of each other's way.
 * A process of its own: the test runner sets NODE_ENV=test, which would build React for development.
 */
export const builtDesk = (name: string): string => {
  const outDir = join(root, 'dist', `.${name}`)
  const sources = [join(root, 'src'), join(root, '../contract/src')].map(newest)
  if (builtAt(outDir) >= Math.max(...sources, statSync(join(root, 'vite.config.ts')).mtimeMs)) return outDir
  const env = { ...process.env, NODE_ENV: 'production' }
  const made = spawnSync(process.execPath, [vite, 'build', root, '--outDir', outDir, '--logLevel', 'error'], { env })
  if (made.status !== 0) throw new Error(`vite build failed: ${made.stderr}`)
  return outDir
}
