// Publish a pack with a shop's own rules, and take it out again. All or nothing, in one transaction; what somebody has
// edited or withdrawn since stays as it is.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Tx } from '../../../platform/database/open.ts'
import type { KnowledgeEntry } from '../entry.ts'
import type { KnowledgeParts } from '../parts.ts'
import { nextVersion } from '../rules/next-version.ts'
import type { Pack } from '../rules/packs/pack.ts'
import { lockEntries, writeEntries } from '../store.ts'
import { nameEntries } from '../store-names.ts'
import { whenNobodySaves } from '../when-nobody-saves.ts'
import { idsOf, type PackOrder, planPack } from './plan-pack.ts'
import { PACK_AUTHOR, readHeld } from './store-packs.ts'

export interface Installed {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly kept: number
}

/** Entries with their facts; somebody who made one of the versions first makes all of it be decided again. */
const write = async (parts: KnowledgeParts, tx: Tx, more: { tenant: Uuid; entries: readonly KnowledgeEntry[] }) => {
  const { tenant, entries } = more
  const written = await writeEntries(tx, tenant, { entries, staffId: PACK_AUTHOR })
  if (written !== entries.length) throw problem('conversation.changed')
  const at = parts.clock.now()
  const facts = entries.map(({ id, version, status }) => ({
    id: parts.ids.uuid(),
    tenant,
    type: status === 'withdrawn' ? ('knowledge.withdrawn' as const) : ('knowledge.published' as const),
    subject: id,
    at,
    data: { entryId: id, version },
  }))
  await parts.appendFacts(tx, facts)
}

/** The next question is answered from it. @throws Problem pack.value-invalid */
export const installPack = async (parts: KnowledgeParts, order: PackOrder): Promise<Installed> => {
  const { tenant, pack } = order
  const ids = idsOf(tenant, pack).map(({ id }) => id)
  const plan = await whenNobodySaves(() =>
    parts.database.as(tenant, async (tx) => {
      const planned = planPack(order, await readHeld(tx, tenant, { ids, lock: true }))
      const at = parts.clock.now()
      const before = new Map((await lockEntries(tx, tenant, ids)).map((entry) => [entry.id, entry]))
      const entries = planned
        .filter(({ does }) => does === 'add' || does === 'change')
        .map(({ id, locale, topic, title, questions, answer, version }) => {
          const held = before.get(id) ?? null
          // Somebody made it after the plan was made.
          if ((held?.version ?? 0) !== version) throw problem('conversation.changed')
          const text = { locale, topic, title, questions, answer }
          return nextVersion(text, held, { id, status: 'published', at })
        })
      await write(parts, tx, { tenant, entries })
      const names = idsOf(tenant, pack).map(({ id, key }) => ({ id, name: `pack ${pack.id} ${key}` }))
      await nameEntries(tx, tenant, names)
      return planned
    }),
  )
  await parts.indexes.refresh(tenant)
  const count = (does: (typeof plan)[number]['does']) => plan.filter((entry) => entry.does === does).length
  return { added: count('add'), changed: count('change'), unchanged: count('nothing'), kept: count('keep') }
}

export const removePack = async (
  parts: KnowledgeParts,
  { tenant, pack }: { readonly tenant: Uuid; readonly pack: Pack },
): Promise<{ withdrawn: number; kept: number }> => {
  const ids = idsOf(tenant, pack).map(({ id }) => id)
  const counted = await whenNobodySaves(() =>
    parts.database.as(tenant, async (tx) => {
      const held = (await readHeld(tx, tenant, { ids, lock: true })).filter(({ status }) => status === 'published')
      const going = held.filter(({ untouched }) => untouched).map(({ id }) => id)
      const updatedAt = new Date(parts.clock.now()).toISOString()
      const entries = (await lockEntries(tx, tenant, going)).map((entry): KnowledgeEntry => {
        return { ...entry, version: entry.version + 1, liveVersion: null, status: 'withdrawn', updatedAt }
      })
      await write(parts, tx, { tenant, entries })
      return { withdrawn: going.length, kept: held.length - going.length }
    }),
  )
  await parts.indexes.refresh(tenant)
  return counted
}
