// How many conversations a workspace has had: enough to say whether it has begun, cheap however many there are.
import type { Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'
import { countUpTo } from './store-counts.ts'

const MOST_COUNTED = 100

export const countAll = (parts: ConversationParts, tenant: Uuid): Promise<number> =>
  parts.database.as(tenant, (tx) => countUpTo(tx, tenant, MOST_COUNTED))
