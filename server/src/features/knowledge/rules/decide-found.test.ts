import { expect, test } from 'vitest'
import { decideFound } from './decide-found.ts'

const found = (...scores: number[]) =>
  scores.map((score, n) => ({ entryId: `entry ${n}`, answer: `answer ${n}`, score }))
const choices = (...scores: number[]) => {
  const decision = decideFound(found(...scores))
  return decision.do === 'ask' ? decision.choices.map(({ entryId }) => entryId) : decision.do
}

test('one entry that fits and stands apart is the answer', () => {
  expect(decideFound(found(0.7, 0.5))).toMatchObject({ do: 'answer', passage: { entryId: 'entry 0' } })
  expect(choices(0.5)).toBe('answer')
})

test('two that fit alike are put to the customer, three at most', () => {
  expect(choices(0.7, 0.68, 0.4)).toEqual(['entry 0', 'entry 1'])
  expect(choices(0.7, 0.69, 0.69, 0.69, 0.69)).toHaveLength(3)
})

test('the very words of an entry need less distance, never none', () => {
  expect(choices(0.95, 0.92)).toBe('answer')
  expect(choices(0.95, 0.95)).toEqual(['entry 0', 'entry 1'])
})

test('entries that say the same are one', () => {
  const twins = found(0.7, 0.69).map((one) => ({ ...one, answer: 'the same' }))
  expect(decideFound(twins).do).toBe('answer')
})

test('what half fits is asked about, what does not fit is not guessed', () => {
  expect(choices(0.45, 0.3)).toEqual(['entry 0'])
  expect(choices(0.39, 0.38)).toBe('none')
  expect(choices(0.38, 0.44)).toEqual(['entry 1'])
  expect(choices()).toBe('none')
})
