// Says in one line what a person may be expected to do now, and nothing that is not so.
import type { Expectation } from '@ballast/contract/routes/visits'
import { daysAhead, formatNear, formatTime } from './format.ts'
import type { Words } from './locales/words.ts'

const MINUTE = 60_000
const HOUR = 3_600_000

const within = (waitMs: number | null, { team }: Words['home']): string => {
  if (waitMs === null) return team.here
  return waitMs < HOUR - MINUTE
    ? team.minutes(Math.max(1, Math.ceil(waitMs / MINUTE)))
    : team.hours(Math.ceil(waitMs / HOUR))
}

const backAt = (opensAt: string, words: Words, now: number): string => {
  const { team } = words.home
  const time = formatTime(opensAt, words.locale)
  const days = daysAhead(opensAt, now)
  if (days === 0) return team.backToday(time)
  return days === 1 ? team.backTomorrow(time) : team.backOn(formatNear(opensAt, words.locale, now), time)
}

/** `inLine`: the reader waits already, so those who wait are not all before them. */
export const teamLine = (expectation: Expectation, words: Words, more: { now: number; inLine: boolean }): string => {
  const { open, opensAt, staffed, waiting, waitMs } = expectation
  if (!open && opensAt !== null && Date.parse(opensAt) > more.now) return backAt(opensAt, words, more.now)
  if (!open || !staffed) return words.home.team.away
  const promise = within(waitMs, words.home)
  return waiting > 0 && !more.inLine ? `${promise} · ${words.home.team.ahead(waiting)}` : promise
}
