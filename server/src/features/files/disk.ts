// The folder of the files: one sealed content a file, by tenant. Several processes share it; a name is written once.
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Uuid } from '@ballast/contract'

export interface Disk {
  /** Whole and on the disk when it resolves, or not there at all. */
  write(tenant: Uuid, id: Uuid, sealed: Buffer): Promise<void>
  /** Null: not there. */
  read(tenant: Uuid, id: Uuid): Promise<Buffer | null>
  /** A file that is gone already is no error. */
  remove(tenant: Uuid, id: Uuid): Promise<void>
  /** What lies there and is older than `before` (epoch ms), drafts of broken writes included. */
  olderThan(tenant: Uuid, before: number): Promise<{ readonly ids: Uuid[]; readonly drafts: string[] }>
  removeDraft(tenant: Uuid, draft: string): Promise<void>
}

const DRAFT = '.draft'
const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Without this a rename may be lost with the power. Some systems cannot open a folder; they keep it themselves. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null)
  if (handle === null) return
  await handle.sync().catch(() => undefined)
  await handle.close()
}

const writeDraft = async (draft: string, sealed: Buffer): Promise<void> => {
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(sealed)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const openDisk = (root: string): Disk => {
  const folderOf = (tenant: Uuid) => join(root, tenant)
  const placeOf = (tenant: Uuid, id: Uuid) => join(folderOf(tenant), id)
  return {
    write: async (tenant, id, sealed) => {
      const place = placeOf(tenant, id)
      const draft = `${place}${DRAFT}`
      await mkdir(folderOf(tenant), { recursive: true, mode: 0o700 })
      try {
        await writeDraft(draft, sealed)
        await rename(draft, place)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await syncFolder(folderOf(tenant))
    },
    read: (tenant, id) =>
      readFile(placeOf(tenant, id)).catch((error: unknown) => {
        if (isGone(error)) return null
        throw error
      }),
    remove: (tenant, id) => rm(placeOf(tenant, id), { force: true }),
    olderThan: async (tenant, before) => {
      const names = await readdir(folderOf(tenant)).catch((error: unknown) => {
        if (isGone(error)) return []
        throw error
      })
      const old: string[] = []
      for (const name of names) {
        const info = await stat(join(folderOf(tenant), name)).catch(() => null)
        if (info !== null && info.mtimeMs < before) old.push(name)
      }
      return {
        ids: old.filter((name) => !name.endsWith(DRAFT)),
        drafts: old.filter((name) => name.endsWith(DRAFT)),
      }
    },
    removeDraft: (tenant, draft) => rm(join(folderOf(tenant), draft), { force: true }),
  }
}
