import type { Conversation, Message } from '@ballast/contract/conversation'
import { expect, test } from 'vitest'
import { canRate, closedCard, ratingCard } from './rating-state.ts'
import {
  changing,
  EMPTY,
  forContact,
  onFrame,
  onLink,
  onMessage,
  type State,
  sending,
  unreadOf,
  withUnsent,
} from './thread-state.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const THREAD = id(900)
const more = { willRetry: false, now: 0 }
const message = (seq: number, author: Message['author']['kind'], changes: Partial<Message> = {}): Message => ({
  id: id(seq),
  conversationId: THREAD,
  seq,
  author: { kind: author },
  channel: 'web',
  parts: [{ kind: 'text', text: `${seq}` }],
  note: false,
  sentAt: '2026-11-20T00:00:00.000Z',
  recalled: false,
  delivery: 'sent',
  ...changes,
})
const conversation = (changes: Partial<Conversation> = {}): Conversation => ({
  id: THREAD,
  contactId: id(1),
  inboxId: id(2),
  channel: 'web',
  status: 'bot',
  assigneeId: null,
  teamId: null,
  seq: 3,
  version: 1,
  locale: null,
  handoverReason: null,
  waitingSince: null,
  snoozedUntil: null,
  openedAt: '2026-11-20T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
  resolvedAt: null,
  customerReadSeq: 0,
  agentReadSeq: 0,
  ...changes,
})
const ack = (n: number, seq: number) =>
  ({
    t: 'ack',
    id: id(n),
    conversationId: THREAD,
    messageId: id(n),
    seq,
    sentAt: '2026-11-20T00:00:00.000Z',
    duplicate: false,
  }) as const
const text = { kind: 'text', text: 'hello' } as const
const seqs = (state: State) => state.messages.map(({ seq }) => seq)

test('a sent message is one line whether its acknowledgement or its echo comes first', () => {
  const sent = sending(EMPTY, { id: id(1), parts: [text], failed: null })
  const echo = message(1, 'customer', { parts: [text] })
  const ackFirst = onMessage(onFrame(sent, ack(1, 1), more), echo)
  const echoFirst = onFrame(onMessage(sent, echo), ack(1, 1), more)
  for (const state of [ackFirst, echoFirst]) {
    expect(seqs(state)).toEqual([1])
    expect(state.outgoing).toEqual([])
  }
})

test('an answer that takes longer is announced at once, until it is there', () => {
  const waiting = onFrame(EMPTY, { ...ack(1, 1), reply: 'coming' }, more)
  expect(waiting.typing?.kind).toBe('bot')
  expect(onMessage(waiting, message(2, 'bot')).typing).toBeNull()
})

test('messages stand by sequence, each once, and an edit replaces its line', () => {
  let state = [3, 1, 2, 3].reduce((sum, seq) => onMessage(sum, message(seq, 'bot')), EMPTY)
  expect(seqs(state)).toEqual([1, 2, 3])
  state = onMessage(state, message(2, 'bot', { recalled: true }))
  expect(state.messages[1]?.recalled).toBe(true)
  expect(seqs(state)).toEqual([1, 2, 3])
})

test('an internal note is never kept, whatever the server sends', () => {
  expect(seqs(onMessage(EMPTY, message(1, 'agent', { note: true })))).toEqual([])
})

test('a passing refusal keeps the message on its way; a final one marks it', () => {
  const sent = sending(EMPTY, { id: id(1), parts: [text], failed: null })
  const refused = (code: string) =>
    ({ t: 'refused', ref: id(1), problem: { code, status: 429, message: code }, retryAfterMs: 500 }) as const
  const busy = onFrame(sent, refused('server.busy'), { willRetry: true, now: 1_000 })
  expect(busy.outgoing[0]?.failed).toBeNull()
  expect(busy.notice).toEqual({ code: 'server.busy', retryAt: 1_500 })
  const final = onFrame(sent, refused('message.too-long'), more)
  expect(final.outgoing[0]?.failed).toBe('message.too-long')
  expect(final.notice?.retryAt).toBeNull()
})

test('an older conversation frame does not undo a newer one', () => {
  const waiting = onFrame(
    EMPTY,
    { t: 'conversation', conversation: conversation({ status: 'waiting', version: 5 }) },
    more,
  )
  const late = onFrame(waiting, { t: 'conversation', conversation: conversation({ status: 'bot', version: 4 }) }, more)
  expect(late.conversation?.status).toBe('waiting')
})

test('a request for a person is settled by the conversation or by its refusal', () => {
  const asking = { ...EMPTY, asking: id(7) }
  expect(
    onFrame(asking, { t: 'conversation', conversation: conversation({ status: 'waiting' }) }, more).asking,
  ).toBeNull()
  const problem = { code: 'conversation.wrong-status', status: 409, message: '' }
  expect(onFrame(asking, { t: 'refused', ref: id(7), problem }, more).asking).toBeNull()
})

test('only bot and agent lines beyond the read mark are unread, and another tab can move the mark', () => {
  const state = [message(1, 'customer'), message(2, 'bot'), message(3, 'system'), message(4, 'agent')].reduce(
    onMessage,
    EMPTY,
  )
  expect(unreadOf(state)).toBe(2)
  expect(unreadOf(onFrame(state, { t: 'read', conversationId: THREAD, by: 'customer', seq: 2 }, more))).toBe(1)
})

test('another contact on this device sees nothing of the one before', () => {
  const inbox = { name: 'Shop', botName: 'Bot', mail: false }
  const first = onMessage(forContact(EMPTY, id(1), inbox), message(1, 'bot'))
  expect(seqs(forContact(first, id(1), inbox))).toEqual([1])
  const second = forContact(first, id(2), inbox)
  expect(second.messages).toEqual([])
  expect(second.conversationId).toBeNull()
})

test('what an earlier page left unsent is shown once', () => {
  const left = [{ t: 'send', id: id(1), parts: [text] } as const, { t: 'person', id: id(2) } as const].map((frame) =>
    frame.t === 'send' ? { ...frame, parts: [...frame.parts] } : frame,
  )
  const state = withUnsent(withUnsent(EMPTY, left), left)
  expect(state.outgoing.map((entry) => entry.id)).toEqual([id(1)])
  expect(state.asking).toBe(id(2))
})

const judge = (helpful: boolean | null) => ({ t: 'judge', conversationId: THREAD, messageId: id(2), helpful }) as const
const refusedOf = (ref: string, code: string) =>
  ({ t: 'refused', ref, problem: { code, status: 409, message: code } }) as const
const withAnswer = [message(1, 'customer'), message(2, 'bot')].reduce(onMessage, EMPTY)

test('a change is pending until the stored message says the same, however many answers come before', () => {
  const twice = changing(changing(withAnswer, judge(true)), judge(false))
  const first = onMessage(twice, message(2, 'bot', { judgement: { helpful: true } }))
  expect(first.pending[id(2)]).toEqual(judge(false))
  expect(onMessage(first, message(2, 'bot', { judgement: { helpful: false } })).pending).toEqual({})
  const takenBack = changing(first, judge(null))
  expect(onMessage(takenBack, message(2, 'bot')).pending).toEqual({})
})

test('a refused change is undone and says why at its message; the next one takes the reason away', () => {
  const refused = onFrame(changing(withAnswer, judge(true)), refusedOf(id(2), 'message.not-found'), more)
  expect(refused.pending).toEqual({})
  expect(refused.refusedChange).toEqual({ messageId: id(2), code: 'message.not-found' })
  expect(refused.notice).toBeNull()
  expect(changing(refused, judge(true)).refusedChange).toBeNull()
})

test('a recall that overtakes an edit ends it', () => {
  const edit = { t: 'edit', conversationId: THREAD, messageId: id(1), parts: [text] } as const
  const state = changing(withAnswer, { ...edit, parts: [...edit.parts] })
  expect(onMessage(state, message(1, 'customer', { recalled: true })).pending).toEqual({})
})

test('text being written leaves with its message or with the line, and never comes after its message', () => {
  const partial = (n: number, value: string) =>
    ({ t: 'partial', conversationId: THREAD, messageId: id(n), text: value }) as const
  const writing = onFrame(withAnswer, partial(3, 'so far'), more)
  expect(writing.partial?.text).toBe('so far')
  // An older line that changed is not the answer.
  expect(onMessage(writing, message(2, 'bot', { judgement: { helpful: true } })).partial).not.toBeNull()
  expect(onLink(writing, 'offline').partial).toBeNull()
  const whole = onMessage(writing, message(3, 'bot'))
  expect(whole.partial).toBeNull()
  expect(onFrame(whole, partial(3, 'late'), more).partial).toBeNull()
})

const line = (seq: number, code: 'resolved' | 'reopened' | 'rated') =>
  message(seq, 'system', { parts: [{ kind: 'system', code, ...(code === 'rated' ? { score: 4 } : {}) }] })

test('the question comes once a closing, not when it was rated, answered or waved away', () => {
  const closed = onMessage(withAnswer, line(3, 'resolved'))
  expect([ratingCard(withAnswer), ratingCard(closed)]).toEqual(['hidden', 'ask'])
  expect(ratingCard(onMessage(closed, line(4, 'rated')))).toBe('hidden')
  expect(ratingCard(onMessage(closed, message(4, 'customer')))).toBe('hidden')
  expect(ratingCard(sending(closed, { id: id(9), parts: [text], failed: null }))).toBe('hidden')
  const away = { ...closed, rating: closedCard(closed) }
  expect(ratingCard(away)).toBe('hidden')
  const again = [message(4, 'customer'), line(5, 'reopened'), message(6, 'bot'), line(7, 'resolved')].reduce(
    onMessage,
    away,
  )
  expect(ratingCard(again)).toBe('ask')
})

test('a conversation can be rated from the menu once somebody has answered, once', () => {
  expect(canRate(onMessage(EMPTY, message(1, 'customer')))).toBe(false)
  expect(canRate(withAnswer)).toBe(true)
  const rated = onMessage(withAnswer, line(3, 'rated'))
  expect(canRate(rated)).toBe(false)
  expect(canRate([message(4, 'customer'), message(5, 'bot')].reduce(onMessage, rated))).toBe(true)
  expect(ratingCard(onMessage(rated, line(4, 'resolved')))).toBe('ask')
})

test('a rating that is refused ends without a word; one left unsent by an earlier page is not asked for again', () => {
  const rated: State = { ...withAnswer, rating: { step: 'more', id: id(8), score: 4, closedFor: null } }
  const refused = onFrame(rated, refusedOf(id(8), 'rating.given'), more)
  expect([ratingCard(refused), refused.notice]).toEqual(['hidden', null])
  const left = { t: 'rate', id: id(8), conversationId: THREAD, score: 4 } as const
  const restored = withUnsent(onMessage(withAnswer, line(3, 'resolved')), [left])
  expect([ratingCard(restored), restored.outgoing]).toEqual(['done', []])
})
