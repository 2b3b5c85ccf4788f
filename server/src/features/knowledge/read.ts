// The list a writer sees.
import type { Uuid } from '@ballast/contract'
import type { KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { listEntries } from './store.ts'

/** Newest change first. `limit` defaults to 200. */
export const list = (
  parts: Pick<KnowledgeParts, 'database'>,
  tenant: Uuid,
  query: { readonly search?: string; readonly locale?: string; readonly limit?: number },
): Promise<KnowledgeEntry[]> =>
  parts.database.as(tenant, (tx) => listEntries(tx, tenant, { ...query, limit: query.limit ?? 200 }))
