// What a customer never sees.
import type { Message } from '@ballast/contract/conversation'
import { describe, expect, it } from 'vitest'
import { messageForCustomer } from './for-customer.ts'

const id = '00000000-0000-7000-8000-000000000001'
const message: Message = {
  id,
  conversationId: id,
  seq: 3,
  author: { kind: 'agent', id, name: '小李' },
  channel: 'web',
  parts: [{ kind: 'text', text: '您好' }],
  note: false,
  sentAt: '2026-11-11T00:00:00.000Z',
  recalled: false,
  delivery: 'sent',
  verdict: { intent: 'angry' },
}

describe('the customer’s view', () => {
  it('has no notes', () => expect(messageForCustomer({ ...message, note: true })).toBeNull())
  it('has no verdicts and no staff ids', () => {
    const shown = messageForCustomer(message)
    expect(shown).not.toHaveProperty('verdict')
    expect(shown?.author).toEqual({ kind: 'agent', name: '小李' })
  })
  it('keeps the customer’s own id', () => {
    expect(messageForCustomer({ ...message, author: { kind: 'customer', id } })?.author).toEqual({
      kind: 'customer',
      id,
    })
  })
})
