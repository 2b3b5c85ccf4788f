// How well personal data is found: recall, precision and F1 of spans, by type, exact and by overlap.
import { findPersonal } from './find-personal.ts'
import type { PersonalSpan, PersonalType } from './span.ts'

export interface PiiRow {
  readonly text: string
  readonly previous?: readonly string[]
  /** [start, end, type], UTF-16, end exclusive. */
  readonly spans: readonly (readonly [number, number, string])[]
}
export interface PiiScore {
  readonly recall: number
  readonly precision: number
  readonly spanF1: number
}
export interface PiiMetrics extends PiiScore {
  /** The same, counting a span as found when something personal was found over at least half of it, whatever its type. */
  readonly overlap: PiiScore
  readonly byType: Readonly<Record<string, PiiScore & { readonly rows: number }>>
  readonly messages: number
  readonly spans: number
}

/** Types of the Presidio research set; those not listed here and not ours are not personal by themselves. */
const NAMED: Readonly<Record<string, PersonalType>> = {
  PERSON: 'name',
  STREET_ADDRESS: 'address',
  PHONE_NUMBER: 'phone',
  EMAIL_ADDRESS: 'email',
  CREDIT_CARD: 'bank-card',
  IBAN_CODE: 'iban',
  US_SSN: 'ssn',
  IP_ADDRESS: 'ip',
}
const OURS = new Set<string>(
  'phone email id-card permit bank-card card-expiry card-code passport plate address name iban ssn ip birth-date account'.split(
    ' ',
  ),
)
type Gold = { readonly start: number; readonly end: number; readonly type: string }

const goldOf = (row: PiiRow): Gold[] =>
  row.spans
    .map(([start, end, type]) => ({ start, end, type: NAMED[type] ?? type }))
    .filter((span) => OURS.has(span.type))

const shared = (one: Gold | PersonalSpan, other: Gold | PersonalSpan) =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
const same = (one: Gold, other: Gold) => one.start === other.start && one.end === other.end && one.type === other.type

const score = (hits: number, hitsFound: number, gold: number, found: number): PiiScore => {
  const recall = gold === 0 ? 1 : hits / gold
  const precision = found === 0 ? 1 : hitsFound / found
  return { recall, precision, spanF1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) }
}

interface Tally {
  gold: number
  found: number
  exact: number
}
const tallyOf = (tallies: Map<string, Tally>, type: string): Tally => {
  const known = tallies.get(type)
  if (known) return known
  const fresh = { gold: 0, found: 0, exact: 0 }
  tallies.set(type, fresh)
  return fresh
}

/** Pure: measures `find` (ours unless told) on rows with marked spans. */
export const evaluatePii = (
  rows: readonly PiiRow[],
  find: (text: string, previous?: readonly string[]) => readonly PersonalSpan[] = findPersonal,
): PiiMetrics => {
  const tallies = new Map<string, Tally>()
  const all = { gold: 0, found: 0, exact: 0, goldTouched: 0, foundTouching: 0 }
  for (const row of rows) {
    const gold = goldOf(row)
    const found = find(row.text, row.previous)
    for (const span of gold) {
      const tally = tallyOf(tallies, span.type)
      tally.gold++
      all.gold++
      if (found.some((other) => same(span, other))) {
        tally.exact++
        all.exact++
      }
      const covered = found.reduce((sum, other) => sum + shared(span, other), 0)
      if (covered * 2 >= span.end - span.start) all.goldTouched++
    }
    for (const span of found) {
      tallyOf(tallies, span.type).found++
      all.found++
      if (gold.some((other) => shared(span, other) * 2 >= Math.min(span.end - span.start, other.end - other.start)))
        all.foundTouching++
    }
  }
  const byType = Object.fromEntries(
    [...tallies].map(([type, one]) => [type, { ...score(one.exact, one.exact, one.gold, one.found), rows: one.gold }]),
  )
  return {
    ...score(all.exact, all.exact, all.gold, all.found),
    overlap: score(all.goldTouched, all.foundTouching, all.gold, all.found),
    byType,
    messages: rows.length,
    spans: all.gold,
  }
}
