// Compiled versions in memory, few, those asked for longest ago go first. A version never changes, so none is ever stale.
import { problem, type Uuid } from '@ballast/contract'
import type { Database, Tx } from '../../platform/database/open.ts'
import { createBoundedCache } from '../../platform/secrets/bounded-cache.ts'
import { readPart, readVersion, type VersionRow } from './store.ts'
import type { Workshop } from './workshop.ts'

export interface Blocks {
  /** @throws Problem rules.version-unknown */
  load(tenant: Uuid, version: number): Promise<SharedArrayBuffer>
  /** What was just made need not be read again. */
  keep(tenant: Uuid, version: number, buffer: SharedArrayBuffer): void
}

/** A set of 2,000 rules is about a megabyte. */
const MOST_BLOCKS = 64

/** Reads the parts one by one: between two of them the process does other things. */
const readParts = async (tx: Tx, tenant: Uuid, version: number): Promise<Buffer[]> => {
  const parts: Buffer[] = []
  for (;;) {
    const bytes = await readPart(tx, tenant, { version, part: parts.length })
    if (bytes === null) return parts
    parts.push(bytes)
  }
}

export const createBlocks = (parts: {
  readonly database: Pick<Database, 'as'>
  readonly workshop: Pick<Workshop, 'do'>
}): Blocks => {
  const held = createBoundedCache<Promise<SharedArrayBuffer>>(MOST_BLOCKS)
  const keyOf = (tenant: Uuid, version: number) => `${tenant}:${version}`

  const read = async (tenant: Uuid, version: number): Promise<SharedArrayBuffer> => {
    const stored = await parts.database.as(tenant, async (tx) => {
      const row: VersionRow | null = await readVersion(tx, tenant, version)
      return row === null ? null : { row, parts: await readParts(tx, tenant, version) }
    })
    if (stored === null) throw problem('rules.version-unknown')
    const bytes = Buffer.concat(stored.parts)
    if (stored.row.base === null) return parts.workshop.do('unpack', bytes)
    return (await parts.workshop.do('apply', await load(tenant, stored.row.base), bytes)).buffer
  }
  const load = (tenant: Uuid, version: number): Promise<SharedArrayBuffer> => {
    const key = keyOf(tenant, version)
    const known = held.get(key)
    if (known !== undefined) return known
    const reading = read(tenant, version)
    held.set(key, reading)
    reading.catch(() => held.delete(key))
    return reading
  }
  return { load, keep: (tenant, version, buffer) => held.set(keyOf(tenant, version), Promise.resolve(buffer)) }
}
