import { expect, test } from 'vitest'
import { otherShopsIn } from './other-shops.ts'

test.each([
  ['Why did Ulta cancel my order?', ['ulta']],
  ['我在拼多多买的东西怎么退', ['拼多多']],
  ["does Sainsbury's take this back, or Best Buy", ["sainsbury's", 'best buy']],
  ['is the ultra light jacket on target to arrive', []],
  ['multi-packs in consultation', []],
  ['怎么退货', []],
  ['', []],
] as const)('%s', (text, names) => expect(otherShopsIn(text)).toEqual(names))

test('takes any text', () => expect(otherShopsIn('\ud800('.repeat(5000))).toEqual([]))
