// The conversation's state machine: (state, event, now) -> decision. Table-tested for every status and event.
import type { HandoverReason } from '@ballast/contract/conversation'
import { type AgentEvent, decideForAgent } from './decide-for-agent.ts'
import { type BotAnswered, botAnswered, type CustomerWrote, customerWrote } from './decide-turn.ts'
import { freshState, line, toWaiting, toWoken } from './moves.ts'
import { type Actor, type ConversationState, type Decision, type DraftFact, type Refusal, unchanged } from './state.ts'

/** Put it into the queue for a person. `start`: who asks, when there is no conversation yet. */
export interface HandOver {
  readonly type: 'hand-over'
  readonly by: 'customer' | 'bot' | 'system' | Actor
  readonly reason: HandoverReason
  readonly start?: Pick<ConversationState, 'contactId' | 'inboxId' | 'channel' | 'locale'>
}
/** The timer of a snooze rang. `until`: the moment it was set for; a later snooze has another. */
export interface Wake {
  readonly type: 'wake'
  readonly until: number
}
export type Event = CustomerWrote | BotAnswered | HandOver | Wake | AgentEvent

export const decide = (state: ConversationState | null, event: Event, now: number): Decision | Refusal => {
  if (event.type === 'customer-wrote') return customerWrote(state, event, now)
  if (event.type === 'hand-over') return handOver(state, event, now)
  if (state === null) return { refused: 'conversation.not-found' }
  if (event.type === 'bot-answered') return botAnswered(state, event, now)
  if (event.type === 'wake') return wake(state, event, now)
  return decideForAgent(state, event, now)
}

const isActor = (by: HandOver['by']): by is Actor => typeof by === 'object'

const handOver = (state: ConversationState | null, event: HandOver, now: number): Decision | Refusal => {
  if (state === null) return event.start === undefined ? { refused: 'conversation.not-found' } : start(event, now)
  const byAgent = isActor(event.by)
  if (state.status === 'waiting') return unchanged(state)
  if (state.status === 'resolved' && byAgent) return { refused: 'conversation.wrong-status' }
  if (state.status === 'agent' && !byAgent) return unchanged(state)
  if (state.status === 'snoozed' && !byAgent) {
    return { ...unchanged(toWoken(state, now)), facts: [{ type: 'conversation.woken', data: { cause: 'customer' } }] }
  }
  return queued(state, event, now)
}
const queued = (state: ConversationState, event: HandOver, now: number): Decision => ({
  next: { ...toWaiting(state, event.reason, now), lastAuthor: 'system' },
  messages: [line(state.channel, 'handed-over')],
  facts: [handedOver(event, state.status)],
  effects: [],
})
const handedOver = (event: HandOver, from: ConversationState['status']): DraftFact => ({
  type: 'conversation.handed-over',
  data: {
    reason: event.reason,
    from,
    ...(isActor(event.by) ? { by: 'agent' as const, staffId: event.by.staffId } : { by: event.by }),
  },
})
const start = (event: HandOver, now: number): Decision => {
  const who = event.start!
  const fresh = freshState(who, now)
  const decision = queued(fresh, event, now)
  const started: DraftFact = { type: 'conversation.started', data: { inboxId: who.inboxId, channel: who.channel } }
  return { ...decision, facts: [started, ...decision.facts] }
}

const wake = (state: ConversationState, event: Wake, now: number): Decision => {
  if (state.status !== 'snoozed' || state.snoozedUntil !== event.until || now < event.until) return unchanged(state)
  return { ...unchanged(toWoken(state, now)), facts: [{ type: 'conversation.woken', data: { cause: 'timer' } }] }
}
