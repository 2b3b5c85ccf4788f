// What the visitor sees, as one plain value, and how each frame or press changes it. Pure: no sockets, no clock of its own.
import type { Author, Conversation, Message } from '@ballast/contract/conversation'
import type { ServerFrame } from '@ballast/contract/live'
import type { CustomerPart } from '@ballast/contract/parts'
import type { Expectation } from '@ballast/contract/routes/visits'
import type { LinkState, Unsent } from './connection.ts'
import { type Change, confirmedBy, type Pending, without } from './pending.ts'
import { closedCard, NO_RATING, type Rating } from './rating-state.ts'

export interface Outgoing {
  readonly id: string
  readonly parts: readonly CustomerPart[]
  readonly failed: string | null
}
/** A file that is not up yet. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** An address of the picture in this page's memory. */
  readonly preview: string | null
  /** How long a voice note is; null for every other file. */
  readonly voiceMs: number | null
  /** From 0 to 1. */
  readonly done: number
  /** A problem's code. */
  readonly failed: string | null
}
export interface State {
  readonly phase: 'starting' | 'ready' | 'broken'
  readonly link: LinkState
  readonly inbox: {
    readonly name: string
    readonly botName: string
    readonly logo?: string | undefined
    /** A transcript can be sent by mail. */
    readonly mail: boolean
    readonly greeting?: string | undefined
    readonly starters?: readonly string[] | undefined
  } | null
  /** What somebody who asks for a person may expect; of the last visit or the last look. */
  readonly expectation: Expectation | null
  readonly contactId: string | null
  readonly conversation: Conversation | null
  readonly conversationId: string | null
  /** By sequence. Notes are never here. */
  readonly messages: readonly Message[]
  readonly loading: boolean
  readonly outgoing: readonly Outgoing[]
  readonly uploads: readonly Upload[]
  /** The id of a request for a person the server has not confirmed. */
  readonly asking: string | null
  readonly position: number | null
  readonly typing: Author | null
  /** The text so far of an answer that is being written. */
  readonly partial: { readonly messageId: string; readonly text: string } | null
  readonly pending: Pending
  /** The last change that was refused: of which message, and why. */
  readonly refusedChange: { readonly messageId: string; readonly code: string } | null
  readonly rating: Rating
  readonly customerReadSeq: number
  readonly agentReadSeq: number
  /** A refusal to show, with when it will be tried again (epoch ms). */
  readonly notice: { readonly code: string; readonly retryAt: number | null } | null
}

export const EMPTY: State = {
  phase: 'starting',
  link: 'connecting',
  inbox: null,
  expectation: null,
  contactId: null,
  conversation: null,
  conversationId: null,
  messages: [],
  loading: true,
  outgoing: [],
  uploads: [],
  asking: null,
  position: null,
  typing: null,
  partial: null,
  pending: {},
  refusedChange: null,
  rating: NO_RATING,
  customerReadSeq: 0,
  agentReadSeq: 0,
  notice: null,
}

/** A person other than this visitor started to use the device, or the visitor was joined to an account. */
export const forContact = (state: State, contactId: string, inbox: NonNullable<State['inbox']>): State =>
  state.contactId === contactId
    ? { ...state, phase: 'ready', inbox, notice: null }
    : { ...EMPTY, phase: 'ready', inbox, contactId, link: state.link }

export const sending = (state: State, outgoing: Outgoing): State => ({
  ...state,
  notice: null,
  outgoing: [...state.outgoing.filter(({ id }) => id !== outgoing.id), outgoing],
  // Who writes on has more to say than how it was.
  rating: state.rating.step === 'none' ? state.rating : closedCard(state),
})

export const changing = (state: State, change: Change): State => ({
  ...state,
  pending: { ...state.pending, [change.messageId]: change },
  refusedChange: state.refusedChange?.messageId === change.messageId ? null : state.refusedChange,
})

/** A half-written answer is of the line that broke; the whole one comes with the next. */
export const onLink = (state: State, link: LinkState): State => ({
  ...state,
  link,
  partial: link === 'open' ? state.partial : null,
})

/** What an earlier page left unsent, or was written before the line was up. */
export const withUnsent = (state: State, unsent: readonly Unsent[]): State => {
  const known = new Set(unsent.map(({ id }) => id))
  const rated = unsent.findLast((frame) => frame.t === 'rate')
  const restored = unsent.flatMap((frame) =>
    frame.t === 'send' ? [{ id: frame.id, parts: frame.parts, failed: null }] : [],
  )
  return {
    ...state,
    asking: unsent.find(({ t }) => t === 'person')?.id ?? state.asking,
    outgoing: [...state.outgoing.filter(({ id }) => !known.has(id)), ...restored],
    rating: rated === undefined ? state.rating : { ...state.rating, step: 'done', id: rated.id, score: rated.score },
  }
}

const withMessages = (state: State, incoming: readonly Message[]): State => {
  const known = new Map(state.messages.map((message) => [message.seq, message]))
  for (const message of incoming) if (!message.note) known.set(message.seq, message)
  const ids = new Set(incoming.map(({ id }) => id))
  const messages = [...known.values()].sort((a, b) => a.seq - b.seq)
  const place = incoming
    .flatMap(({ parts }) => parts)
    .findLast((part) => part.kind === 'system' && part.code === 'queue-position')
  return {
    ...state,
    messages,
    outgoing: state.outgoing.filter(({ id }) => !ids.has(id)),
    pending: incoming.reduce(confirmedBy, state.pending),
    position: place?.kind === 'system' && place.position !== undefined ? place.position : state.position,
  }
}

/** The visitor's thread is one; if the server moves it to another conversation, the old lines leave. */
const inConversation = (state: State, conversationId: string): State =>
  state.conversationId === conversationId
    ? state
    : state.conversationId === null
      ? { ...state, conversationId }
      : {
          ...state,
          conversationId,
          conversation: null,
          messages: [],
          partial: null,
          pending: {},
          rating: NO_RATING,
          customerReadSeq: 0,
          agentReadSeq: 0,
          position: null,
        }

const withConversation = (state: State, conversation: Conversation): State => {
  const current = inConversation(state, conversation.id)
  if (current.conversation !== null && current.conversation.version > conversation.version) return current
  const queued = conversation.status === 'waiting'
  return {
    ...current,
    conversation,
    asking: queued || conversation.status === 'agent' ? null : current.asking,
    position: queued ? current.position : null,
    typing: queued ? null : current.typing,
    customerReadSeq: Math.max(current.customerReadSeq, conversation.customerReadSeq),
    agentReadSeq: Math.max(current.agentReadSeq, conversation.agentReadSeq),
  }
}

const onWelcome = (state: State, conversation: Conversation | null): State =>
  conversation === null
    ? { ...state, loading: false }
    : {
        ...withConversation(state, conversation),
        loading: conversation.seq > 0 && state.messages.length === 0,
      }

export const onMessage = (state: State, message: Message): State => {
  const current = withMessages(inConversation(state, message.conversationId), [message])
  // An older line that changed is not the answer somebody is waiting for.
  const answered = message.author.kind !== 'customer' && state.messages.every(({ id }) => id !== message.id)
  return {
    ...current,
    loading: false,
    typing: answered ? null : current.typing,
    partial: answered ? null : current.partial,
  }
}

const onAck = (before: State, frame: Extract<ServerFrame, { t: 'ack' }>): State => {
  const state = inConversation(before, frame.conversationId)
  if (state.asking === frame.id) return { ...state, asking: null }
  const mine = state.outgoing.find(({ id }) => id === frame.id)
  if (mine === undefined) return state
  const left = { ...state, outgoing: state.outgoing.filter((entry) => entry !== mine) }
  if (state.messages.some(({ seq }) => seq === frame.seq)) return left
  return onMessage(left, {
    id: frame.messageId,
    conversationId: frame.conversationId,
    seq: frame.seq,
    author: { kind: 'customer' },
    channel: 'web',
    parts: [...mine.parts],
    note: false,
    sentAt: frame.sentAt,
    recalled: false,
    delivery: 'sent',
  })
}

interface Refusal {
  readonly willRetry: boolean
  readonly now: number
}
const onRefused = (state: State, frame: Extract<ServerFrame, { t: 'refused' }>, { willRetry, now }: Refusal): State => {
  const { ref, problem } = frame
  // Nobody needs to read that a rating came twice or too soon.
  if (ref !== undefined && ref === state.rating.id && !willRetry) return { ...state, rating: closedCard(state) }
  if (ref === undefined || state.pending[ref] === undefined) return refusedSend(state, frame, { willRetry, now })
  return { ...state, pending: without(state.pending, ref), refusedChange: { messageId: ref, code: problem.code } }
}

const refusedSend = (
  state: State,
  frame: Extract<ServerFrame, { t: 'refused' }>,
  { willRetry, now }: Refusal,
): State => ({
  ...state,
  notice: { code: frame.problem.code, retryAt: willRetry ? now + (frame.retryAfterMs ?? 2_000) : null },
  asking: !willRetry && state.asking === frame.ref ? null : state.asking,
  outgoing: willRetry
    ? state.outgoing
    : state.outgoing.map((entry) => (entry.id === frame.ref ? { ...entry, failed: frame.problem.code } : entry)),
})

const onPartial = (state: State, { messageId, text }: Extract<ServerFrame, { t: 'partial' }>): State =>
  text === '' || state.messages.some(({ id }) => id === messageId)
    ? state
    : { ...state, partial: { messageId, text }, typing: null }

export const onFrame = (state: State, frame: ServerFrame, more: { willRetry: boolean; now: number }): State => {
  switch (frame.t) {
    case 'welcome':
      return onWelcome(state, frame.conversation ?? null)
    case 'ack':
      return { ...onAck(state, frame), notice: null, typing: frame.reply === 'coming' ? { kind: 'bot' } : state.typing }
    case 'replay':
      return frame.complete ? { ...state, loading: false } : state
    case 'conversation':
      return withConversation(state, frame.conversation)
    case 'partial':
      return onPartial(state, frame)
    case 'typing':
      return frame.author.kind === 'customer' ? state : { ...state, typing: frame.on ? frame.author : null }
    case 'read':
      return frame.by === 'customer'
        ? { ...state, customerReadSeq: Math.max(state.customerReadSeq, frame.seq) }
        : { ...state, agentReadSeq: Math.max(state.agentReadSeq, frame.seq) }
    case 'refused':
      return onRefused(state, frame, more)
    default:
      return state
  }
}

export const unreadOf = (state: State): number =>
  state.messages.filter(
    ({ seq, author }) => seq > state.customerReadSeq && (author.kind === 'bot' || author.kind === 'agent'),
  ).length
