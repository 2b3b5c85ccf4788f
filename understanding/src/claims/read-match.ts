// From a match to what it says.
import type { DayClaim, Span } from './claim.ts'
import { digitsOf, englishValue, numberIn } from './values.ts'

type Groups = Readonly<Record<string, string | undefined>>

const numbers = (...texts: readonly (string | undefined)[]): number[] =>
  texts.flatMap((text) => (text === undefined ? [] : [numberIn(text)]))

/** Only where both sides are sums; 买二送一 is compared word for word. */
export const readDeal = ({ least, gives }: Groups) => ({
  kind: 'deal' as const,
  amounts: numbers(least, gives).map((amount) => Math.round(amount * 100)),
})

/** Without what is not written; null when nothing is. */
const day = (year?: number, month?: number, date?: number): DayClaim => ({
  ...(year === undefined ? {} : { year }),
  ...(month === undefined ? {} : { month }),
  ...(date === undefined ? {} : { day: date }),
})
const maybe = (text: string | undefined): number | undefined => (text === undefined ? undefined : numberIn(text))
const yearOf = (text: string | undefined): number | undefined => {
  const year = maybe(text)
  return year !== undefined && year < 100 ? 2000 + year : year
}
export const readDay = (found: Groups) => {
  const { y, ym, yd, m, d, only, iy, im, id, a, b, fy } = found
  const readings = y
    ? [day(yearOf(y), maybe(ym), maybe(yd))]
    : m
      ? [day(undefined, maybe(m), maybe(d))]
      : iy
        ? [day(yearOf(iy), maybe(im), maybe(id))]
        : only
          ? [day(undefined, undefined, maybe(only))]
          : [day(yearOf(fy), maybe(a), maybe(b)), day(yearOf(fy), maybe(b), maybe(a))]
  return { kind: 'day' as const, readings }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const readEnglishDay = (found: Groups) => {
  const name = found.month ?? found.month2
  const month = name === undefined ? undefined : MONTHS.indexOf(name.slice(0, 3)) + 1
  const date = maybe(found.day ?? found.day2 ?? found.day3)
  return { kind: 'day' as const, readings: [day(maybe(found.year ?? found.year2), month, date)] }
}

const minutesOf = (han: string | undefined): number => (han === undefined ? 0 : han === '半' ? 30 : numberIn(han))
/** Said without the half of the day it is either. */
export const readClock = (found: Groups) => {
  const hour = numberIn((found.h ?? found.h2 ?? found.h3 ?? found.h4 ?? found.h5)!)
  const minute = found.min === undefined ? minutesOf(found.han ?? found.han2) : Number(found.min)
  const half = (found.half ?? found.half2)?.charAt(0)
  const at = (one: number) => one * 60 + minute
  if (half === 'p') return { kind: 'clock' as const, readings: [at((hour % 12) + 12)] }
  if (half === 'a') return { kind: 'clock' as const, readings: [at(hour % 12)] }
  const either = found.h === undefined && hour <= 12
  return { kind: 'clock' as const, readings: either ? [at(hour % 12), at((hour % 12) + 12)] : [at(hour)] }
}

/** 9 折 leaves nine tenths to pay, 95 折 ninety-five hundredths. */
const offOf = (zhe: string): number => {
  const left = digitsOf(zhe)
  return left <= 10 ? 100 - left * 10 : 100 - left
}
const tidy = (percent: number): number => Math.round(percent * 100) / 100
export const readShare = ({ of, zhe, cheng, a, b, sign, half }: Groups) => {
  if (half !== undefined) return { kind: 'share' as const, percents: [50], off: true }
  if (zhe !== undefined) return { kind: 'share' as const, percents: [tidy(offOf(zhe))], off: true }
  if (of !== undefined) return { kind: 'share' as const, percents: [numberIn(of)], off: false }
  if (cheng !== undefined) return { kind: 'share' as const, percents: [tidy(numberIn(cheng) * 10)], off: false }
  const scale = sign === '‰' ? 0.1 : 1
  const percents = [englishValue(a!), ...(b === undefined ? [] : [numberIn(b)])].map((one) => tidy(one * scale))
  return { kind: 'share' as const, percents, off: false }
}

const CURRENCIES: Readonly<Record<string, readonly [string, number]>> = {
  d: ['USD', 100],
  b: ['USD', 100],
  e: ['EUR', 100],
  p: ['GBP', 100],
  q: ['GBP', 100],
  y: ['CNY', 100],
  r: ['CNY', 100],
  c: ['USD', 1],
}
export const readSum = ({ sum, unit, off }: Groups) => {
  if (off !== undefined) return { kind: 'money' as const, amounts: [englishValue(off) * 100], currency: null }
  const [currency, scale] = unit === 'pence' ? (['GBP', 1] as const) : CURRENCIES[unit!.charAt(0)]!
  return { kind: 'money' as const, amounts: [englishValue(sum!) * scale], currency }
}

const UNITS: readonly (readonly [RegExp, Span, number?])[] = [
  [/工作日|business|working|work|weekday/, 'workday'],
  [/小时|钟头|hour|hr|^h$/, 'hour'],
  [/季度|quarter/, 'quarter'],
  [/星期|礼拜|周|week|wk/, 'week'],
  [/fortnight/, 'week', 2],
  [/刻钟/, 'minute', 15],
  [/分|min/, 'minute'],
  [/秒|sec/, 'second'],
  [/月|month/, 'month'],
  [/年|year|yr/, 'year'],
  [/天|日|夜|day|night|^d$/, 'day'],
]
export const readSpan = ({ a, b, more, unit, c, e, word, hours, short }: Groups) => {
  const [, span, scale = 1] = UNITS.find(([pattern]) => pattern.test((unit ?? word ?? short)!))!
  const said =
    a !== undefined
      ? [...numbers(a), ...numbers(b)]
      : [englishValue((c ?? hours)!), ...(e === undefined ? [] : [englishValue(e)])]
  const extra = more === '个半' ? 0.5 : more === undefined ? 0 : Number.NaN
  return { kind: 'span' as const, amounts: said.map((one) => (one + extra) * scale), unit: span }
}
