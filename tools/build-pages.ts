// Builds what runs in browsers (desk, widget), when its sources changed since the last build.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Lock, Locked, takeLock } from '../server/src/platform/database/embedded/lock.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const PAGES = ['desk', 'widget'] as const
type Page = (typeof PAGES)[number]

const digestOf = (page: Page): string => {
  const hash = createHash('sha256')
  const take = (file: string) => hash.update(file).update(readFileSync(join(root, file)))
  for (const folder of [`${page}/src`, 'contract/src'])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).sort((a, b) =>
      join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
    ))
      if (entry.isFile() && !/\.test\./.test(entry.name))
        take(join(entry.parentPath, entry.name).slice(root.length + 1))
  for (const entry of readdirSync(join(root, page), { withFileTypes: true }))
    if (entry.isFile() && /\.(html|json|ts)$/.test(entry.name) && !/\.test\./.test(entry.name))
      take(join(page, entry.name))
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

const build = (page: Page): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: join(root, page),
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        said += text.toString()
      })
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`Building the ${page} failed:\n${said}`))))
  })

const isBuilt = (page: Page, digest: string): boolean => {
  const stamp = join(root, page, 'dist', '.built-from')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

/** Two that build at once would empty each other's folder: whoever comes second waits, and finds it done. */
const alone = async (page: Page): Promise<Lock> => {
  for (;;)
    try {
      return takeLock(join(root, 'node_modules/.cache', `build-${page}.lock`))
    } catch (error) {
      if (!(error instanceof Locked)) throw error
      await sleep(50)
    }
}

/** Builds each page whose sources changed; says which. Throws with the builder's own words when one does not build. */
export const buildPages = async (say: (text: string) => void): Promise<void> => {
  const built = await Promise.allSettled(
    PAGES.map(async (page) => {
      const digest = digestOf(page)
      if (isBuilt(page, digest)) return
      const lock = await alone(page)
      try {
        if (isBuilt(page, digest)) return
        say(`Building the ${page}…`)
        await build(page)
        writeFileSync(join(root, page, 'dist', '.built-from'), digest)
      } finally {
        lock.release()
      }
    }),
  )
  // Only now: a builder still at work would go on writing after we have ended.
  for (const page of built) if (page.status === 'rejected') throw page.reason
}
