// Removes a canned reply.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import { decideKeeping } from '../accounts/index.ts'
import { byWhom, type CannedParts, type StaffSide } from './parts.ts'
import { deleteReply, lockReplies, readReply } from './store.ts'

/** @throws Problem canned-reply.not-found, auth.forbidden */
export const removeCannedReply = async (parts: CannedParts, by: StaffSide, replyId: Uuid): Promise<void> => {
  const { tenant } = by
  await parts.database.as(tenant, async (tx) => {
    await lockReplies(tx, tenant)
    const before = await readReply(tx, tenant, replyId)
    if (before === undefined) throw problem('canned-reply.not-found')
    const wish = {
      before,
      shared: before.shared,
      right: 'canned-replies.manage',
      missing: 'canned-reply.not-found',
    } as const
    const kept = decideKeeping(by, wish)
    if ('refused' in kept) throw problem(kept.refused)
    await deleteReply(tx, tenant, replyId)
    const fact = { id: parts.ids.uuid(), tenant, subject: replyId, at: parts.clock.now() }
    await appendFacts(tx, [{ ...fact, type: 'canned-reply.removed', data: { replyId, ...byWhom(by) } }])
  })
}
