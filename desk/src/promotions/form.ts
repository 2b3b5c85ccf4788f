// Between a rule and its form: what is written in the fields, and what is wrong with it. Pure.
import { RULE_KINDS, type Rule, type RuleKind } from '@ballast/contract/promotions'
import * as amounts from './amounts.ts'
import { type Field, fieldsOf, NEEDS, type Simple, type SimpleField } from './fields.ts'

export type Raw = string | boolean | Form | readonly Form[]
export interface Form {
  readonly [name: string]: Raw
}
export type Wrong = 'required' | Simple | 'one-of' | 'order' | 'currency'
/** Path of a field such as `tiers.0.amount` -> what is wrong with it. */
export type Wrongs = Readonly<Record<string, Wrong>>

/** `kinds`: how kinds of rules are called, for the list of what a rule is not combined with. */
export interface FormTerms extends amounts.Terms {
  readonly kinds: Readonly<Record<RuleKind, string>>
}

const kindCalled = (name: string, { kinds }: FormTerms): string =>
  RULE_KINDS.find((kind) => kinds[kind] === name) ?? name
const isKind = (name: string): name is RuleKind => RULE_KINDS.some((kind) => kind === name)

const readWhole = (text: string, most = 100_000): number | undefined => {
  const value = /^-?\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return value <= most ? value : undefined
}

const readSimple = (field: SimpleField, text: string, terms: FormTerms): unknown => {
  const how: Readonly<Record<Simple, () => unknown>> = {
    text: () => text,
    choice: () => text,
    money: () => amounts.readMoney(text, terms),
    pay: () => amounts.readPay(text, terms),
    rate: () => amounts.readRate(text),
    whole: () => {
      const value = readWhole(text, field.most)
      return field.name === 'priority' || (value ?? 0) > 0 ? value : undefined
    },
    time: () => amounts.readTime(text),
    names: () => amounts.readNames(text),
    apart: () => amounts.readNames(text).map((name) => kindCalled(name, terms)),
  }
  return how[field.shape]()
}
const writeSimple = (shape: Simple, value: unknown, terms: FormTerms): string => {
  if (shape === 'money') return amounts.writeMoney(value as number, terms)
  if (shape === 'pay') return amounts.writePay(value as number, terms)
  if (shape === 'rate') return amounts.writeRate(value as number)
  if (shape === 'time') return amounts.writeTime(value as string)
  if (shape === 'names') return (value as string[]).join('; ')
  if (shape === 'apart') return (value as string[]).map((name) => (isKind(name) ? terms.kinds[name] : name)).join('; ')
  return String(value)
}

export const emptyOf = (fields: readonly Field[]): Form =>
  Object.fromEntries(fields.map((field) => [field.name, emptyField(field)]))
const emptyField = (field: Field): Raw => {
  if (field.shape === 'yes') return false
  if (field.shape === 'fields') return emptyOf(field.of)
  if (field.shape === 'rows') return field.required ? [emptyOf(field.of)] : []
  return field.shape === 'choice' ? (field.choices?.[0] ?? '') : ''
}

export const writeForm = (fields: readonly Field[], values: object, terms: FormTerms): Form => {
  const held = values as Readonly<Record<string, unknown>>
  const write = (field: Field): Raw => {
    const value = held[field.name]
    if (value === undefined) return emptyField(field)
    if (field.shape === 'yes') return value === true
    if (field.shape === 'fields') return writeForm(field.of, value as object, terms)
    if (field.shape === 'rows') return (value as object[]).map((row) => writeForm(field.of, row, terms))
    return writeSimple(field.shape, value, terms)
  }
  return Object.fromEntries(fields.map((field) => [field.name, write(field)]))
}

const isBlank = (raw: Raw | undefined): boolean => {
  if (raw === undefined || typeof raw === 'boolean') return true
  if (typeof raw === 'string') return raw.trim() === ''
  return (Array.isArray(raw) ? raw : Object.values(raw)).every(isBlank)
}

interface Taking {
  readonly fields: readonly Field[]
  readonly needs?: readonly (readonly string[])[] | undefined
  /** Where the form stands in the whole: `tiers.0.`. */
  readonly path: string
  readonly terms: FormTerms
  readonly wrong: Record<string, Wrong>
}

const takeField = (field: Field, raw: Raw | undefined, taking: Taking): unknown => {
  const path = taking.path + field.name
  if (field.shape === 'yes') return raw === true ? true : undefined
  if (field.shape === 'fields')
    return takeForm(raw as Form, { ...taking, fields: field.of, needs: field.needs, path: `${path}.` })
  if (isBlank(raw)) {
    if (field.required) taking.wrong['of' in field ? `${path}.0.${field.of[0]?.name}` : path] = 'required'
    return undefined
  }
  if ('of' in field)
    return (raw as readonly Form[]).flatMap((row, at) =>
      isBlank(row) ? [] : [takeForm(row, { ...taking, fields: field.of, needs: field.needs, path: `${path}.${at}.` })],
    )
  const value = readSimple(field, String(raw).trim(), taking.terms)
  if (value === undefined) taking.wrong[path] = field.shape
  return value
}
const takeForm = (form: Form, taking: Taking): Record<string, unknown> => {
  const values = taking.fields.map((field) => [field.name, takeField(field, form[field.name], taking)] as const)
  for (const names of taking.needs ?? [])
    if (names.every((name) => isBlank(form[name]))) taking.wrong[taking.path + names[0]] = 'one-of'
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** The values of a form; none of them counts while anything is wrong. */
export const readForm = (form: Form, fields: readonly Field[], terms: FormTerms) => {
  const wrong: Record<string, Wrong> = {}
  return { values: takeForm(form, { fields, path: '', terms, wrong }), wrong: wrong as Wrongs }
}

interface Writing {
  readonly kind: RuleKind
  readonly id: string
  /** What was there before: whatever was not touched in the form stays exactly as it was. */
  readonly before?: Rule | undefined
}
const untouched = (form: Form, before: Rule, terms: FormTerms): Record<string, unknown> => {
  const held = before as unknown as Readonly<Record<string, unknown>>
  const shown = writeRule(before, terms)
  const names = Object.keys(shown).filter((name) => JSON.stringify(form[name]) === JSON.stringify(shown[name]))
  return Object.fromEntries(names.filter((name) => held[name] !== undefined).map((name) => [name, held[name]]))
}

/** A new rule, or what became of the one that is edited. It may only be kept while nothing is wrong. */
export const readRule = (
  form: Form,
  { kind, id, before }: Writing,
  terms: FormTerms,
): { readonly rule: Rule; readonly wrong: Wrongs } => {
  const wrong: Record<string, Wrong> = {}
  const values = takeForm(form, { fields: fieldsOf(kind), needs: NEEDS[kind], path: '', terms, wrong })
  const { from, to } = values as { from?: string; to?: string }
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)) wrong.to = 'order'
  const kept = before === undefined ? {} : untouched(form, before, terms)
  const paused = before?.paused === true ? { paused: true } : {}
  return { rule: { id, kind, ...values, ...kept, ...paused } as Rule, wrong }
}
export const writeRule = (rule: Rule, terms: FormTerms): Form => writeForm(fieldsOf(rule.kind), rule, terms)
