// A colleague does something to a conversation they can see: the common half of the agents' verbs.
import type { Uuid } from '@ballast/contract'
import { type Acted, act, loadFor } from './act.ts'
import type { ConversationParts, Staff, StaffSide } from './parts.ts'
import { decide, type Event } from './rules/decide.ts'
import type { Actor } from './rules/state.ts'

export const actorOf = (staff: Staff): Actor => ({ staffId: staff.staffId, name: staff.name })

export const onBehalf = (
  parts: ConversationParts,
  principal: StaffSide,
  wish: {
    readonly conversationId: Uuid
    readonly event: Event
    /** Given: the same wish sent twice is done once. */
    readonly changeId?: Uuid
    readonly append?: boolean
  },
): Promise<Acted> =>
  act(parts, {
    tenant: principal.tenant,
    conversationId: wish.conversationId,
    changeId: wish.changeId ?? parts.ids.uuid(),
    append: wish.append ?? false,
    load: loadFor(parts, principal, principal.tenant, wish.conversationId),
    decide: (state) => decide(state, wish.event, parts.clock.now()),
  })
