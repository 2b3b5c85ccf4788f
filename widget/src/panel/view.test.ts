import type { Conversation, Message } from '@ballast/contract/conversation'
import { expect, test } from 'vitest'
import { EMPTY, type State } from './thread-state.ts'
import { isFresh } from './view.ts'

const now = Date.parse('2026-11-20T10:00:00Z')
const message = (hoursAgo: number, more: Partial<Message> = {}) =>
  ({ seq: 4, author: { kind: 'bot' }, sentAt: new Date(now - hoursAgo * 3_600_000).toISOString(), ...more }) as Message
const conversation = (more: Partial<Conversation>) => ({ customerReadSeq: 4, status: 'bot', ...more }) as Conversation
const state = (more: Partial<State>): State => ({ ...EMPTY, conversation: conversation({}), ...more })

test('a talk of today goes on where it was; an old one is offered on the home', () => {
  expect(isFresh(state({ messages: [message(2)] }), now)).toBe(true)
  expect(isFresh(state({ messages: [message(13)] }), now)).toBe(false)
  expect(isFresh(state({}), now)).toBe(false)
})

test('an old talk comes first all the same while it needs its reader', () => {
  const old = [message(40)]
  expect(isFresh(state({ messages: old, conversation: conversation({ customerReadSeq: 3 }) }), now)).toBe(true)
  expect(isFresh(state({ messages: old, conversation: conversation({ status: 'waiting' }) }), now)).toBe(true)
  expect(isFresh(state({ messages: old, conversation: conversation({ status: 'agent' }) }), now)).toBe(true)
  expect(isFresh(state({ messages: old, outgoing: [{ id: '1', parts: [], failed: null }] }), now)).toBe(true)
  const mine = [message(40, { author: { kind: 'customer' } })]
  expect(isFresh(state({ messages: mine, conversation: conversation({ customerReadSeq: 0 }) }), now)).toBe(false)
})
