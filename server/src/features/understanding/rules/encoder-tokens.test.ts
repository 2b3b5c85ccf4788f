import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encoderTokens, vocabularyOf } from './encoder-tokens.ts'

const MARKS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]']
const pieces = vocabularyOf('pieces', true, [...MARKS, '气', '死', '我', '了', '[心]', '谢谢', 'ok', '!', '😡'])
const wordpiece = vocabularyOf('wordpiece', true, [
  ...MARKS,
  ...['气', '死', 'wor', '##ri', '##ed', 'so', 'cafe', '!', '[', ']'],
])

// What tokens.py, which reads the training rows, makes of the same texts.
it.each([
  ['气死我了！[心]', [2, 4, 5, 6, 7, 11, 8, 3]],
  ['谢 谢，OK OK', [2, 1, 1, 1, 10, 10, 3]],
  ['[心不]', [2, 1, 1, 1, 1, 3]],
  ['😡气', [2, 12, 4, 3]],
  ['ｏｋ', [2, 10, 3]],
  ['', [2, 3]],
  ['气'.repeat(20), [2, 4, 4, 4, 4, 4, 4, 4, 4, 3]],
])('reads %j by pieces as the training did', (text, ids) => {
  expect(encoderTokens(pieces, text, 10)).toEqual(ids)
})
it.each([
  ['Worried, so WORRIED!', [2, 6, 7, 8, 1, 9, 6, 7, 8, 3]],
  ['CAFÉ气wor\u200bri', [2, 10, 4, 6, 7, 3]],
  ['worst [气]', [2, 1, 12, 4, 13, 3]],
  ['x'.repeat(101), [2, 1, 3]],
  ['气死我', [2, 4, 5, 1, 3]],
])('reads %j as BERT does', (text, ids) => {
  expect(encoderTokens(wordpiece, text, 10)).toEqual(ids)
})
it('gives numbers of the vocabulary between its marks, and never too many, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, most) => {
      for (const vocabulary of [pieces, wordpiece]) {
        const ids = encoderTokens(vocabulary, text, most)
        expect(ids.length).toBeLessThanOrEqual(most)
        expect([ids[0], ids.at(-1)]).toEqual([2, 3])
        expect(ids.every((id) => id >= 0 && id < vocabulary.ids.size)).toBe(true)
      }
    }),
  )
})
