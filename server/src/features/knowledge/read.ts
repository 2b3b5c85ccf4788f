// The list a writer sees.
import type { Uuid } from '@ballast/contract'
import type { KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { countPublished, type ListQuery, listEntries } from './store.ts'

/** Newest change first. `limit` defaults to 200. */
export const list = (
  parts: Pick<KnowledgeParts, 'database'>,
  tenant: Uuid,
  query: ListQuery & { readonly limit?: number },
): Promise<KnowledgeEntry[]> =>
  parts.database.as(tenant, (tx) => listEntries(tx, tenant, { ...query, limit: query.limit ?? 200 }))

/** How much a workspace has to say; enough is enough. */
const MOST_COUNTED = 10_000
export const countEntries = (parts: Pick<KnowledgeParts, 'database'>, tenant: Uuid): Promise<number> =>
  parts.database.as(tenant, (tx) => countPublished(tx, tenant, MOST_COUNTED))
