import type { Message } from '@ballast/contract'
import { describe, expect, it } from 'vitest'
import { answerTo, questionBefore } from './said.ts'

type Kind = Message['author']['kind']
const said = (lines: readonly (readonly [Kind, string, Partial<Message>?])[]): Message[] =>
  lines.map(([kind, text, more = {}], at) => ({
    id: `m${at + 1}`,
    conversationId: 'c',
    seq: at + 1,
    author: { kind },
    channel: 'web',
    parts: [{ kind: 'text', text }],
    note: false,
    sentAt: '2026-11-20T00:00:00.000Z',
    recalled: false,
    delivery: 'sent',
    ...more,
  }))

describe('which message was the question', () => {
  it('the last one that asks something: not a greeting, not the wish for a person', () => {
    const messages = said([
      ['customer', '戒指可以刻字吗'],
      ['bot', '不太确定'],
      ['customer', '转人工', { verdict: { asksForPerson: true } }],
    ])
    expect(questionBefore(messages, 3)?.id).toBe('m1')
    const hello = said([['customer', '你们好呀', { verdict: { intent: 'greeting', confidence: 0.9 } }]])
    expect(questionBefore(hello, 1)).toBeNull()
  })
  it('what a colleague replied to is settled; a note settles nothing', () => {
    const asked = ['customer', '戒指可以刻字吗'] as const
    const person = ['customer', '转人工', { verdict: { asksForPerson: true } }] as const
    expect(questionBefore(said([asked, ['agent', '可以的'], person]), 3)).toBeNull()
    expect(questionBefore(said([asked, ['agent', '难缠', { note: true }], person]), 3)?.id).toBe('m1')
  })
})

describe('what a colleague answered', () => {
  it('all of their turn, without notes, recalled words and putting off', () => {
    const messages = said([
      ['customer', '戒指可以刻字吗'],
      ['agent', '您好，请稍等'],
      ['agent', '客户很急', { note: true }],
      ['agent', '可以刻字的，最多八个字', { recalled: true }],
      ['agent', '稍等，我帮您看一下'],
      ['agent', '可以刻字的，最多十个字。'],
      ['agent', '需要三天。'],
      ['customer', '好的'],
      ['agent', '还有什么可以帮您的吗'],
    ])
    expect(answerTo(messages, { seq: 1 })).toBe('可以刻字的，最多十个字。\n需要三天。')
  })
  it('nothing but putting off is no answer', () => {
    const messages = said([
      ['customer', 'can you engrave a ring'],
      ['agent', 'One moment please'],
      ['bot', 'a bot says a long thing here'],
    ])
    expect(answerTo(messages, { seq: 1 })).toBeNull()
  })
})
