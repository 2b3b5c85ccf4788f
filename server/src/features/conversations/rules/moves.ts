// The few ways a conversation changes hands. Each keeps the columns consistent: see `inconsistency` for what that means.
import type { HandoverReason } from '@ballast/contract/conversation'
import type { Part } from '@ballast/contract/parts'
import type { Uuid } from '@ballast/contract/primitives'
import type { ConversationState, DraftMessage } from './state.ts'

/** A conversation nobody has written in yet. */
export const freshState = (
  who: Pick<ConversationState, 'contactId' | 'inboxId' | 'channel' | 'locale'>,
  now: number,
): ConversationState => ({
  ...who,
  status: 'bot',
  assigneeId: null,
  teamId: null,
  handoverReason: null,
  dialog: null,
  waitingSince: null,
  snoozedUntil: null,
  openedAt: now,
  resolvedAt: null,
  lastAuthor: 'customer',
})

export const toBot = (state: ConversationState): ConversationState => ({
  ...state,
  status: 'bot',
  assigneeId: null,
  teamId: null,
  handoverReason: null,
  waitingSince: null,
  snoozedUntil: null,
  resolvedAt: null,
})
/** The bot’s half-finished question is dropped: it is of no use once a person has it. */
export const toWaiting = (state: ConversationState, reason: HandoverReason, now: number): ConversationState => ({
  ...state,
  status: 'waiting',
  assigneeId: null,
  handoverReason: reason,
  dialog: null,
  waitingSince: now,
  snoozedUntil: null,
  resolvedAt: null,
})
export const toAgent = (state: ConversationState, staffId: Uuid): ConversationState => ({
  ...state,
  status: 'agent',
  assigneeId: staffId,
  dialog: null,
  waitingSince: null,
  snoozedUntil: null,
  resolvedAt: null,
})
export const toSnoozed = (state: ConversationState, until: number, assigneeId: Uuid | null): ConversationState => ({
  ...state,
  status: 'snoozed',
  assigneeId,
  dialog: null,
  waitingSince: null,
  snoozedUntil: until,
})
export const toResolved = (state: ConversationState, now: number): ConversationState => ({
  ...state,
  status: 'resolved',
  assigneeId: null,
  handoverReason: null,
  dialog: null,
  waitingSince: null,
  snoozedUntil: null,
  resolvedAt: now,
})
/** Snoozed no longer: back to whoever set it aside, else into the queue. */
export const toWoken = (state: ConversationState, now: number): ConversationState =>
  state.assigneeId === null ? toWaiting(state, state.handoverReason ?? 'manual', now) : toAgent(state, state.assigneeId)

type LineCode = Extract<Part, { kind: 'system' }>['code']
/** A line of the house in the thread. `note`: only colleagues see it. */
export const line = (channel: string, code: LineCode, more: { name?: string; note?: boolean } = {}): DraftMessage => ({
  author: { kind: 'system' },
  channel,
  parts: [{ kind: 'system', code, ...(more.name === undefined ? {} : { name: more.name.slice(0, 120) }) }],
  note: more.note ?? false,
})

/** What is wrong with a state, or null. The property tests hold every reachable state against it. */
export const inconsistency = (state: ConversationState): string | null => {
  const { status } = state
  if (state.assigneeId !== null && status !== 'agent' && status !== 'snoozed') return 'an assignee nobody works with'
  if (status === 'agent' && state.assigneeId === null) return 'an agent without a name'
  if ((state.waitingSince !== null) !== (status === 'waiting')) return 'waitingSince is for waiting only'
  if ((state.snoozedUntil !== null) !== (status === 'snoozed')) return 'snoozedUntil is for snoozed only'
  if ((state.resolvedAt !== null) !== (status === 'resolved')) return 'resolvedAt is for resolved only'
  if (state.dialog !== null && status !== 'bot') return 'only the bot has a dialog'
  if (state.handoverReason !== null && (status === 'bot' || status === 'resolved')) return 'a reason without a wait'
  return null
}
