// Set a conversation aside until a moment or the customer's next message, whichever comes first.
import { type Principal, problem, type Uuid } from '@ballast/contract'
import { act, loadGround } from './act.ts'
import { actorOf, onBehalf } from './on-behalf.ts'
import type { ConversationParts, Staff } from './parts.ts'
import { decide } from './rules/decide.ts'

/** A year: beyond that it is a mistake. */
const MOST_MS = 366 * 86_400_000

/** `until` in epoch ms. */
export const snooze = (
  parts: ConversationParts,
  staff: Extract<Principal, { kind: 'staff' }>,
  { conversationId, until }: { readonly conversationId: Uuid; readonly until: number },
) => {
  const wait = until - parts.clock.now()
  if (!(wait > 0 && wait < MOST_MS)) throw problem('request.invalid', { path: '/body/until' })
  return onBehalf(parts, staff satisfies Staff, {
    conversationId,
    event: { type: 'snooze', actor: actorOf(staff), until },
  })
}

/** The timer rang (job `conversations.wake`). Idempotent; a moved snooze or an erased person is left alone. */
export const wake = async (
  parts: ConversationParts,
  due: { readonly tenant: Uuid; readonly conversationId: Uuid; readonly until: number },
): Promise<void> => {
  const ground = await loadGround(parts, due.tenant, due.conversationId, true)
  if ('refused' in ground) return
  await act(parts, {
    tenant: due.tenant,
    conversationId: due.conversationId,
    changeId: parts.ids.uuid(),
    load: (fresh) => loadGround(parts, due.tenant, due.conversationId, fresh),
    decide: (state) => decide(state, { type: 'wake', until: due.until }, parts.clock.now()),
  })
}
