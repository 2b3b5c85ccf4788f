// The versions of an entry: list, read, compare, go back.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { changeEntry, mustStartFrom } from './change-entry.ts'
import type { Change, KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { compareVersions, type FieldChange } from './rules/compare-versions.ts'
import { lockEntry } from './store.ts'
import { readVersion, type VersionLine, versionsOf } from './store-versions.ts'

type Reading = Pick<KnowledgeParts, 'database'>
interface Which {
  readonly tenant: Uuid
  readonly entryId: Uuid
}

/** Newest first. Refuses with `knowledge.not-found`. */
export const listVersions = async (parts: Reading, { tenant, entryId }: Which): Promise<VersionLine[]> => {
  const versions = await parts.database.as(tenant, (tx) => versionsOf(tx, tenant, entryId))
  if (versions.length === 0) throw problem('knowledge.not-found')
  return versions
}

const found = <T>(value: T | null): T => {
  if (value === null) throw problem('knowledge.not-found')
  return value
}

export const readOneVersion = async (
  parts: Reading,
  { tenant, entryId, version }: Which & { readonly version: number },
): Promise<KnowledgeEntry> =>
  found(await parts.database.as(tenant, (tx) => readVersion(tx, tenant, { entryId, version })))

export const compare = async (
  parts: Reading,
  { tenant, entryId, from, to }: Which & { readonly from: number; readonly to: number },
): Promise<FieldChange[]> => {
  const [old, next] = await parts.database.as(tenant, async (tx) => [
    await readVersion(tx, tenant, { entryId, version: from }),
    await readVersion(tx, tenant, { entryId, version: to }),
  ])
  return compareVersions(found(old ?? null), found(next ?? null))
}

/** Publishes an older version again. Nothing is lost: it becomes the newest. */
export const rollBack = async (
  parts: KnowledgeParts,
  { to, baseVersion, ...change }: Change & { readonly to: number; readonly baseVersion: number },
): Promise<KnowledgeEntry> => {
  const { tenant, entryId } = change
  const entry = await changeEntry(parts, change, async (before, tx) => {
    if (before === null) throw problem('knowledge.not-found')
    mustStartFrom(before, baseVersion)
    return { draft: found(await readVersion(tx, tenant, { entryId, version: to })), status: 'published' }
  })
  return entry!
}

/** The entry as it was written last. */
export const readEntry = async (parts: Reading, { tenant, entryId }: Which): Promise<KnowledgeEntry> =>
  found(await parts.database.as(tenant, (tx) => lockEntry(tx, tenant, entryId)))
