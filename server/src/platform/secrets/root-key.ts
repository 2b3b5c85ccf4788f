// The root key: given by configuration, or made once and kept beside the data, readable by nobody else.
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const KEY_BYTES = 32

const decode = (text: string, origin: string): Buffer => {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new Error(`The root key in ${origin} is not 32 bytes in base64.`)
  return key
}

const readExisting = (file: string): Buffer | undefined => {
  try {
    return decode(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whole or not at all, and never over an existing key: two processes that start at once end with the same one. */
const createOnce = (file: string): void => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

/** 32 bytes. `configured`: base64 from ROOT_KEY; otherwise `<dataDir>/secrets/root.key`, made on first use (0600). */
export const loadRootKey = (options: { readonly configured: string | undefined; readonly dataDir: string }): Buffer => {
  if (options.configured !== undefined) return decode(options.configured, 'ROOT_KEY')
  const folder = join(options.dataDir, 'secrets')
  const file = join(folder, 'root.key')
  const existing = readExisting(file)
  if (existing) return existing
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  createOnce(file)
  const made = readExisting(file)
  if (made === undefined) throw new Error(`The root key could not be kept in ${file}.`)
  return made
}
