// Days and hours as English-speaking customers say them, and dates in figures: last Friday, in 3 days, May 3rd, 2026-05-03, 5pm.
import { type Days, dayOf, likelier, monthOf, type Now, oneDay, partsOf, realDay, weekOf, yearOf } from './calendar.ts'
import { clockHours, type Hours, partHours, timeEntity } from './clock.ts'
import type { TimeEntity } from './entity.ts'
import { feastDays, feastToward, LATIN_FEASTS } from './feasts.ts'
import { ENGLISH_NUMBER, englishNumber } from './numerals.ts'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FULL_DAY = WEEKDAYS.join('|')
const SHORT_DAY = 'mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun'
const MONTH_NAME =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec'
const UNIT = 'minute|min|hour|hr|business day|working day|day|week|fortnight|month|year'

const RELATIVE =
  '(?<rel>the day before yesterday|day before yesterday|the day after tomorrow|day after tomorrow|yesterday|today|tonight|tomorrow|tmrw|tmr|last night|this morning|this afternoon|this evening)'
const AGO = `(?:(?<agoN>${ENGLISH_NUMBER})\\s(?:and a half\\s)?(?<agoUnit>${UNIT})s?\\s(?<agoDir>ago|back|earlier|later|from now|from today))`
const IN = `(?:(?<inWord>in|within|after)\\s(?:the\\snext\\s)?(?<inN>${ENGLISH_NUMBER})\\s?(?<inUnit>${UNIT})s?(?!\\s(?:ago|of)))`
const WEEKDAY = `(?:(?<dayStep>last|this past|past|this|next|coming)\\s(?<stepDay>${FULL_DAY}|${SHORT_DAY})|(?:(?:on|by|until|till|before|since)\\s)?(?<onDay>${FULL_DAY})(?!s))(?:\\sof\\s(?<ofWeek>last|next)\\sweek)?`
const PERIOD = '(?<period>last|this past|past|this|next)\\s(?<periodUnit>weekend|week|month|year)'
const EDGE =
  '(?<edge>end|beginning|start|middle)\\sof\\s(?:the\\s)?(?<edgeStep>this|next|last)?\\s?(?<edgeUnit>month|week|year)'
const MONTH_DAY = `(?<mdMonth>${MONTH_NAME})\\.?\\s(?<mdDay>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s(?<mdYear>20\\d{2}))?`
const DAY_MONTH = `(?<dmDay>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<dmMonth>${MONTH_NAME})(?:,?\\s(?<dmYear>20\\d{2}))?`
const IN_MONTH = `(?:in|since|during|until|last|next|this)\\s(?<imMonth>${MONTH_NAME})(?:\\s(?<imYear>20\\d{2}))?`
const FEAST = `(?:(?<feastStep>last|this|next|past)\\s)?(?<feast>${LATIN_FEASTS})(?:\\s(?<feastYear>20\\d{2}))?`
const ISO = '(?<isoYear>20\\d{2})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})(?!\\d)t?'
const FIGURES = '(?<![/\\d-])(?<figA>\\d{1,2})/(?<figB>\\d{1,2})(?:/(?<figYear>20\\d{2}|\\d{2}))?(?![/\\d])'
const CLOCK =
  '(?:at\\s|by\\s|around\\s|before\\s|after\\s)?(?:(?<hour>\\d{1,2})(?::(?<minute>\\d{2}))?\\s?(?<half>am|pm|a\\.m\\.|p\\.m\\.)|(?<![\\d:])(?<digital>\\d{1,2}:\\d{2})(?::\\d{2})?(?![\\d:]))|(?:in the\\s|at\\s)?(?<part>morning|afternoon|evening|night|noon|midnight)'
const LONE = CLOCK.replace(/\(\?<([a-z])(\w*)>/g, '(?<lone$1$2>')

export const ENGLISH_TIMES = new RegExp(
  `(?<![a-z0-9])(?:(?:${[RELATIVE, AGO, IN, FEAST, WEEKDAY, PERIOD, EDGE, MONTH_DAY, DAY_MONTH, IN_MONTH, ISO, FIGURES].join('|')})(?![a-z])(?:,?\\s?(?:${CLOCK})(?![a-z]))?|(?:${LONE})(?![a-z]))`,
  'g',
)
/** Any word that can begin one of them: most messages hold none. */
export const ENGLISH_HINT =
  /day|tonight|tomorrow|tm[r]|week|month|year|ago|(?:^|[^a-z])(?:in|within|after|last|this|next|past)\s|back|later|from now|earlier|morning|afternoon|evening|night|noon|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d\s?[ap]\.?m|\d[:/]\d|20\d\d[-./]|christmas|xmas|easter|thanksgiving|halloween|valentine|festival/

type Groups = Record<string, string | undefined>

const REL: Readonly<Record<string, readonly [number, string?]>> = {
  'the day before yesterday': [-2],
  'day before yesterday': [-2],
  yesterday: [-1],
  'last night': [-1, 'night'],
  today: [0],
  tonight: [0, 'tonight'],
  'this morning': [0, 'morning'],
  'this afternoon': [0, 'afternoon'],
  'this evening': [0, 'evening'],
  tomorrow: [1],
  tmrw: [1],
  tmr: [1],
  'the day after tomorrow': [2],
  'day after tomorrow': [2],
}
const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1
const weekdayNumber = (name: string): number => WEEKDAYS.findIndex((day) => day.startsWith(name.slice(0, 3)))
const step = (word: string | undefined): number =>
  word === undefined || /this$|coming/.test(word) ? 0 : word === 'next' ? 1 : -1

const nearest = (now: Now, month: number, date: number, year?: string): Days | undefined => {
  const years = year
    ? [Number(year) < 100 ? 2000 + Number(year) : Number(year)]
    : [now.year - 1, now.year, now.year + 1]
  const days = years.flatMap((one) => realDay(one, month, date) ?? [])
  const near = likelier(days, now.day)
  return near === undefined ? undefined : oneDay(near)
}

/** Last Friday is the latest one gone by; next Friday is in next week; a bare Friday is the coming one, today counted. */
const onWeekday = (groups: Groups, now: Now): Days => {
  const weekday = weekdayNumber((groups.stepDay ?? groups.onDay)!)
  const monday = weekOf(now.day).from
  const today = now.day - monday
  if (groups.ofWeek) return oneDay(monday + 7 * step(groups.ofWeek) + weekday)
  if (!groups.dayStep || groups.dayStep === 'coming') return oneDay(now.day + ((weekday - today + 7) % 7))
  if (groups.dayStep === 'this') return oneDay(monday + weekday)
  if (groups.dayStep === 'next') return oneDay(monday + 7 + weekday)
  return oneDay(now.day - (((today - weekday + 6) % 7) + 1))
}

const inPeriod = (unit: string, by: number, now: Now): Days => {
  const monday = weekOf(now.day).from + 7 * by
  if (unit === 'weekend') return { from: monday + 5, to: monday + 7, grain: 'span' }
  if (unit === 'week') return weekOf(monday)
  return unit === 'month' ? monthOf(now.year, now.month + by) : yearOf(now.year + by)
}

const atEdge = (groups: Groups, now: Now): Days => {
  const { from, to } = inPeriod(groups.edgeUnit!, step(groups.edgeStep), now)
  const third = Math.max(2, Math.min(10, Math.floor((to - from) / 3)))
  if (groups.edge === 'end') return { from: to - Math.min(third, 5), to, grain: 'span' }
  if (groups.edge === 'middle') return { from: from + third, to: to - third, grain: 'span' }
  return { from, to: from + third, grain: 'span' }
}

const moved = (amount: number, unit: string, sign: 1 | -1, now: Now): { days: Days; hours?: Hours } => {
  if (/^(?:min|hour|hr)/.test(unit)) {
    const minutes = now.minutes + sign * Math.round(amount * (unit.startsWith('m') ? 1 : 60))
    const shift = Math.floor(minutes / 1440)
    const from = minutes - shift * 1440
    return { days: oneDay(now.day + shift), hours: { from, to: from + 1, grain: 'minute' } }
  }
  if (unit === 'month' || unit === 'year') {
    const { date } = partsOf(now.day)
    const months = now.month + sign * Math.round(amount * (unit === 'year' ? 12 : 1))
    return { days: oneDay(Math.min(dayOf(now.year, months, date), dayOf(now.year, months + 1, 1) - 1)) }
  }
  const length = unit === 'week' ? 7 : unit === 'fortnight' ? 14 : /^(?:business|working)/.test(unit) ? 1.4 : 1
  return { days: oneDay(now.day + sign * Math.round(amount * length)) }
}

const counted = (groups: Groups, now: Now): { days: Days; hours?: Hours } => {
  if (groups.agoN) {
    const past = /ago|back|earlier/.test(groups.agoDir!)
    return moved(englishNumber(groups.agoN), groups.agoUnit!, past ? -1 : 1, now)
  }
  const ahead = moved(englishNumber(groups.inN!), groups.inUnit!, 1, now)
  if (groups.inWord !== 'within') return ahead
  return { days: { from: now.day, to: ahead.days.to, grain: 'span' } }
}

/** 12/11: month first as in the United States, unless only day first makes a date. */
const inFigures = (groups: Groups, now: Now): Days | undefined => {
  const [a, b] = [Number(groups.figA), Number(groups.figB)]
  return a > 12 ? nearest(now, b, a, groups.figYear) : nearest(now, a, b, groups.figYear)
}

const feast = (groups: Groups, now: Now): Days | undefined => {
  if (groups.feastYear) return feastDays(groups.feast!, now, Number(groups.feastYear), true)
  if (groups.feastStep === 'last' || groups.feastStep === 'past') return feastToward(groups.feast!, now, -1)
  if (groups.feastStep === 'next') return feastToward(groups.feast!, now, 1)
  return feastDays(groups.feast!, now, groups.feastStep === 'this' ? now.year : undefined, true)
}

const daysOf = (groups: Groups, now: Now): Days | undefined => {
  if (groups.feast) return feast(groups, now)
  if (groups.stepDay || groups.onDay) return onWeekday(groups, now)
  if (groups.period) return inPeriod(groups.periodUnit!, step(groups.period), now)
  if (groups.edge) return atEdge(groups, now)
  if (groups.mdMonth) return nearest(now, monthNumber(groups.mdMonth), Number(groups.mdDay), groups.mdYear)
  if (groups.dmMonth) return nearest(now, monthNumber(groups.dmMonth), Number(groups.dmDay), groups.dmYear)
  if (groups.imMonth) return monthOf(groups.imYear ? Number(groups.imYear) : now.year, monthNumber(groups.imMonth))
  if (groups.isoYear) return nearest(now, Number(groups.isoMonth), Number(groups.isoDay), groups.isoYear)
  return groups.figA ? inFigures(groups, now) : undefined
}

const hoursOf = (groups: Groups, prefix: '' | 'lone'): Hours | undefined => {
  const get = (name: string): string | undefined => groups[prefix + name]
  if (get('part')) return partHours(get('part')!)
  const digital = get('digital')
  if (digital) return clockHours(Number(digital.split(':')[0]), Number(digital.split(':')[1]), undefined)
  const hour = get('hour')
  if (hour === undefined) return undefined
  const minute = get('minute')
  return clockHours(Number(hour), minute === undefined ? undefined : Number(minute), get('half'))
}

export const englishTime = (match: RegExpExecArray, now: Now): TimeEntity | undefined => {
  const groups = match.groups as Groups
  const start = match.index
  const end = start + match[0].trimEnd().length
  if (groups.rel) {
    const [shift, part] = REL[groups.rel]!
    return timeEntity(start, end, oneDay(now.day + shift), hoursOf(groups, '') ?? (part ? partHours(part) : undefined))
  }
  if (groups.agoN || groups.inN) {
    const { days, hours } = counted(groups, now)
    return timeEntity(start, end, days, hours ?? hoursOf(groups, ''))
  }
  const days = daysOf(groups, now)
  if (days) return timeEntity(start, end, days, hoursOf(groups, ''))
  const hours = hoursOf(groups, 'lone')
  return hours && timeEntity(start, end, oneDay(now.day), hours)
}
