// Put ready-made entries into a workspace, such as the demo shop's. Entries that exist stay as their owners made them.
import { createHash } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { factOf } from './change-entry.ts'
import type { Draft, KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { nextVersion } from './rules/next-version.ts'
import { lockEntry, writeEntry } from './store.ts'
import { nameEntries } from './store-names.ts'

export interface ReadyEntry {
  /** Stable name; the same name in another language is another entry. */
  readonly key: string
  readonly draft: Draft
}

/** The id an imported entry gets: the same for the same key, language and tenant, so importing twice changes nothing. */
export const importedId = (tenant: Uuid, key: string, locale: string): Uuid => {
  const hex = createHash('sha256').update(`${tenant}\n${key}\n${locale}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** All or nothing, in one transaction. Answers how many entries were new. */
export const importEntries = async (
  parts: KnowledgeParts,
  tenant: Uuid,
  entries: readonly ReadyEntry[],
): Promise<number> => {
  const at = parts.clock.now()
  const added = await parts.database.as(tenant, async (tx) => {
    const made: KnowledgeEntry[] = []
    const names = entries.map(({ key, draft }) => ({ id: importedId(tenant, key, draft.locale), name: key }))
    await nameEntries(tx, tenant, names)
    for (const { key, draft } of entries) {
      const id = importedId(tenant, key, draft.locale)
      if (await lockEntry(tx, tenant, id)) continue
      const entry = nextVersion(draft, null, { id, status: 'published', at })
      if (await writeEntry(tx, tenant, { entry, staffId: null })) made.push(entry)
    }
    await parts.appendFacts(
      tx,
      made.map((entry) => factOf(parts, { tenant, at }, entry)),
    )
    return made.length
  })
  await parts.indexes.refresh(tenant)
  return added
}
