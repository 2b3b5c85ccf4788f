// Every kind, field, state and answer of the promotions page has words, in both languages.
import { RULE_KINDS } from '@ballast/contract/promotions'
import { expect, test } from 'vitest'
import en from '../words/en.promotions.json' with { type: 'json' }
import zh from '../words/zh-CN.promotions.json' with { type: 'json' }
import { type Field, fieldsOf } from './fields.ts'
import { STATES } from './state.ts'

const namesOf = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => [field.name, ...('of' in field ? namesOf(field.of) : [])])
const fields = [...new Set(RULE_KINDS.flatMap((kind) => namesOf(fieldsOf(kind)))), 'paused', 'id', 'kind']
const all = RULE_KINDS.flatMap((kind) => fieldsOf(kind))
const rows = all.flatMap((field) => (field.shape === 'rows' ? [field.name] : []))
const choices = all.flatMap((field) => ('choices' in field ? (field.choices ?? []) : []))

test.each([
  ['en', en.promotions],
  ['zh-CN', zh.promotions],
] as const)('%s', (_, words) => {
  const missing = (group: object, names: readonly string[]) => names.filter((name) => !(name in group))
  expect(missing(words.kind, RULE_KINDS)).toEqual([])
  expect(missing(words.kindText, RULE_KINDS)).toEqual([])
  expect(missing(words.state, STATES)).toEqual([])
  expect(missing(words.field, fields)).toEqual([])
  expect(missing(words.addRow, rows)).toEqual([])
  expect(missing(words.choice, choices)).toEqual([])
})
