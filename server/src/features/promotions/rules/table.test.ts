// A rules table survives a round trip through either kind of file, and says which cell it could not read.
import { readFileSync } from 'node:fs'
import type { Rule } from '@ballast/contract/promotions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rules as manyRules } from '../../../../test/promotion-arbitraries.ts'
import { readSheet, SheetProblem, writeSheet } from '../sheets.ts'
import type { TableStyle } from './cells.ts'
import { readDelimited } from './delimited.ts'
import { COLUMNS, readTable, writeTable } from './table.ts'

const ZH: TableStyle = { digits: 2, aheadMinutes: 480, tongue: 'zh' }
const read = (rows: string[][], style = ZH) => readTable(rows, style)
const one = (cells: Record<string, string>): Rule | string => {
  const { rules, problems } = read([Object.keys(cells), Object.values(cells)])
  return rules[0] ?? JSON.stringify(problems)
}

test('every rule survives the round trip through csv and xlsx, in both languages', () => {
  fc.assert(
    fc.property(
      // A tier is from an amount or from pieces, and takes off an amount or a share: the other combinations are for the API.
      manyRules(14).filter((list) =>
        list.every(
          (rule) =>
            (rule.kind !== 'threshold' ||
              rule.tiers.every(
                (tier) =>
                  (tier.amount === undefined) !== (tier.pieces === undefined) &&
                  (tier.minus === undefined) !== (tier.pay === undefined),
              )) &&
            (rule.kind !== 'member' ||
              rule.prices.every((price) => (price.price === undefined) !== (price.pay === undefined))),
        ),
      ),
      fc.constantFrom('csv' as const, 'xlsx' as const),
      fc.constantFrom('zh' as const, 'en' as const),
      (list, format, tongue) => {
        const style = { ...ZH, tongue }
        const found = readTable(readSheet(writeSheet(writeTable(list, style), format)), style)
        expect(found.problems).toEqual([])
        expect(found.rules).toEqual(list)
      },
    ),
    { numRuns: 400 },
  )
})

test('a row as shops write it', () => {
  expect(one({ 编号: 'a', 类型: '满减', 名称: '满减', 阶梯: '满300减40；满1000元减200; 满2件打9折' })).toMatchObject({
    tiers: [
      { amount: 30_000, minus: 4_000 },
      { amount: 100_000, minus: 20_000 },
      { pieces: 2, pay: 900 },
    ],
  })
  expect(
    one({ id: 'a', kind: 'percent', name: 'x', pay: '85%', from: '2026/11/11 20:00', products: 'a、b，c' }),
  ).toMatchObject({
    pay: 850,
    from: '2026-11-11T12:00:00.000Z',
    products: ['a', 'b', 'c'],
  })
  expect(one({ id: 'a', kind: '会员价', name: 'x', 等级价格: 'gold:99.9；silver：9.5折' })).toMatchObject({
    prices: [
      { level: 'gold', price: 9_990 },
      { level: 'silver', pay: 950 },
    ],
  })
  const duty = {
    id: 'a',
    kind: '税费',
    name: 'x',
    税率表: '美妆:0/13/15',
    默认税率: '0/13/0',
    计征比例: '70%',
    超额处理: '全额计税',
  }
  expect(one({ ...duty, 单次限额: '5,000' })).toMatchObject({
    rates: [{ category: '美妆', tax: { tariff: 0, vat: 1300, consumption: 1500 } }],
    factor: 7000,
    quotaOrder: 500_000,
    over: 'full',
  })
  // 45972 is how a spreadsheet stores 2025-11-11.
  expect(one({ id: 'a', kind: '限时', name: 'x', 价格: '¥9.90', 开始时间: '45972.5', 停用: '否' })).toEqual({
    id: 'a',
    kind: 'flash',
    name: 'x',
    price: 990,
    from: '2025-11-11T04:00:00.000Z',
  })
})

test('what cannot be read is named by row and column, the rest is taken', () => {
  const found = read([
    ['id', 'kind', 'name', 'price', '备注'],
    ['a', 'flash', 'A', '9.999', ''],
    ['b', 'flash', 'B', '', ''],
    ['', '', '', '', ''],
    ['c', 'flash', 'C', '1', ''],
    ['c', 'flash', 'C', '2', ''],
    ['d', 'nonsense', 'D', '2', ''],
  ])
  expect(found.rules.map(({ id }) => id)).toEqual(['c'])
  expect(found.problems).toEqual([
    { row: 1, code: 'column.unknown', column: '备注' },
    { row: 2, code: 'cell.unreadable', column: 'price' },
    { row: 3, code: 'row.incomplete', column: 'price' },
    { row: 6, code: 'id.twice', column: 'id' },
    { row: 7, code: 'cell.unreadable', column: 'kind' },
  ])
  expect(read([['foo']]).problems.map(({ code }) => code)).toEqual([
    'column.unknown',
    'column.missing',
    'column.missing',
    'column.missing',
  ])
})

test('every column is documented', () => {
  const page = readFileSync(new URL('../../../../../docs/promotions.md', import.meta.url), 'utf8')
  for (const { key, zh } of COLUMNS) expect(page).toContain(`| \`${key}\` | ${zh} |`)
})

test('files that are no table are refused in a clear word', () => {
  const why = (bytes: Buffer) => {
    try {
      readSheet(bytes)
      return 'read'
    } catch (error) {
      if (!(error instanceof SheetProblem)) throw error
      return error.message
    }
  }
  const xlsx = writeSheet([['a']], 'xlsx')
  expect(why(Buffer.alloc(0))).toBe('empty')
  expect(why(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('save it as xlsx')
  expect(why(xlsx.subarray(0, 200))).toBe('not a zip')
  expect(why(Buffer.concat([xlsx.subarray(0, 30), Buffer.alloc(40), xlsx.subarray(70)]))).not.toBe('')
  expect(why(Buffer.from([0xff, 0xfe, 0xfd, 0x80, 0xff]))).toContain('neither')
  expect(why(Buffer.from('a,b\0'))).toBe('not a text')
})

test('csv of a Chinese spreadsheet, with quotes, tabs and formulas', () => {
  // 编号,名称 in GBK.
  expect(readSheet(Buffer.from('b1e0bac52cc3fbb3c60a612c62', 'hex'))).toEqual([
    ['编号', '名称'],
    ['a', 'b'],
  ])
  expect(readDelimited('a\t"b ""x""\ny"\r\nc\td')).toEqual([
    ['a', 'b "x"\ny'],
    ['c', 'd'],
  ])
  expect(writeSheet([['=1+1', '-5', 'a,b']], 'csv').toString()).toBe('\ufeff\'=1+1,-5,"a,b"\r\n')
})
