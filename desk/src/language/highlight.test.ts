import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlighted } from './highlight.ts'

test.each([
  [
    'Where is my ＰＡＲＣＥＬ',
    [
      ['parcel', 2],
      ['where', 1],
    ],
    ['Where:0.5', ' is my :0', 'ＰＡＲＣＥＬ:1'],
  ],
  [
    '我的快递到哪了',
    [
      ['快递', 1],
      ['哪', -0.5],
    ],
    ['我的:0', '快递:1', '到:0', '哪:-0.5', '了:0'],
  ],
  [
    'no no',
    [
      ['no', 1],
      ['no', 0.5],
    ],
    ['no:1', ' :0', 'no:0.5'],
  ],
  ['hello', [['parcel', 1]], ['hello:0']],
  [
    'hello there',
    [
      ['hello', 1],
      ['there', 0.1],
    ],
    ['hello:1', ' there:0'],
  ],
  ['hello', [], ['hello:0']],
])('%s', (raw, words, expected) => {
  const pieces = highlighted(
    raw,
    (words as [string, number][]).map(([text, weight]) => ({ text, weight })),
  )
  expect(pieces.map(({ text, weight }) => `${text}:${weight}`)).toEqual(expected)
})

test('whatever the words, the pieces make up the sentence', () => {
  const word = fc.record({ text: fc.string({ unit: 'grapheme' }), weight: fc.double({ noNaN: true, min: -9, max: 9 }) })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(word), (raw, words) => {
      expect(
        highlighted(raw, words)
          .map(({ text }) => text)
          .join(''),
      ).toBe(raw)
    }),
  )
})
