// What a colleague may do with a conversation, and what that does to it.
import { type Part, plainText } from '@ballast/contract/parts'
import type { Uuid } from '@ballast/contract/primitives'
import { line, toAgent, toBot, toResolved, toSnoozed, toWaiting } from './moves.ts'
import {
  type Actor,
  andThen,
  type ConversationState,
  type Decision,
  type DraftFact,
  type DraftMessage,
  isRefusal,
  type Refusal,
  unchanged,
} from './state.ts'

export type AgentEvent =
  | { readonly type: 'take'; readonly actor: Actor; readonly force?: boolean }
  | { readonly type: 'hand-back'; readonly actor: Actor }
  | {
      readonly type: 'transfer'
      readonly actor: Actor
      /** Exactly one of the two. */
      readonly to: { readonly staffId: Uuid; readonly name: string } | { readonly teamId: Uuid; readonly name: string }
      readonly note?: string
    }
  | { readonly type: 'snooze'; readonly actor: Actor; readonly until: number }
  | { readonly type: 'resolve'; readonly actor: Actor | 'system' }
  | { readonly type: 'reopen'; readonly actor: Actor }
  | { readonly type: 'reply'; readonly actor: Actor; readonly messageId: Uuid; readonly parts: readonly Part[] }
  | { readonly type: 'note'; readonly actor: Actor; readonly messageId: Uuid; readonly parts: readonly Part[] }

type On<T extends AgentEvent['type']> = Extract<AgentEvent, { type: T }>
const WRONG: Refusal = { refused: 'conversation.wrong-status' }
const NOT_YOURS: Refusal = { refused: 'conversation.not-yours' }

export const decideForAgent = (state: ConversationState, event: AgentEvent, now: number): Decision | Refusal => {
  switch (event.type) {
    case 'take':
      return take(state, event, now)
    case 'hand-back':
      return handBack(state, event)
    case 'transfer':
      return transfer(state, event, now)
    case 'snooze':
      return snooze(state, event, now)
    case 'resolve':
      return resolve(state, event, now)
    case 'reopen':
      return reopen(state, event)
    case 'reply':
      return reply(state, event, now)
    case 'note':
      return say(state, event, true)
  }
}

const step = (
  next: ConversationState,
  facts: readonly DraftFact[],
  messages: readonly DraftMessage[] = [],
): Decision => ({
  next: messages.length === 0 ? next : { ...next, lastAuthor: 'system' },
  messages,
  facts,
  effects: [],
})
const heldByOther = (state: ConversationState, actor: Actor): boolean =>
  state.assigneeId !== null && state.assigneeId !== actor.staffId

const take = (state: ConversationState, { actor, force }: On<'take'>, now: number): Decision | Refusal => {
  if (state.status === 'resolved') return WRONG
  if (heldByOther(state, actor) && force !== true) return NOT_YOURS
  if (state.status === 'agent' && state.assigneeId === actor.staffId) return unchanged(state)
  const waitedMs = state.waitingSince === null ? {} : { waitedMs: Math.max(0, now - state.waitingSince) }
  return step(
    toAgent(state, actor.staffId),
    [{ type: 'conversation.taken', data: { staffId: actor.staffId, from: state.status, ...waitedMs } }],
    [line(state.channel, 'agent-joined', { name: actor.name })],
  )
}
const handBack = (state: ConversationState, { actor }: On<'hand-back'>): Decision | Refusal => {
  if (state.status === 'resolved') return WRONG
  if (state.status === 'bot') return unchanged(state)
  if (heldByOther(state, actor)) return NOT_YOURS
  return step(
    toBot(state),
    [{ type: 'conversation.handed-back', data: { staffId: actor.staffId } }],
    [line(state.channel, 'handed-back')],
  )
}
const transfer = (state: ConversationState, event: On<'transfer'>, now: number): Decision | Refusal => {
  if (state.status === 'resolved') return WRONG
  const { actor, to } = event
  const toTeam = 'teamId' in to
  const next = toTeam ? { ...toWaiting(state, 'agent-transfer', now), teamId: to.teamId } : toAgent(state, to.staffId)
  const data = { staffId: actor.staffId, ...(toTeam ? { toTeamId: to.teamId } : { toStaffId: to.staffId }) }
  const moved = step(
    next,
    [{ type: 'conversation.transferred', data }],
    [line(state.channel, 'transferred', { name: to.name })],
  )
  if (event.note === undefined || event.note === '') return moved
  const note: DraftMessage = {
    author: { kind: 'agent', id: actor.staffId, name: actor.name },
    channel: state.channel,
    parts: [{ kind: 'text', text: event.note }],
    note: true,
  }
  return { ...moved, messages: [...moved.messages, note] }
}
const snooze = (state: ConversationState, { actor, until }: On<'snooze'>, now: number): Decision | Refusal => {
  if (state.status === 'resolved') return WRONG
  if (until <= now) return { refused: 'request.invalid' }
  if (state.status === 'snoozed' && state.snoozedUntil === until) return unchanged(state)
  const decision = step(
    toSnoozed(state, until, state.assigneeId ?? actor.staffId),
    [{ type: 'conversation.snoozed', data: { staffId: actor.staffId, until: new Date(until).toISOString() } }],
    [line(state.channel, 'snoozed', { note: true })],
  )
  return { ...decision, effects: [{ type: 'wake-at', at: until }] }
}
const resolve = (state: ConversationState, { actor }: On<'resolve'>, now: number): Decision => {
  if (state.status === 'resolved') return unchanged(state)
  const by = actor === 'system' ? { by: 'system' as const } : { by: 'agent' as const, staffId: actor.staffId }
  return step(toResolved(state, now), [{ type: 'conversation.resolved', data: by }], [line(state.channel, 'resolved')])
}
const reopen = (state: ConversationState, { actor }: On<'reopen'>): Decision | Refusal => {
  if (state.status !== 'resolved') return WRONG
  return step(
    toAgent(state, actor.staffId),
    [{ type: 'conversation.reopened', data: { by: 'agent', staffId: actor.staffId } }],
    [line(state.channel, 'reopened')],
  )
}

/** Replying where the bot or nobody has the turn takes the conversation over: both facts, one commit. */
const reply = (state: ConversationState, event: On<'reply'>, now: number): Decision | Refusal => {
  const taken = take(state, { type: 'take', actor: event.actor }, now)
  return isRefusal(taken) ? taken : andThen(taken, say(taken.next, event, false))
}
const say = (state: ConversationState, event: On<'reply'> | On<'note'>, note: boolean): Decision => ({
  next: note ? state : { ...state, lastAuthor: 'agent' },
  messages: [
    {
      id: event.messageId,
      author: { kind: 'agent', id: event.actor.staffId, name: event.actor.name },
      channel: state.channel,
      parts: event.parts,
      note,
    },
  ],
  facts: [
    {
      type: 'message.sent',
      message: 0,
      data: {
        channel: state.channel,
        by: 'agent',
        staffId: event.actor.staffId,
        note,
        chars: plainText(event.parts).length,
      },
    },
  ],
  effects: [],
})
