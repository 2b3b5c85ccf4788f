// Writes a canned reply: a new one under an id its writer made, or the one that has it.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { CannedReply } from '@ballast/contract/routes/workspace'
import { appendFacts } from '../../platform/facts/append.ts'
import { decideKeeping } from '../accounts/index.ts'
import { byWhom, type CannedParts, type StaffSide, selfOf } from './parts.ts'
import { countOthers, isTaken, lockReplies, readReply, writeReply } from './store.ts'

export type CannedDraft = Pick<CannedReply, 'shortcut' | 'title' | 'text' | 'shared'> & {
  readonly locale?: string | null
}

/** Shared, and again for each colleague: more cannot be found by typing. */
const MOST = 500

/**
 * A shortcut is refused when another reply that the writer sees has it.
 * @throws Problem canned-reply.not-found, canned-reply.shortcut-taken, auth.forbidden, request.invalid beyond 500
 */
export const saveCannedReply = async (
  parts: CannedParts,
  by: StaffSide,
  { replyId: id, draft }: { readonly replyId: Uuid; readonly draft: CannedDraft },
): Promise<CannedReply> => {
  const { tenant } = by
  const at = parts.clock.now()
  return parts.database.as(tenant, async (tx) => {
    await lockReplies(tx, tenant)
    const before = await readReply(tx, tenant, id)
    const wish = {
      before,
      shared: draft.shared,
      right: 'canned-replies.manage',
      missing: 'canned-reply.not-found',
    } as const
    const kept = decideKeeping(by, wish)
    if ('refused' in kept) throw problem(kept.refused)
    const { ownerId } = kept
    if (await isTaken(tx, tenant, { id, shortcut: draft.shortcut, self: selfOf(by) }))
      throw problem('canned-reply.shortcut-taken')
    if ((await countOthers(tx, tenant, { id, ownerId })) >= MOST)
      throw problem('request.invalid', { path: '/shared', detail: `There are ${MOST} already. Remove one first.` })
    const { shared, shortcut, title, text, locale = null } = draft
    const reply = { id, shortcut, title, text, locale, shared, ownerId, updatedAt: new Date(at).toISOString() }
    await writeReply(tx, tenant, reply)
    const data = { replyId: id, ...byWhom(by) }
    await appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'canned-reply.saved', subject: id, at, data }])
    return reply
  })
}
