import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, ReadDocument, ReadSection } from './document-shape.ts'
import { entriesOf } from './entries-of.ts'

const documentOf = (sections: readonly ReadSection[]): ReadDocument => ({ title: 'Handbook', sections, warnings: [] })
const section = (path: string, heading: string, ...blocks: Block[]): ReadSection => ({
  path,
  heading,
  level: 1,
  blocks,
})
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('a title is the way down to the section; what stands before all headings bears the document’s', () => {
  const entries = entriesOf(
    documentOf([section('0', '', paragraph('a')), section('1', 'Returns'), section('1.1', 'Fees', paragraph('b'))]),
  )
  expect(entries).toEqual([
    { section: '0', title: 'Handbook', questions: [], answer: 'a' },
    { section: '1.1', title: 'Returns › Fees', questions: ['Fees'], answer: 'b' },
  ])
})

test('a long section is cut between blocks, its parts have paths of their own', () => {
  const entries = entriesOf(
    documentOf([section('2', 'Long', ...Array.from({ length: 5 }, () => paragraph('x'.repeat(500))))]),
  )
  expect(entries.map((entry) => [entry.section, entry.title, entry.answer.length])).toEqual([
    ['2', 'Long', 1_002],
    ['2/2', 'Long (2)', 1_002],
    ['2/3', 'Long (3)', 500],
  ])
})

test('a long table repeats its header', () => {
  const rows = Array.from({ length: 100 }, (_, n) => [`region ${n}`, `${n} yuan for the first kilogram`])
  const entries = entriesOf(documentOf([section('1', 'Fees', { kind: 'table', header: ['Region', 'Fee'], rows })]))
  expect(entries.length).toBeGreaterThan(2)
  for (const { answer } of entries) expect(answer.split('\n')[0]).toBe('Region | Fee')
  const lines = entries.flatMap(({ answer }) => answer.split('\n').slice(1))
  expect(lines).toEqual(rows.map((row) => row.join(' | ')))
  expect(entries.flatMap(({ questions }) => questions)).toEqual(rows.map(([region]) => `${region} Fee`))
})

test('whatever the text, every entry fits the contract and nothing is lost', () => {
  const text = fc
    .array(fc.constantFrom('退', '货', '。', ' a', '. ', '😀', 'bc', '\n'), { maxLength: 3_000 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.string({ maxLength: 400 }), (said, heading) => {
      const entries = entriesOf(documentOf([section('1', heading, paragraph(said))]))
      const letters = (all: string) => all.replace(/\s+/g, '')
      expect(letters(entries.map(({ answer }) => answer).join(''))).toBe(letters(said))
      for (const entry of entries) {
        expect(entry.answer.length).toBeLessThanOrEqual(1_200)
        expect(entry.answer.isWellFormed()).toBe(true)
        expect(entry.title.length).toBeLessThanOrEqual(300)
        expect(entry.answer.trim()).not.toBe('')
      }
    }),
    { numRuns: 60 },
  )
})
