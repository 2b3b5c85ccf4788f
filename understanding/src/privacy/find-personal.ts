// Finds personal data in a message. One scan of the characters decides which detectors run: an ordinary question of
// twenty characters costs about a microsecond.

import { freeAddressesIn } from './address-free.ts'
import { hanAddressesIn } from './address-han.ts'
import { latinAddressesIn } from './address-latin.ts'
import type { Finding } from './candidate.ts'
import { codesIn } from './codes.ts'
import { meaningBefore } from './context.ts'
import { type Folded, fold, HAS, hanDigitsIn, survey } from './glyphs.ts'
import { mailsIn } from './mail.ts'
import { hanNamesIn } from './names-han.ts'
import { latinNamesIn } from './names-latin.ts'
import { numbersIn } from './numbers.ts'
import { runsOf } from './runs.ts'
import type { PersonalSpan } from './span.ts'
import { splitIn } from './split.ts'

/** A fuller address tagger may take part: it gets the folded message and returns offsets into it. */
export type AddressTagger = (
  text: string,
) => readonly { readonly start: number; readonly end: number; readonly score: number }[]
export interface FindOptions {
  readonly addresses?: AddressTagger
}

const NOTHING: readonly PersonalSpan[] = []
const LEAD = 24
const FEWEST_DIGITS = 2
const NUMBER_WORDS = /(?:zero|one|two|three|four|five|six|seven|eight|nine)\s/i

const ACCOUNT_WORDS = /微信|扣扣|[vw]x|v信|加v|wechat|telegram|line id/i

const mayHoldNumber = (text: string, found: number): boolean =>
  found >> 8 >= FEWEST_DIGITS ||
  ((found & HAS.hanDigit) !== 0 && hanDigitsIn(text) + (found >> 8) >= 5) ||
  ((found & HAS.latin) !== 0 && NUMBER_WORDS.test(text))

const tail = (previous: readonly string[] | undefined): string => {
  const last = previous?.at(-1)
  if (last === undefined || last === '') return ''
  return fold(last.slice(-64), survey(last.slice(-64))).text.slice(-LEAD)
}
const numbersAndCodes = (text: string, lead: string, previous: readonly string[] | undefined): Finding[] => {
  const runs = runsOf(text)
  const asked = lead === '' || /\d$/.test(lead) ? undefined : meaningBefore(lead, lead.length, 0)
  const found = [...numbersIn(text, runs, asked), ...codesIn(text, lead)]
  if (previous === undefined || previous.length === 0) return found
  const folded = previous.slice(-4).map((message) => fold(message, survey(message)).text)
  const split = splitIn(text, runs, folded)
  return split ? [...found, split] : found
}

const findings = (
  text: string,
  has: number,
  previous: readonly string[] | undefined,
  options: FindOptions,
): Finding[] => {
  const found: Finding[] = []
  const lead = tail(previous)
  if (mayHoldNumber(text, has)) found.push(...numbersAndCodes(text, lead, previous))
  else if (has & HAS.latin && ACCOUNT_WORDS.test(text)) found.push(...codesIn(text, lead))
  if (has & HAS.at || (has & HAS.latin && /\bat\b|艾特/i.test(text))) found.push(...mailsIn(text, lead))
  if (has & HAS.place) found.push(...(options.addresses ? tagged(text, options.addresses) : hanAddressesIn(text)))
  if (has & HAS.upper || has & HAS.latin) {
    if (has & HAS.digit) found.push(...latinAddressesIn(text), ...freeAddressesIn(text))
    found.push(...latinNamesIn(text, found))
  }
  if (has & HAS.nameWord || lead !== '' || found.length > 0) found.push(...hanNamesIn(text, found, lead))
  return found
}
const tagged = (text: string, tagger: AddressTagger): Finding[] =>
  tagger(text).map(({ start, end, score }) => ({ from: start, to: end, type: 'address', score }))

/** Of overlapping findings the one with the higher score stays, of equals the longer. */
const chosen = (found: readonly Finding[]): Finding[] => {
  if (found.length < 2) return [...found]
  const ranked = [...found].sort((one, other) => other.score - one.score || other.to - other.from - (one.to - one.from))
  const taken: Finding[] = []
  for (const one of ranked.slice(0, MOST))
    if (!taken.some((other) => one.from < other.to && other.from < one.to)) taken.push(one)
  return taken.sort((one, other) => one.from - other.from)
}
const MOST = 500

const toRaw = (found: readonly Finding[], folded: Folded): PersonalSpan[] =>
  found.map(({ from, to, type, score }) => ({ start: folded.start(from), end: folded.end(to), type, score }))

/**
 * Personal data of a message, left to right, without overlaps; offsets are UTF-16 units of `raw`. `previous` holds the
 * last messages of the same person, oldest first: a number may be split over them, or be named by them. Order, parcel,
 * product and coupon numbers, prices, sizes, dates and public service numbers are not personal. Never throws.
 */
export const findPersonal = (
  raw: string,
  previous?: readonly string[],
  options: FindOptions = {},
): readonly PersonalSpan[] => {
  const has = survey(raw)
  const isPlain = (has & ~(HAS.odd | HAS.hanDigit)) === 0 && !(has & HAS.hanDigit)
  if (isPlain && (previous === undefined || previous.length === 0)) return NOTHING
  const folded = fold(raw, has)
  return toRaw(chosen(findings(folded.text, has, previous, options)), folded)
}
