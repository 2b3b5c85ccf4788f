// What a manager writes becomes the rule that is meant, of every kind and in both languages; what is not one is named.
import { RULE_KINDS, Rule, type RuleKind } from '@ballast/contract/promotions'
import Value from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { RULES } from '../../test/mock-rules.ts'
import {
  moneyText,
  readMoney,
  readPay,
  readRate,
  readTime,
  writeMoney,
  writePay,
  writeRate,
  writeTime,
} from './amounts.ts'
import { fieldsOf } from './fields.ts'
import { emptyOf, type FormTerms, readRule, writeRule } from './form.ts'

const kinds = Object.fromEntries(RULE_KINDS.map((kind) => [kind, `kind ${kind}`])) as Record<RuleKind, string>
const terms = (tongue: 'zh' | 'en', currency = 'CNY'): FormTerms => ({ tongue, currency, kinds })
const en = terms('en')

test('money is written in units and kept in the minor unit, digit by digit', () => {
  for (const [text, currency, amount] of [
    ['12.5', 'CNY', 1250],
    ['¥1,299.05', 'CNY', 129_905],
    ['0.29', 'USD', 29],
    ['1200', 'JPY', 1200],
    ['1.005', 'KWD', 1005],
    ['12.345', 'CNY', undefined],
    ['1.5', 'JPY', undefined],
    ['1,5', 'EUR', undefined],
    ['-3', 'CNY', undefined],
    ['', 'CNY', undefined],
    ['999999999999', 'CNY', undefined],
  ] as const)
    expect(readMoney(text, terms('en', currency)), text).toBe(amount)
  expect(['1250', '1200', '5'].map((each) => writeMoney(Number(each), en))).toEqual(['12.50', '12', '0.05'])
  expect(writeMoney(1200, terms('en', 'JPY'))).toBe('1200')
  expect(moneyText(123_456_789_01, 'CNY', 'zh-CN')).toBe('¥123,456,789.01')
  expect(moneyText(1200, 'JPY', 'en')).toBe('¥1,200')
})

test('what is paid reads as 折 in Chinese and as percent off in English', () => {
  const zh = terms('zh')
  expect(['8.5', '8.5折', '9', '0', '8.55', '11', '8.555'].map((text) => readPay(text, zh))).toEqual([
    850,
    850,
    900,
    0,
    855,
    undefined,
    undefined,
  ])
  expect(['15', '15 %', '100', '14.5', '101', '14.55'].map((text) => readPay(text, en))).toEqual([
    850,
    850,
    0,
    855,
    undefined,
    undefined,
  ])
  for (let pay = 0; pay <= 1000; pay++) {
    expect(readPay(writePay(pay, zh), zh)).toBe(pay)
    expect(readPay(writePay(pay, en), en)).toBe(pay)
  }
})

test('rates and times come back as they were', () => {
  for (const rate of [0, 1, 10, 1300, 910, 100_000]) expect(readRate(writeRate(rate))).toBe(rate)
  expect([1300, 910, 0].map(writeRate)).toEqual(['13', '9.1', '0'])
  const instant = '2026-11-11T12:30:00.000Z'
  expect(readTime(writeTime(instant))).toBe(instant)
  expect(readTime('tomorrow')).toBeUndefined()
})

describe('a rule of each kind', () => {
  test.each(RULE_KINDS)('%s', (kind) => {
    const some = RULES.filter((rule) => rule.kind === kind)
    expect(some.length).toBeGreaterThan(0)
    for (const rule of some)
      for (const held of [en, terms('zh')]) {
        const read = readRule(writeRule(rule, held), { kind, id: rule.id }, held)
        expect(read.wrong).toEqual({})
        expect(read.rule).toEqual({ ...rule, paused: undefined })
        expect(Value.Check(Rule, read.rule)).toBe(true)
      }
  })
  test.each(RULE_KINDS)('an empty form of %s says what is missing', (kind) => {
    const { wrong } = readRule(emptyOf(fieldsOf(kind)), { kind, id: 'x' }, en)
    expect(wrong.name).toBe('required')
    expect(Object.keys(wrong).length).toBeGreaterThan(1)
  })
})

test('what is wrong is said where it is', () => {
  const form = {
    ...emptyOf(fieldsOf('threshold')),
    name: 'x',
    tiers: [
      { amount: '300', pieces: '', minus: '', pay: '' },
      { amount: 'x', pieces: '0', minus: '1', pay: '' },
    ],
    from: '2026-11-12T00:00',
    to: '2026-11-11T00:00',
  }
  expect(readRule(form, { kind: 'threshold', id: 'x' }, en).wrong).toEqual({
    'tiers.0.minus': 'one-of',
    'tiers.1.amount': 'money',
    'tiers.1.pieces': 'whole',
    to: 'order',
  })
})

test('what a rule is not combined with is called by its name', () => {
  const rule = RULES.find(({ notWith }) => notWith !== undefined)!
  expect(writeRule(rule, en).notWith).toBe('kind coupon; big')
})

test('what is not touched stays exactly as it was written', () => {
  const before = { ...RULES[0]!, paused: true as const, from: '2026-11-01T00:00:00.123Z', to: '2026-11-11T15:59:59Z' }
  const shown = writeRule(before, en)
  const { rule } = readRule({ ...shown, name: 'new' }, { kind: before.kind, id: before.id, before }, en)
  expect(rule).toEqual({ ...before, name: 'new' })
})
