// One new version of an entry: what it becomes is decided on the locked entry, then written, told and made searchable.
import type { FactType } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Tx } from '../../platform/database/open.ts'
import type { Change, Draft, KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { type EntryStatus, nextVersion, wrongValidity } from './rules/next-version.ts'
import { lockEntry, writeEntry } from './store.ts'

const FACT_OF: Record<EntryStatus, FactType> = {
  published: 'knowledge.published',
  draft: 'knowledge.drafted',
  withdrawn: 'knowledge.withdrawn',
}

export const factOf = (
  parts: Pick<KnowledgeParts, 'ids'>,
  { tenant, at }: { readonly tenant: string; readonly at: number },
  { id, version, status }: Pick<KnowledgeEntry, 'id' | 'version' | 'status'>,
) => ({
  id: parts.ids.uuid(),
  tenant,
  type: FACT_OF[status],
  subject: id,
  at,
  data: { entryId: id, version },
})

export interface Becoming {
  readonly draft: Draft
  readonly status: EntryStatus
}
/** Null: it stays as it is. */
export type Decide = (before: KnowledgeEntry | null, tx: Tx) => Promise<Becoming | null> | Becoming | null

/** The writer started from `baseVersion`, 0 for a new entry. @throws knowledge.not-found, conversation.changed */
export const mustStartFrom = (before: KnowledgeEntry | null, baseVersion: number): void => {
  if (!before && baseVersion > 0) throw problem('knowledge.not-found')
  if (before && before.version !== baseVersion) throw problem('conversation.changed')
}

/** Null: nothing was there and nothing became of it. @throws knowledge.validity-wrong, conversation.changed */
export const changeEntry = async (
  parts: KnowledgeParts,
  change: Change,
  decide: Decide,
): Promise<KnowledgeEntry | null> => {
  const { tenant, entryId } = change
  const at = parts.clock.now()
  const entry = await parts.database.as(tenant, async (tx) => {
    const before = await lockEntry(tx, tenant, entryId)
    const next = await decide(before, tx)
    if (next === null) return before
    const made = nextVersion(next.draft, before, { id: entryId, status: next.status, at })
    if (wrongValidity(made) !== null) throw problem('knowledge.validity-wrong', { path: '/validTo' })
    const written = await writeEntry(tx, tenant, { entry: made, staffId: change.staffId ?? null })
    if (!written) throw problem('conversation.changed')
    await parts.appendFacts(tx, [factOf(parts, { tenant, at }, made)])
    return made
  })
  await parts.indexes.refresh(tenant)
  return entry
}
