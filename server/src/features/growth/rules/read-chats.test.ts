import { describe, expect, it } from 'vitest'
import { readChats as reading } from './read-chats.ts'

const readChats = (text: string) => {
  const steps = reading(text)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const pairs = (text: string) => readChats(text).questions.map(({ question, answer }) => [question, answer])

describe('old chats', () => {
  it('pairs as CSV, with quotes, line breaks and Chinese heads', () => {
    const { questions, skipped } = readChats('\uFEFF问题,答案\n"刻字, 可以吗","可以\n""三天"""\n能开发票吗,\n,空的\n')
    expect(questions).toEqual([
      { line: 2, question: '刻字, 可以吗', answer: '可以\n"三天"' },
      { line: 4, question: '能开发票吗', answer: null },
    ])
    expect(skipped).toEqual([{ line: 5, why: 'no-question' }])
  })
  it('pairs and whole conversations as JSONL; a broken line does not stop the others', () => {
    const messages = [
      { role: 'user', content: 'is it waterproof' },
      { role: 'assistant', content: 'it is' },
      { role: 'user', content: 'ok' },
    ]
    const lines = [
      JSON.stringify({ question: 'do you engrave', answer: 'yes' }),
      '{broken',
      JSON.stringify({ messages }),
    ]
    expect(pairs(lines.join('\n'))).toEqual([
      ['do you engrave', 'yes'],
      ['is it waterproof', 'it is'],
    ])
    expect(readChats(lines.join('\n')).skipped).toEqual([{ line: 2, why: 'unreadable' }])
  })
  it('single messages are brought together by conversation', () => {
    const rows = [
      ['conversation', 'author', 'text'],
      ['1', 'customer', '能刻字吗'],
      ['2', 'customer', '保修多久'],
      ['1', 'agent', '可以'],
      ['1', 'agent', '三天'],
      ['2', 'bot', '不确定'],
      ['1', 'customer', '多少钱呢'],
    ]
    expect(pairs(rows.map((row) => row.join('\t')).join('\n'))).toEqual([
      ['能刻字吗', '可以\n三天'],
      ['多少钱呢', null],
      ['保修多久', null],
    ])
  })
  it('nothing to be read is nothing', () => {
    expect(readChats('just a text').questions).toEqual([])
    expect(readChats('').questions).toEqual([])
  })
})
