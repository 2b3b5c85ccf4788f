// Feasts and shopping days: their days in a year, and which year is meant.
import { type Days, dayOf, likelier, type Now, oneDay, partsOf } from './calendar.ts'

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
const lunarYears = new Map<string, number>()

/** Day of the lunar month and day that falls in a year, searched from an earliest civil day; ICU knows leap months. */
const lunar = (year: number, month: number, date: number, [fromMonth, fromDay]: readonly [number, number]): number => {
  const key = `${year}-${month}-${date}`
  const known = lunarYears.get(key)
  if (known !== undefined) return known
  const first = dayOf(year, fromMonth, fromDay)
  let found = first
  for (let day = first; day < first + 70; day++) {
    const parts = lunarFormat.formatToParts(day * 86_400_000)
    const written = parts.filter(({ type }) => type === 'month' || type === 'day').map(({ value }) => value)
    if (written[0] === String(month) && written[1] === String(date)) {
      found = day
      break
    }
  }
  if (lunarYears.size < 2000) lunarYears.set(key, found)
  return found
}
/** New moons within minutes of midnight in Beijing (23:56 on 6 February 2027, 00:07 on 3 February 2030) ICU puts a day off. */
const ICU_OFF: Readonly<Record<number, number>> = { 2027: -1, 2030: 1 }
const springFestival = (year: number): number => lunar(year, 1, 1, [1, 20]) + (ICU_OFF[year] ?? 0)

/** The nth weekday (Monday 0) of a month. */
const nth = (year: number, month: number, weekday: number, n: number): number => {
  const first = dayOf(year, month, 1)
  return first + ((weekday - partsOf(first).weekday + 7) % 7) + (n - 1) * 7
}
/** Anonymous Gregorian computus. */
const easter = (year: number): number => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}
/** Solar term of early April, for 2000 to 2099. */
const qingming = (year: number): number =>
  dayOf(year, 4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4))

interface Feast {
  readonly names: readonly string[]
  readonly first: (year: number) => number
  /** Days it lasts; one by default. */
  readonly days?: number
}
const fixed = (month: number, date: number) => (year: number) => dayOf(year, month, date)

const FEASTS: readonly Feast[] = [
  {
    names: ['双十一', '双11', '光棍节', "singles' day", 'singles day', "single's day"],
    first: fixed(11, 11),
  },
  { names: ['双十二', '双12'], first: fixed(12, 12) },
  { names: ['六一八', '618'], first: fixed(6, 18) },
  { names: ['国庆节', '国庆', '十一黄金周', '十一长假'], first: fixed(10, 1), days: 7 },
  { names: ['五一节', '五一', '劳动节', 'labour day', 'labor day'], first: fixed(5, 1) },
  { names: ['元旦', "new year's day", 'new years day', 'new year', "new year's"], first: fixed(1, 1) },
  { names: ["new year's eve", 'new years eve', '跨年夜'], first: fixed(12, 31) },
  { names: ['除夕', '大年三十', '年三十'], first: (year) => springFestival(year) - 1 },
  {
    names: ['春节', '过年', '大年初一', '新年', 'chinese new year', 'spring festival', 'lunar new year'],
    first: springFestival,
  },
  { names: ['元宵节', '元宵'], first: (year) => springFestival(year) + 14 },
  { names: ['清明节', '清明'], first: qingming },
  { names: ['端午节', '端午', 'dragon boat festival'], first: (year) => lunar(year, 5, 5, [5, 25]) },
  { names: ['七夕节', '七夕'], first: (year) => lunar(year, 7, 7, [7, 28]) },
  {
    names: ['中秋节', '中秋', 'mid-autumn festival', 'mid autumn festival'],
    first: (year) => lunar(year, 8, 15, [9, 5]),
  },
  { names: ['情人节', "valentine's day", 'valentines day', "valentine's"], first: fixed(2, 14) },
  { names: ['妇女节', '女神节', '三八节', "women's day"], first: fixed(3, 8) },
  { names: ['儿童节', '六一节', "children's day"], first: fixed(6, 1) },
  { names: ['教师节', "teachers' day"], first: fixed(9, 10) },
  { names: ['母亲节', "mother's day", 'mothers day'], first: (year) => nth(year, 5, 6, 2) },
  { names: ['父亲节', "father's day", 'fathers day'], first: (year) => nth(year, 6, 6, 3) },
  { names: ['万圣节', 'halloween'], first: fixed(10, 31) },
  { names: ['感恩节', 'thanksgiving'], first: (year) => nth(year, 11, 3, 4) },
  { names: ['黑色星期五', '黑五', 'black friday'], first: (year) => nth(year, 11, 3, 4) + 1 },
  { names: ['网络星期一', 'cyber monday'], first: (year) => nth(year, 11, 3, 4) + 4 },
  { names: ['平安夜', 'christmas eve'], first: fixed(12, 24) },
  { names: ['圣诞节', '圣诞', 'christmas day', 'christmas', 'xmas'], first: fixed(12, 25) },
  { names: ['boxing day'], first: fixed(12, 26) },
  { names: ['独立日', 'independence day', '4th of july', 'fourth of july'], first: fixed(7, 4) },
  { names: ['复活节', 'easter sunday', 'easter'], first: easter },
]
const BY_NAME = new Map(FEASTS.flatMap((feast) => feast.names.map((name) => [name, feast] as const)))
const names = [...BY_NAME.keys()].sort((a, b) => b.length - a.length)
const source = (kept: string[]): string =>
  kept.map((name) => (/^\d/.test(name) ? `(?<![\\d.])${name}(?![\\d.])` : name)).join('|')
export const HAN_FEASTS = source(names.filter((name) => !/^[a-z]/.test(name) && !/ /.test(name)))
export const LATIN_FEASTS = source(names.filter((name) => /^[a-z4]/.test(name)))

/** `whole` false gives only the first day (国庆当天). Without a year the nearest to now is meant. */
export const feastDays = (name: string, now: Now, year: number | undefined, whole: boolean): Days | undefined => {
  const feast = BY_NAME.get(name)
  if (!feast) return undefined
  const years = year === undefined ? [now.year - 1, now.year, now.year + 1] : [year]
  const near = likelier(
    years.map((one) => feast.first(one)),
    now.day,
  )!
  const days = whole ? (feast.days ?? 1) : 1
  return days === 1 ? oneDay(near) : { from: near, to: near + days, grain: 'span' }
}

/** The nearest past (-1) or coming (1) feast: last Christmas, next Easter. */
export const feastToward = (name: string, now: Now, direction: 1 | -1): Days | undefined => {
  const feast = BY_NAME.get(name)
  if (!feast) return undefined
  const days = [-1, 0, 1].map((step) => feast.first(now.year + step))
  const chosen = direction > 0 ? days.find((day) => day > now.day) : days.findLast((day) => day < now.day)
  return chosen === undefined ? undefined : oneDay(chosen)
}
