// Civil days as whole numbers (days since 1970-01-01), local to the asker; and the feasts customers count from.
export interface Days {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly grain: 'day' | 'week' | 'month' | 'year' | 'span'
}

const DAY_MS = 86_400_000
export const MINUTES_A_DAY = 1440

/** Rolls over like the calendar does: month 13 is January of the next year. */
export const dayOf = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / DAY_MS)

/** Undefined for 31 June and the like. */
export const realDay = (year: number, month: number, day: number): number | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1970 || year > 2200) return undefined
  const at = dayOf(year, month, day)
  return new Date(at * DAY_MS).getUTCMonth() === month - 1 ? at : undefined
}

export const partsOf = (day: number): { year: number; month: number; date: number; weekday: number } => {
  const date = new Date(day * DAY_MS)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  }
}
const written = new Map<number, string>()
/** Days lie near today, so few are ever written; far ones make room for themselves. */
const MOST_WRITTEN = 1_000
export const isoDay = (day: number): string => {
  const known = written.get(day)
  if (known !== undefined) return known
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (written.size >= MOST_WRITTEN) written.clear()
  written.set(day, text)
  return text
}
/** `minutes` may run past midnight. */
export const isoMinute = (day: number, minutes: number): string =>
  new Date(day * DAY_MS + minutes * 60_000).toISOString().slice(0, 16)

export const oneDay = (day: number): Days => ({ from: day, to: day + 1, grain: 'day' })
export const monthOf = (year: number, month: number): Days => ({
  from: dayOf(year, month, 1),
  to: dayOf(year, month + 1, 1),
  grain: 'month',
})
export const yearOf = (year: number): Days => ({ from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1), grain: 'year' })
/** Weeks begin on Monday. */
export const weekOf = (day: number): Days => {
  const from = day - partsOf(day).weekday
  return { from, to: from + 7, grain: 'week' }
}

/** Of the same date in several years the one meant: customers speak of what was more than of what will be. */
export const likelier = (days: readonly number[], today: number): number | undefined => {
  const far = (day: number): number => (day > today ? 2 * (day - today) : today - day)
  return days.length === 0 ? undefined : days.reduce((best, day) => (far(day) < far(best) ? day : best))
}

export interface Now {
  readonly day: number
  readonly minutes: number
  readonly year: number
  readonly month: number
}

const formats = new Map<string, Intl.DateTimeFormat | null>()
const formatOf = (zone: string): Intl.DateTimeFormat | null => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null = null
  try {
    const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    format = new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: zone, hourCycle: 'h23' })
  } catch {
    format = null
  }
  if (formats.size < 1000) formats.set(zone, format)
  return format
}

/** An unknown zone counts as UTC: a date a few hours off is better than no verdict. */
export const nowIn = (now: number, zone: string | undefined): Now => {
  const format = zone && zone !== 'UTC' ? formatOf(zone) : null
  const safe = Number.isFinite(now) && Math.abs(now) < 8e15 ? now : 0
  let shifted = safe
  if (format) {
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(safe)) part[type] = Number(value)
    shifted = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!)
  }
  const day = Math.floor(shifted / DAY_MS)
  const { year, month } = partsOf(day)
  return { day, minutes: Math.floor((shifted - day * DAY_MS) / 60_000), year, month }
}
