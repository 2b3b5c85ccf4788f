// Keeps the structure in step with the knowledge: what documents gave is written as they are read, the rest is caught up with.
import type { Uuid } from '@ballast/contract'
import type { Tx } from '../../../platform/database/open.ts'
import { inSlices } from '../in-slices.ts'
import { structureOf } from '../rules/structure/structure-of.ts'
import { liveAmong } from '../store-index.ts'
import { forgetSources, goneEntries, lockStructure, productNames, replaceRead, unreadEntries } from './store-reading.ts'
import type { ReadEntry, StructureParts } from './things.ts'

/** One transaction each: far below the second a transaction may take. */
const AT_ONCE = 50
/** Names looked for in every text. */
const MOST_PRODUCTS = 2_000

type Writing = Pick<StructureParts, 'database' | 'clock' | 'ids' | 'appendFacts'>

const changed = async (parts: Writing, tx: Tx, tenant: Uuid): Promise<void> => {
  const fact = { type: 'structure.changed' as const, subject: tenant, data: { by: 'reading' } }
  await parts.appendFacts(tx, [{ id: parts.ids.uuid(), tenant, at: parts.clock.now(), ...fact }])
}

export const knownProducts = (parts: Pick<StructureParts, 'database'>, tenant: Uuid): Promise<string[]> =>
  parts.database.as(tenant, (tx) => productNames(tx, tenant, MOST_PRODUCTS))

/** Puts what was read in entries in place of what they said before. */
export const writeStructure = async (parts: Writing, tenant: Uuid, read: readonly ReadEntry[]): Promise<void> => {
  for (let from = 0; from < read.length; from += AT_ONCE) {
    const last = from + AT_ONCE >= read.length
    await parts.database.as(tenant, async (tx) => {
      await lockStructure(tx, tenant)
      await replaceRead(tx, tenant, read.slice(from, from + AT_ONCE))
      if (last) await changed(parts, tx, tenant)
    })
  }
}

const forgetSome = (parts: Writing, tenant: Uuid, only?: readonly Uuid[]): Promise<number> =>
  parts.database.as(tenant, async (tx) => {
    const gone = await goneEntries(tx, tenant, { only, most: AT_ONCE })
    if (gone.length === 0) return 0
    await lockStructure(tx, tenant)
    await replaceRead(
      tx,
      tenant,
      gone.map((entryId) => ({ entryId, found: { nodes: [], edges: [] } })),
    )
    await forgetSources(tx, tenant, gone)
    await changed(parts, tx, tenant)
    return gone.length
  })

/** What entries said that are not live any more. Answers how many those were. */
export const forgetGone = async (parts: Writing, tenant: Uuid, only?: readonly Uuid[]): Promise<number> => {
  if (only?.length === 0) return 0
  let done = 0
  for (let some = AT_ONCE; some === AT_ONCE; done += some) some = await forgetSome(parts, tenant, only)
  return done
}

function* readEach(entries: Awaited<ReturnType<typeof liveAmong>>, products: readonly string[]) {
  const read: ReadEntry[] = []
  for (const entry of entries) {
    const { id, title, answer, version, audience, origin } = entry
    const product = origin?.section.startsWith('p-') ? audience.products[0] : undefined
    const text = { title, answer, ...(product === undefined ? {} : { product }) }
    read.push({ entryId: id, version, found: structureOf(text, { products }) })
    yield
  }
  return read
}

/**
 * Reads what is live and was not read yet, and forgets what is gone; `only`: of these entries. Answers how many that were.
 * Idempotent.
 */
export const catchUpStructure = async (parts: Writing, tenant: Uuid, only?: readonly Uuid[]): Promise<number> => {
  let done = await forgetGone(parts, tenant, only)
  let products: readonly string[] | undefined
  for (let some = AT_ONCE; some === AT_ONCE; done += some) {
    const entries = await parts.database.as(tenant, async (tx) => {
      const ids = await unreadEntries(tx, tenant, { only, most: AT_ONCE })
      return ids.length === 0 ? [] : liveAmong(tx, tenant, ids)
    })
    some = entries.length
    if (some === 0) break
    products ??= await knownProducts(parts, tenant)
    await writeStructure(parts, tenant, await inSlices(readEach(entries, products)))
  }
  return done
}
