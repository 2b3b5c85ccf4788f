import { expect, test } from 'vitest'
import { type Asker, buildIndex, type IndexedEntry } from '../search-index.ts'

const NOW = Date.parse('2026-06-18T12:00:00Z')
const entry = (n: number, more: Partial<IndexedEntry>): IndexedEntry => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  locale: 'en',
  title: `Gift number ${n}`,
  questions: ['Is there a gift with my order?'],
  answer: `gift ${n}`,
  topic: 'gift',
  version: 1,
  ...more,
})
const audience = (more: object) => ({ audience: { levels: [], regions: [], products: [], ...more } })
const answers = (entries: IndexedEntry[], asker: Partial<Asker> = {}, text = 'is there a gift with my order') =>
  buildIndex(entries)
    .search(text, 'en', { for: { now: NOW, ...asker }, limit: 10 })
    .map(({ answer }) => answer)

test('an entry is found from its first moment to before its last', () => {
  const at = (validFrom: number | null, validTo: number | null) => answers([entry(1, { validFrom, validTo })])
  expect(at(null, null)).toEqual(['gift 1'])
  expect(at(NOW, NOW + 1)).toEqual(['gift 1'])
  expect(at(NOW + 1, null)).toEqual([])
  expect(at(null, NOW)).toEqual([])
})

test('what is for some is never told to others, nor to those of whom it is not known', () => {
  const gold = [entry(1, audience({ levels: ['gold', 'black'] }))]
  expect(answers(gold, { level: 'gold' })).toEqual(['gift 1'])
  expect(answers(gold, { level: 'silver' })).toEqual([])
  expect(answers(gold)).toEqual([])
  expect(answers([entry(1, audience({ regions: ['CN-65'] }))], { region: 'CN-31' })).toEqual([])
  expect(answers([entry(1, { channels: ['wechat'] })], { channel: 'wechat' })).toEqual(['gift 1'])
  expect(answers([entry(1, { channels: ['wechat'] })], { channel: 'web' })).toEqual([])
  expect(buildIndex(gold).search('is there a gift', 'en')).toEqual([])
})

test('entries that may not be told take no place among the candidates', () => {
  const others = Array.from({ length: 60 }, (_, n) => entry(n + 10, audience({ levels: ['gold'] })))
  expect(answers([...others, entry(1, {})])).toEqual(['gift 1'])
})

test('the product on view comes first, entries bound to others are hidden, general ones stay', () => {
  const entries = [entry(1, audience({ products: ['p1'] })), entry(2, audience({ products: ['p2'] })), entry(3, {})]
  expect(answers(entries, { productIds: ['p2'] })).toEqual(['gift 2', 'gift 3'])
  expect(answers(entries)).toHaveLength(3)
  const [first] = buildIndex(entries).search('is there a gift', 'en', { for: { now: NOW, productIds: ['p1'] } })
  expect(first!.why.parts.map(({ name }) => name)).toContain('product')
})

test('an entry about the product on view is looked at though no word fits', () => {
  const found = answers([entry(1, audience({ products: ['p1'] }))], { productIds: ['p1'] }, 'will it survive rain')
  expect(found).toEqual(['gift 1'])
})

test('why an entry was found: its words, parts that sum up to its place, and how sure that is', () => {
  const [found] = buildIndex([entry(1, {}), entry(2, { questions: ['delivery time'], title: 'Delivery' })]).search(
    'is there any gift with my order',
    'en',
  )
  expect(found!.why.words).toContain('gift')
  expect(found!.score).toBeGreaterThan(0.5)
  expect(found!.why.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(found!.why.figures!.sum, 5)
})
