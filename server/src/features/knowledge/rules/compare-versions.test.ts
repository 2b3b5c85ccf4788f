import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts, compareVersions, type Piece } from './compare-versions.ts'
import { nextVersion } from './next-version.ts'

const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[kind]).join('')

test.each([
  ['Return it within 7 days.', 'Return it within 15 days.', 'Return it within [-7][+15] days.'],
  ['支持七天无理由退货', '支持十五天无理由退换货', '支持[-七][+十五]天无理由退[+换]货'],
  ['', 'new', '[+new]'],
  ['same', 'same', 'same'],
])('%s → %s', (from, to, expected) => {
  expect(marked(compareTexts(from, to))).toBe(expected)
})

test('both texts can be read from the pieces, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bc', ' ', '退', '货', '。', '\n', '7'), { maxLength: 40 })
    .map((w) => w.join(''))
  fc.assert(
    fc.property(text, text, (from, to) => {
      const pieces = compareTexts(from, to)
      const without = (kind: Piece['kind']) =>
        pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
      expect([without('added'), without('removed')]).toEqual([from, to])
    }),
  )
})

test('two long texts without a word in common are compared within a blink', () => {
  const [from, to] = ['退货。'.repeat(2_600), 'abc. '.repeat(1_600)]
  const began = performance.now()
  expect(compareTexts(from, to).length).toBeGreaterThan(1)
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('only fields that differ are named', () => {
  const draft = { locale: 'en', title: 'Returns', questions: ['a', 'b'], answer: 'x', topic: 'return' }
  const making = { id: 'e', status: 'published' as const, at: 0 }
  const first = nextVersion(draft, null, making)
  const second = nextVersion({ ...draft, questions: ['a', 'c'], channels: ['web'] }, first, making)
  expect(compareVersions(first, second).map(({ field, pieces }) => [field, marked(pieces)])).toEqual([
    ['questions', 'a\n[-b][+c]'],
    ['channels', '[+web]'],
  ])
})
