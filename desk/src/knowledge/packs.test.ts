import type { PackField } from '@ballast/contract/routes/packs'
import { expect, test } from 'vitest'
import { digitsOf, emptyIn, readyValues, wordsOf } from './packs.ts'

const field = (key: string, kind: PackField['kind']): PackField => ({
  key,
  kind,
  label: { zh: key, en: key },
  default: 1,
  example: 1,
})

test('money is written with the digits of its currency', () => {
  expect([digitsOf('CNY'), digitsOf('JPY')]).toEqual([2, 0])
})
test('words that are alike in both languages stay one, a missing side takes the other', () => {
  expect(wordsOf('SF')).toEqual({ zh: 'SF', en: 'SF' })
  expect(readyValues({ a: { zh: ' SF ', en: 'SF' }, b: { zh: '顺丰', en: ' ' }, c: 7 })).toEqual({
    a: 'SF',
    b: { zh: '顺丰', en: '顺丰' },
    c: 7,
  })
})
test('a field is empty only in a language that is installed', () => {
  const fields = [field('a', 'text'), field('b', 'carriers'), field('c', 'days')]
  const values = { a: 'x', b: { zh: '顺丰', en: '' } }
  expect(emptyIn(fields, values, ['zh'])).toEqual(['c'])
  expect(emptyIn(fields, { ...values, c: 1 }, ['zh', 'en'])).toEqual(['b'])
})
