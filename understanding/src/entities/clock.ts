// Hours of the day as said: 下午3点半, 晚上, 15:30, 5pm, noon.
import { type Days, isoDay, isoMinute, MINUTES_A_DAY } from './calendar.ts'
import type { TimeEntity } from './entity.ts'
import { numberOf } from './numerals.ts'

export interface Hours {
  /** Minutes from local midnight. */
  readonly from: number
  readonly to: number
  readonly grain: 'minute' | 'hour' | 'part-of-day'
}
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  凌晨: [0, 6],
  清晨: [5, 8],
  早上: [6, 10],
  早晨: [6, 10],
  早: [6, 10],
  上午: [8, 12],
  中午: [11, 14],
  下午: [12, 18],
  傍晚: [17, 19],
  晚上: [18, 24],
  晚: [18, 24],
  夜里: [20, 24],
  半夜: [0, 4],
  夜间: [18, 24],
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
  night: [18, 24],
  noon: [12, 13],
  midnight: [0, 1],
  tonight: [18, 24],
}
export const HAN_PARTS = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|夜间|晚|早'
export const partHours = (name: string): Hours | undefined => {
  const hours = PARTS[name]
  return hours && { from: hours[0] * 60, to: hours[1] * 60, grain: 'part-of-day' }
}

const AFTERNOON = /^(?:下午|傍晚|晚上|晚|夜里|夜间|afternoon|evening|night|tonight|pm|p\.m\.)$/
/** `minute` absent means the hour as a whole. */
export const clockHours = (hour: number, minute: number | undefined, part: string | undefined): Hours | undefined => {
  if (!(hour >= 0 && hour <= 24) || (minute ?? 0) > 59) return undefined
  let at = hour
  if (part && hour < 12 && AFTERNOON.test(part)) at = hour + 12
  else if (part === '中午' && hour < 4) at = hour + 12
  else if (hour === 12 && part && /^(?:am|a\.m\.|凌晨|半夜|midnight|晚上|夜里)$/.test(part))
    at = /^晚上|夜里$/.test(part) ? 24 : 0
  const from = at * 60 + (minute ?? 0)
  return minute === undefined ? { from, to: from + 60, grain: 'hour' } : { from, to: from + 1, grain: 'minute' }
}

/** 半, 一刻, 三刻, 20分, 05. */
export const hanMinutes = (text: string | undefined): number | undefined => {
  if (!text) return undefined
  if (text === '半') return 30
  if (text.endsWith('刻')) return (numberOf(text.slice(0, -1)) ?? 0) * 15
  return numberOf(text.replace('分', ''))
}

export const timeEntity = (start: number, end: number, days: Days, hours?: Hours): TimeEntity => {
  if (hours && days.to - days.from === 1)
    return {
      kind: 'time',
      start,
      end,
      from: isoMinute(days.from, hours.from),
      to: isoMinute(days.from, Math.min(hours.to, 2 * MINUTES_A_DAY)),
      grain: hours.grain,
    }
  return { kind: 'time', start, end, from: isoDay(days.from), to: isoDay(days.to), grain: days.grain }
}
