import { expect, test } from 'vitest'
import { bySection, fromField, isQuestion, marksOf, toField } from './standing.ts'

const NOW = Date.parse('2026-11-20T08:00:00Z')
const entry = (more: object) =>
  ({ status: 'published', liveVersion: 1, validFrom: null, validTo: null, review: 'none', ...more }) as Parameters<
    typeof marksOf
  >[0]

test('an entry shows what customers get of it', () => {
  expect(marksOf(entry({}), NOW)).toEqual(['live'])
  expect(marksOf(entry({ status: 'draft', liveVersion: null }), NOW)).toEqual(['draft'])
  expect(marksOf(entry({ status: 'draft', review: 'wanted' }), NOW)).toEqual(['draft-above', 'review'])
  expect(marksOf(entry({ status: 'withdrawn', validTo: '2026-01-01T00:00:00Z' }), NOW)).toEqual(['withdrawn'])
})
test('validity counts from its first instant, and no longer at its last', () => {
  expect(marksOf(entry({ validFrom: '2026-11-20T08:00:00Z' }), NOW)).toEqual(['live'])
  expect(marksOf(entry({ validFrom: '2026-11-20T08:00:01Z' }), NOW)).toEqual(['not-yet'])
  expect(marksOf(entry({ validTo: '2026-11-20T08:00:00Z' }), NOW)).toEqual(['expired'])
})
test('a question is told from words to look up', () => {
  for (const text of ['多久能到', '可以退货吗', 'where is my parcel', 'returns?', 'my shoes came in the wrong size'])
    expect(isQuestion(text), text).toBe(true)
  for (const text of ['退货', 'delivery', 'SF Express', 'return policy']) expect(isQuestion(text), text).toBe(false)
})
test('a time goes into a field and back unchanged, to the minute', () => {
  expect(fromField(toField('2026-11-11T00:00:00.000Z'))).toBe('2026-11-11T00:00:00.000Z')
  expect(toField(null)).toBe('')
  expect(fromField('')).toBeNull()
})
test('sections stand in the order of their document', () => {
  expect(['2.10', '2.9', '10', '2', '2.9.1'].sort(bySection)).toEqual(['2', '2.9', '2.9.1', '2.10', '10'])
})
