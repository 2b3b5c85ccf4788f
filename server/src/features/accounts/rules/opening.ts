// Opening hours: is the shop open at an instant, and when does it open next. Wall-clock times are read with `Intl` alone.
import type { Hours } from '@ballast/contract/look'

export interface Opening {
  readonly open: boolean
  /** Epoch ms of the next opening; null: open now, or never. */
  readonly opensAt: number | null
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** A hundred days off may hide a hundred weekly openings. */
const HORIZON_DAYS = 7 * 102

/** What the clock on the wall shows, as if it were UTC. */
type Wall = (at: number) => number

const wallOf = (timeZone: string): Wall => {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second)
  }
}

/** The first instant of the minute at which a clock that jumps between `from` and `to` has jumped. */
const jumpBetween = (wall: Wall, from: number, to: number): number => {
  const before = wall(from) - from
  let [low, high] = [from, to]
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS
    if (wall(middle) - middle === before) low = middle
    else high = middle
  }
  return high
}

/**
 * When the wall shows `shown`. It may show it twice in autumn (`first` and `last` differ) and never in spring: then both
 * are the moment of the jump.
 */
const instantsOf = (wall: Wall, shown: number): { first: number; last: number } => {
  const around = [shown - DAY_MS, shown + DAY_MS] as const
  const found = around.map((at) => shown - (wall(at) - at)).filter((at) => wall(at) === shown)
  if (found.length > 0) return { first: Math.min(...found), last: Math.max(...found) }
  const jump = jumpBetween(wall, ...around)
  return { first: jump, last: jump }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The openings that begin on one day; `midnight` is that day as if it were UTC. */
const openingsOn = (hours: Hours, wall: Wall, midnight: number): { from: number; to: number }[] => {
  const date = new Date(midnight)
  if (hours.closed?.includes(date.toISOString().slice(0, 10))) return []
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay()
  return hours.weekly
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to }) => {
      const [start, end] = [minutesOf(from), minutesOf(to)]
      const length = end > start ? end - start : end + 24 * 60 - start
      const begins = midnight + start * MINUTE_MS
      return { from: instantsOf(wall, begins).first, to: instantsOf(wall, begins + length * MINUTE_MS).last }
    })
    .filter(({ from, to }) => from < to)
}

/** A day off drops what begins on it: the night shift of the day before still ends at its time. */
export const openingAt = (hours: Hours, now: number): Opening => {
  const wall = wallOf(hours.timeZone)
  const today = Math.floor(wall(now) / DAY_MS) * DAY_MS
  const lately = [-1, 0].flatMap((day) => openingsOn(hours, wall, today + day * DAY_MS))
  if (lately.some(({ from, to }) => from <= now && now < to)) return { open: true, opensAt: null }
  for (let day = 0; day <= HORIZON_DAYS; day++) {
    const ahead = openingsOn(hours, wall, today + day * DAY_MS).flatMap(({ from }) => (from > now ? from : []))
    if (ahead.length > 0) return { open: false, opensAt: Math.min(...ahead) }
  }
  return { open: false, opensAt: null }
}

const isZone = (name: string): boolean => {
  // "+08:00" is an offset, not a place: it knows no daylight saving.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text)
}

/** What the schema cannot say; null: nothing is wrong. `path` is a JSON pointer within the hours. */
export const faultOfHours = (hours: Hours): { readonly path: string; readonly detail: string } | null => {
  if (!isZone(hours.timeZone))
    return { path: '/timeZone', detail: 'A time zone is an IANA name such as Asia/Shanghai or Europe/Berlin.' }
  const late = hours.weekly.findIndex(({ from }) => from === '24:00')
  if (late !== -1) return { path: `/weekly/${late}/from`, detail: 'A day begins at 00:00; 24:00 is its end.' }
  const wrong = (hours.closed ?? []).findIndex((date) => !isDate(date))
  return wrong === -1 ? null : { path: `/closed/${wrong}`, detail: 'There is no such day in the calendar.' }
}
