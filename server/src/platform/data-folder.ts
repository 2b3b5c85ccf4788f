// The folder of everything Ballast keeps on this machine: made, and proven writable before anything depends on it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Throws with what to do when the folder cannot be made or written to. */
export const openDataFolder = (folder: string): void => {
  const probe = join(folder, `.writable-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be written to (${(error as Error).message}). ` +
        'Give this user the right to, or set DATA_DIR to another folder.',
      { cause: error },
    )
  }
}
