import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codesIn, familyOfCode } from './index.ts'

it.each([
  ['洗衣机报E1', ['E1']],
  ['E1、F05 是什么意思', ['E1', 'F5']],
  ['my washer shows e-01 again', ['E1']],
  ['显示Ｅ１怎么办', ['E1']],
  ['Err 3', ['3']],
  ['故障代码：E21', ['E21']],
  ['error code F7', ['F7']],
  ['I have a 5 year old and 2 cats', []],
  ['订单 BL20240611001 到哪了', []],
  ['199 元的那件', []],
  ['', []],
])('reads the codes of %j', (text, codes) => {
  expect(codesIn(text)).toEqual(codes)
})

it('leaves how it is written aside', () => {
  fc.assert(
    fc.property(fc.constantFrom('E', 'F', 'H', 'ER'), fc.integer({ min: 0, max: 999 }), (letters, number) => {
      const codes = codesIn(`${letters}${number}`)
      expect(codesIn(`${letters.toLowerCase()}-0${number}`)).toEqual(codes)
      expect(familyOfCode(codes[0]!)).toBe(letters)
    }),
  )
})

it('reads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(codesIn(text).length).toBeLessThanOrEqual(50)
    }),
  )
})
