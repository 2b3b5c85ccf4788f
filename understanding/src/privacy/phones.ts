// Telephone numbers. Chinese ones by own rules; numbers of other countries are confirmed by libphonenumber-js (the min
// metadata: 83 kB, fixed and mobile lines), loaded when the first message asks for it.
import { createRequire } from 'node:module'
import type { CountryCode } from 'libphonenumber-js/min'
import type { Candidate } from './candidate.ts'

const require = createRequire(import.meta.url)
let library: typeof import('libphonenumber-js/min') | undefined
/** Possible, not valid: numbers reserved for fiction and tests, and ranges newer than the metadata, count as well. */
const isPossible = (text: string, country?: CountryCode): boolean => {
  library ??= require('libphonenumber-js/min') as typeof import('libphonenumber-js/min')
  return library.parsePhoneNumberFromString(text, country)?.isPossible() ?? false
}

const MOBILE = /^(?:0{0,2}86)?1[3-9]\d{9}$/
/** Numbers of the public: toll-free, service and emergency lines. */
const PUBLIC = /^(?:[48]00\d{7}|0?800\d{6,7}|1?8(?:00|33|44|55|66|77|88)\d{7}|95\d{3,6}|1\d{2,4})$/
/** Area codes of mainland fixed lines: two digits for the ten big cities, three for the others. */
const FIXED = /^0(?:10|2[0-57-9]|[3-9]\d\d)[2-9]\d{6,7}$/
const MOBILE_SHAPES = new Set([
  '11',
  '3 4 4',
  '3 8',
  '7 4',
  '3 3 5',
  '5 6',
  '4 3 4',
  '2 11',
  '2 3 4 4',
  '4 11',
  '4 3 4 4',
])

const isOrderly = ({ shape, digits, sizes }: Candidate) =>
  MOBILE_SHAPES.has(shape) || (sizes.length === digits.length && digits.length === 11)

const isChinese = (candidate: Candidate): number => {
  const { digits, sizes, before, dashed } = candidate
  const called = before === 'phone'
  if (MOBILE.test(digits)) return called || isOrderly(candidate) || candidate.disguised ? 0.97 : 0
  const line = sizes.length === 3 && sizes[2]! <= 4 && dashed ? digits.slice(0, sizes[0]! + sizes[1]!) : digits
  if (!FIXED.test(line)) return 0
  const parted = sizes.length >= 2 && (sizes[0] === 3 || sizes[0] === 4) && sizes[1]! >= 3
  return called ? 0.95 : parted && sizes.length <= 3 && (dashed || candidate.bracketed || sizes[1]! >= 7) ? 0.9 : 0
}

/** National writings that say "telephone" by their shape alone. */
const SHAPES: readonly (readonly [RegExp, RegExp, CountryCode])[] = [
  [/^(?:1 )?3 3 4$/, /^1?[2-9]\d\d[2-9]/, 'US'],
  [/^(?:5 6|5 3 3|3 4 4|4 3 4)$/, /^0[1-9]/, 'GB'],
  [/^2 2 2 2 2$/, /^0[1-9]/, 'FR'],
  [/^3 4 4$/, /^0[5789]0/, 'JP'],
  [/^4 3 3$/, /^09/, 'TW'],
]
const isShaped = ({ digits, shape }: Candidate): boolean =>
  SHAPES.some(([form, start, country]) => form.test(shape) && start.test(digits) && isPossible(digits, country))

/** Telephones by their own digits and shape. */
const surePhone = (candidate: Candidate): number => {
  const { digits, before } = candidate
  const chinese = isChinese(candidate)
  if (chinese > 0) return chinese
  if (/^00.{9,15}$/.test(digits) && isPossible(`+${digits.slice(2)}`)) return 0.9
  return (before === undefined || before === 'phone' || before === 'chat') && isShaped(candidate) ? 0.9 : 0
}

/** How sure it is that the candidate is somebody's telephone, 0 for not at all. */
export const phoneScore = (candidate: Candidate): number => {
  const { digits, before, after, plus, sizes } = candidate
  if (/^(?:19|20)\d\d(?:19|20)\d\d$/.test(digits) && candidate.shape === '4 4') return 0
  if (candidate.attached || PUBLIC.test(digits) || before === 'service') return 0
  if (plus)
    return digits.length >= 8 && isPossible(`+${digits}`)
      ? 0.98
      : before === 'phone' && digits.length >= 8 && digits.length <= 15
        ? 0.8
        : 0
  if (before === 'order' || before === 'measure') return 0
  const sure = surePhone(candidate)
  if (sure > 0) return after() === 'measure' ? 0 : sure
  const most = sizes.length === 1 ? 11 : 15
  if (digits.length > most || sizes.length > 6) return 0
  if (before !== 'phone' && after() !== 'phone') return 0
  return after() === 'measure' ? 0 : 0.75
}

/** Two halves from two messages: only a complete number counts. */
export const isWholePhone = (digits: string, plus: boolean, called: boolean): boolean => {
  if (plus) return isPossible(`+${digits}`)
  if (MOBILE.test(digits)) return true
  return called && !PUBLIC.test(digits) && (FIXED.test(digits) || (digits.length === 10 && isPossible(digits, 'US')))
}
