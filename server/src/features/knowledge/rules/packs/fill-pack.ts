// Puts a shop's own rules into the answers of a pack, and reads them back out of answers that were filled before:
// what a shop has given stands in its entries and nowhere else, so nothing can disagree with them.
import type { Money } from '@ballast/contract'
import type { PackField, PackValue } from '@ballast/contract/routes/packs'
import { type FilledText, type Language, type Pack, type PackText, placeholdersIn, type Values } from './pack.ts'

const UNITS = {
  days: { zh: '天', en: 'day' },
  months: { zh: '个月', en: 'month' },
  hours: { zh: '小时', en: 'hour' },
} as const
const isLength = (kind: PackField['kind']): kind is keyof typeof UNITS => Object.hasOwn(UNITS, kind)

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

const moneyText = ({ amount, currency }: Money): string => {
  const whole = 10 ** digitsOf(currency)
  const number = amount % whole === 0 ? String(amount / whole) : (amount / whole).toFixed(digitsOf(currency))
  return currency === 'CNY' ? `¥${number}` : `${currency} ${number}`
}
const moneyIn = (text: string): Money | null => {
  const found = /^(?:¥|([A-Z]{3}) )(\d+(?:\.\d+)?)$/.exec(text)
  if (found === null) return null
  const currency = found[1] ?? 'CNY'
  return { amount: Math.round(Number(found[2]) * 10 ** digitsOf(currency)), currency }
}

const isMoney = (value: PackValue): value is Money => typeof value === 'object' && 'currency' in value

const knownCurrency = ({ currency }: Money): boolean => {
  try {
    digitsOf(currency)
    return true
  } catch {
    return false
  }
}

/** No line breaks, and nothing that would read as a placeholder. */
const PLAIN = /^[^\n\r{}]+$/
const SHAPES: Partial<Record<PackField['kind'], RegExp>> = {
  times: /^\d{1,2}:\d{2}(?: ?[-–—~至] ?\d{1,2}:\d{2})?$/,
  phone: /^\+?[\d\s()-]{3,30}$/,
  url: /^https?:\/\/[^\s<>"]{3,190}$/,
}
const fitsWords = (kind: PackField['kind'], words: string): boolean =>
  words.trim() !== '' && PLAIN.test(words) && (SHAPES[kind]?.test(words) ?? true)

const fits = ({ kind }: PackField, value: PackValue): boolean => {
  if (isLength(kind)) return typeof value === 'number'
  if (kind === 'money') return isMoney(value) && value.amount >= 0 && knownCurrency(value)
  if (typeof value === 'number' || isMoney(value)) return false
  return (typeof value === 'string' ? [value] : [value.zh, value.en]).every((words) => fitsWords(kind, words))
}

/** The first key that is no field of the pack, or whose value is not of its kind; null: all fit. */
export const misfit = ({ fields }: Pack, values: Values): string | null => {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  for (const [key, value] of Object.entries(values)) {
    const field = byKey.get(key)
    if (field === undefined || !fits(field, value)) return key
  }
  return null
}

const textOf = ({ kind }: PackField, value: PackValue, language: Language): string => {
  if (isLength(kind)) {
    const unit = UNITS[kind][language]
    return language === 'zh' ? `${value} ${unit}` : `${value} ${unit}${value === 1 ? '' : 's'}`
  }
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value
  return isMoney(value) ? moneyText(value) : value[language]
}

/** Defaults under what was given. */
export const withDefaults = ({ fields }: Pack, values: Values): Values =>
  Object.fromEntries(fields.map((field) => [field.key, values[field.key] ?? field.default]))

/** The text with every placeholder filled. `values` has all of them. */
export const fillText = (pack: Pack, values: Values, language: Language) => {
  const filled = new Map(pack.fields.map((field) => [field.key, textOf(field, values[field.key]!, language)]))
  return ({ title, questions, asked, answer }: PackText): FilledText => ({
    title,
    questions: [...questions, ...asked],
    answer: answer.replace(/\{([a-z][a-z0-9_]*)\}/g, (whole, key: string) => filled.get(key) ?? whole),
  })
}

type Pieces = Readonly<Record<Language, string | undefined>>
const measureIn = (kind: PackField['kind'], text: string | undefined): PackValue | null => {
  if (text === undefined) return null
  if (kind === 'money') return moneyIn(text)
  const found = /^(\d+) /.exec(text)
  return found === null ? null : Number(found[1])
}
const isBoth = (value: PackValue): value is Record<Language, string> => typeof value === 'object' && 'zh' in value

/** Words told in one language only: those of the other stay as the pack has them. */
const wordsIn = (field: PackField, { zh, en }: Pieces): PackValue | null => {
  if (zh !== undefined && en !== undefined) return zh === en ? zh : { zh, en }
  const one = zh ?? en
  if (one === undefined || !isBoth(field.default)) return one ?? null
  return { ...field.default, [zh === undefined ? 'en' : 'zh']: one }
}
const readValue = (field: PackField, pieces: Pieces): PackValue | null => {
  const measured = field.kind === 'money' || isLength(field.kind)
  if (!measured) return wordsIn(field, pieces)
  return measureIn(field.kind, pieces.zh) ?? measureIn(field.kind, pieces.en)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What stands in the places of a template's placeholders; nothing when the text is another. */
const piecesOf = (template: string, text: string): Map<string, string> => {
  const keys = placeholdersIn(template)
  const frame = template.split(/\{[a-z][a-z0-9_]*\}/).map(escaped)
  const found = new RegExp(`^${frame.join('(.+?)')}$`, 's').exec(text)
  return new Map(found === null ? [] : keys.map((key, at) => [key, found[at + 1]!]))
}

export interface Installed {
  readonly key: string
  readonly language: Language
  readonly answer: string
}
/** The values that filled these answers; fields that none of them tells of are left out. */
export const valuesIn = (pack: Pack, answers: readonly Installed[]): Values => {
  const entries = new Map(pack.entries.map((entry) => [entry.key, entry]))
  const told: Record<Language, Map<string, string>> = { zh: new Map(), en: new Map() }
  for (const { key, language, answer } of answers) {
    const pieces = piecesOf(entries.get(key)?.[language].answer ?? '', answer)
    for (const [field, piece] of pieces) told[language].set(field, piece)
  }
  const read = pack.fields.map((field) => {
    const pieces = { zh: told.zh.get(field.key), en: told.en.get(field.key) }
    return [field.key, readValue(field, pieces)] as const
  })
  return Object.fromEntries(read.filter((one): one is [string, PackValue] => one[1] !== null))
}
