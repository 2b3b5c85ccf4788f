import { expect, test } from 'vitest'
import { buildIndex } from './search-index.ts'

const entry = (n: number, locale: string, topic: string, questions: string[], answer: string) => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  locale,
  title: questions[0]!,
  questions: questions.slice(1),
  answer,
  topic,
  version: 1,
})
const index = buildIndex([
  entry(1, 'en', 'shipping', ['Shipping fees', 'What does delivery cost?', 'Is shipping free?'], 'Free from ¥199.'),
  entry(2, 'en', 'return', ['Returns', 'Can I send it back?', 'How long can I return?'], 'Within 15 days.'),
  entry(
    3,
    'en',
    'invoice',
    ['Invoices', 'How do I get an invoice?', 'I need a receipt'],
    'Under My orders, to your mailbox.',
  ),
  entry(4, 'zh-CN', 'shipping', ['运费', '运费多少', '包邮吗'], '满 199 元包邮。'),
  entry(5, 'zh-CN', 'return', ['退货', '可以退货吗', '怎么退货'], '15 天内可退。'),
])

test('the entry that is asked for comes first, and a question it knows word for word is certain', () => {
  const [best] = index.search('Is shipping free?', 'en')
  expect(best).toMatchObject({ topic: 'shipping', alone: true })
  expect(best!.score).toBeGreaterThan(0.7)
  expect(index.search('怎么退货', 'zh')[0]).toMatchObject({ topic: 'return' })
})

test('a misspelling finds its word', () => {
  expect(index.search('need an invoce', 'en')[0]).toMatchObject({ topic: 'invoice' })
})

test('what nobody wrote about stays below the threshold', () => {
  for (const question of ['who won the world cup', 'what is the tallest mountain', 'tell me a story']) {
    expect(index.search(question, 'en')[0]?.score ?? 0).toBeLessThan(0.4)
  }
})

test('languages are kept apart; an unknown language and an empty question find nothing', () => {
  expect(index.search('运费', 'zh-CN').every((passage) => /[\u3400-\u9fff]/.test(passage.answer))).toBe(true)
  expect(index.search('运费', 'fr')).toEqual([])
  expect(index.search('👍', 'en')).toEqual([])
})

test('entries of a wanted topic are there even when no word fits, behind those that fit', () => {
  const found = index.search('is shipping free', 'en', { topics: ['invoice'] }).map((passage) => passage.topic)
  expect(found[0]).toBe('shipping')
  expect(found).toContain('invoice')
})

test('a part of a topic is looked at with the whole, which stays the only one of its name', () => {
  const parts = buildIndex([
    entry(1, 'en', 'return', ['Returns', 'Can I send it back?'], 'Within 15 days.'),
    entry(2, 'en', 'return.box', ['Without the box', 'I threw away the carton'], 'Then ¥20 is kept.'),
  ])
  const found = parts.search('may I give it back', 'en', { topics: ['return'] })
  expect(found.map(({ topic, alone }) => [topic, alone])).toEqual([
    ['return', true],
    ['return.box', false],
  ])
})
