// Opening hours as the editor draws them (a list of spans a day) and what they mean at a moment. Pure.
import type { Hours } from '@ballast/contract/look'

export interface Span {
  from: string
  to: string
}
/** Monday first: seven lists of spans. */
export type Week = readonly (readonly Span[])[]

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export const NINE_TO_SIX: Span = { from: '09:00', to: '18:00' }
const DAY_MS = 86_400_000

/** A clock field knows no 24:00; 00:00 at the end of a day says the same. */
const shown = (time: string) => (time === '24:00' ? '00:00' : time)

export const weekOf = (hours: Hours): Week =>
  WEEKDAYS.map((day) =>
    hours.weekly
      .filter(({ days }) => days.includes(day))
      .map(({ from, to }) => ({ from: shown(from), to: shown(to) }))
      .sort((one, other) => one.from.localeCompare(other.from)),
  )

/** Days with the same span share one line, as the contract has room for 21. */
export const weeklyOf = (week: Week): Hours['weekly'] => {
  const lines = new Map<string, Hours['weekly'][number]>()
  for (const [index, spans] of week.entries())
    for (const { from, to } of spans) {
      const line = lines.get(`${from}-${to}`) ?? { days: [], from, to }
      if (!line.days.includes(index + 1)) line.days.push(index + 1)
      lines.set(`${from}-${to}`, line)
    }
  return [...lines.values()]
}

export const isNightly = ({ from, to }: Span): boolean => to <= from && to !== '00:00'

const partsIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (at: number): number => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
    const day = Date.UTC(part('year'), part('month') - 1, part('day'))
    return day + ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000
  }
}

/** What the clock on the wall shows, read as if it were UTC. */
export const wallClock = (zone: string) => {
  const read = partsIn(zone)
  return {
    at: read,
    /** The instant at which the wall shows this; an hour that a change of clocks leaves out moves on. */
    instantOf: (wall: number): number => {
      const guess = wall - (read(wall) - wall)
      return guess - (read(guess) - wall)
    },
  }
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Opening stretches as instants, from the day before `now` on, joined where they touch. A stretch belongs to the day it begins on. */
const stretches = (hours: Hours, now: number): [number, number][] => {
  const clock = wallClock(hours.timeZone)
  const today = Math.floor(clock.at(now) / DAY_MS) * DAY_MS
  const found: [number, number][] = []
  for (let offset = -1; offset <= 15; offset++) {
    const day = today + offset * DAY_MS
    const date = new Date(day)
    if (hours.closed?.includes(date.toISOString().slice(0, 10))) continue
    const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay()
    for (const { days, from, to } of hours.weekly) {
      if (!days.includes(weekday)) continue
      const begin = minutesOf(from)
      const end = minutesOf(to) <= begin ? minutesOf(to) + 1440 : minutesOf(to)
      found.push([clock.instantOf(day + begin * 60_000), clock.instantOf(day + end * 60_000)])
    }
  }
  found.sort(([one], [other]) => one - other)
  const joined: [number, number][] = []
  for (const [begin, end] of found) {
    const last = joined.at(-1)
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([begin, end])
  }
  return joined
}

export type Opening =
  | { readonly state: 'always' }
  | { readonly state: 'never' }
  | { readonly state: 'open'; readonly until: number }
  | { readonly state: 'closed'; readonly until: number }

const WEEK_MS = 7 * DAY_MS
/** What the hours mean at `now` (epoch ms). `never`: not within two weeks. */
export const openingAt = (hours: Hours | null, now: number): Opening => {
  if (hours === null) return { state: 'always' }
  const all = stretches(hours, now)
  const inside = all.find(([begin, end]) => begin <= now && now < end)
  if (inside) return inside[1] - now > WEEK_MS ? { state: 'always' } : { state: 'open', until: inside[1] }
  const next = all.find(([begin]) => begin > now)
  return next ? { state: 'closed', until: next[0] } : { state: 'never' }
}
