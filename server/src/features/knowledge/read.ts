// The list a writer sees.
import type { Uuid } from '@ballast/contract'
import type { ENTRY_ORDERS } from '@ballast/contract/routes/knowledge'
import type { KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { countPublished, type ListQuery, listEntries } from './store.ts'
import { sinceDays } from './usage/read-usage.ts'

export interface ListWish extends Omit<ListQuery, 'used'> {
  readonly limit?: number
  readonly sort?: (typeof ENTRY_ORDERS)[number]
  readonly days?: number
}

/** Newest change first, unless `sort` says otherwise. `limit` defaults to 200, `days` to 30. */
export const list = (
  parts: Pick<KnowledgeParts, 'database' | 'clock'>,
  tenant: Uuid,
  { sort = 'changed', days, limit = 200, ...query }: ListWish,
): Promise<KnowledgeEntry[]> => {
  const used = sort === 'changed' ? {} : { used: { by: sort, since: sinceDays(parts, days) } }
  return parts.database.as(tenant, (tx) => listEntries(tx, tenant, { ...query, ...used, limit }))
}

/** How much a workspace has to say; enough is enough. */
const MOST_COUNTED = 10_000
export const countEntries = (parts: Pick<KnowledgeParts, 'database'>, tenant: Uuid): Promise<number> =>
  parts.database.as(tenant, (tx) => countPublished(tx, tenant, MOST_COUNTED))
