// One Ballast a data folder: a lock file naming its owner by process number and start time.
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isAlive, startOf } from './process-identity.ts'

export interface Owner {
  pid: number
  start: string | null
  token: string
}

export interface Lock {
  release(): void
}

/** Thrown when a living process holds the lock. */
export class Locked extends Error {
  readonly owner: Owner
  constructor(path: string, owner: Owner) {
    super(`${path} is held by the running process ${owner.pid}`)
    this.owner = owner
  }
}

const read = (path: string): Owner | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch {
    return null
  }
}

export const livesStill = (owner: Pick<Owner, 'pid' | 'start'>): boolean =>
  isAlive(owner.pid) && (owner.start === null || startOf(owner.pid) === owner.start)

/** Takes the lock at once or throws `Locked`. A lock whose owner is gone is taken over. */
export const takeLock = (path: string): Lock => {
  mkdirSync(dirname(path), { recursive: true })
  const own: Owner = { pid: process.pid, start: startOf(process.pid), token: randomUUID() }
  const draft = `${path}.${own.token}`
  // Written aside and linked into place, so that nobody ever reads half a lock.
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (linked(draft, path)) return { release: () => releaseLock(path, own) }
      const owner = read(path)
      if (owner && livesStill(owner)) throw new Locked(path, owner)
      setAside(path, owner)
    }
    throw new Error(`${path} cannot be taken: other processes keep taking it`)
  } finally {
    rmSync(draft, { force: true })
  }
}

const linked = (draft: string, path: string): boolean => {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes a stale lock by renaming it; when another process was faster, its new lock is put back. */
const setAside = (path: string, stale: Owner | null): void => {
  const aside = `${path}.stale-${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside)?.token !== stale?.token) linked(aside, path)
  rmSync(aside, { force: true })
}

const releaseLock = (path: string, own: Owner): void => {
  if (read(path)?.token === own.token) rmSync(path, { force: true })
}
