// The canned replies somebody may use.
import type { CannedReply } from '@ballast/contract/routes/workspace'
import { type CannedParts, type StaffSide, selfOf } from './parts.ts'
import { listReplies } from './store.ts'

export const listCannedReplies = (parts: Pick<CannedParts, 'database'>, by: StaffSide): Promise<CannedReply[]> =>
  parts.database.as(by.tenant, (tx) => listReplies(tx, by.tenant, selfOf(by)))
