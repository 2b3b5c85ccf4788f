// Days and hours as Chinese customers say them: 昨天下午三点, 上周三, 3天前, 月底, 双十一当天, 5月3号.
import { type Days, dayOf, likelier, monthOf, type Now, oneDay, realDay, weekOf, yearOf } from './calendar.ts'
import { clockHours, HAN_PARTS, type Hours, hanMinutes, partHours, timeEntity } from './clock.ts'
import type { TimeEntity } from './entity.ts'
import { feastDays, HAN_FEASTS } from './feasts.ts'
import { numberOf } from './numerals.ts'

const N = '(?:\\d{1,3}|[一二两三四五六七八九十百]{1,3})'
const NOT_COUNT = '(?<![\\d一二两三四五六七八九十])'
const RELATIVE = '(?<rel>大前天|大后天|前天|昨天|昨日|昨(?=晚)|今天|今日|今(?=[早晚])|明天|明日|明(?=[早晚])|后天)'
const VAGUE = '(?<vague>前几天|前两天|这几天|这两天|过几天|过两天|前段时间|前阵子)'
const AGO = `(?:(?<n>${N})|(?<halfOf>半))个?(?<half>半|多)?(?<unit>工作日|天|日|周|星期|礼拜|月|年|小时|钟头|分钟)(?:多)?(?<dir>之前|以前|前|之后|以后|后|之内|以内|内)(?!天|面|置|端|台|续|悔|部|存|衣|裤|搭|容|胆)`
const WEEKDAY = `(?<![\\d一二两三四五六七八九十每])(?<week>上上|下下|上|下|这|本)?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])(?!个|天|次|期)`
const WEEK = '(?<wholeWeek>上上|下下|上|下|这|本)个?(?:周|星期|礼拜)(?![期\\d])'
const MONTH = `(?<month>上上|下下|上|下|这|本|当)个?月(?<monthPart>初|中|底)?(?:份)?(?:的?(?<monthDay>${N})[号日])?`
const BARE_MONTH = '(?<barePart>月初|月中|月底|年底|年初)'
const FULL = `(?:(?<year>\\d{4}|\\d{2})年|(?<yearWord>前年|去年|今年|明年|后年)的?)(?:(?<yMonth>${N})月份?(?:(?<yDay>${N})[号日]?)?|(?<yFeast>${HAN_FEASTS})(?<yFeastDay>当天|那天)?|(?<yEnd>年底|年初|底|初))?`
const MONTH_DAY = `${NOT_COUNT}(?<mdMonth>${N})月(?:份|(?<mdDay>${N})[号日]?)`
const DAY = `${NOT_COUNT}(?<day>${N})[号日](?![\\d码楼线店门仓色链接款库机院房铺床桌车商型]|本)`
const FEAST = `(?<feast>${HAN_FEASTS})(?<feastDay>当天|那天)?`
const CLOCK = `(?:(?<part>${HAN_PARTS})?\\s?(?:${NOT_COUNT}(?<hour>\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点钟|点|时)(?<minutes>半|[一三]刻|\\d{1,2}分?|[一二三四五六七八九十零]{1,3}分?)?|(?<![\\d:])(?<digital>\\d{1,2}:\\d{2})(?![\\d:]))|(?<partOnly>${HAN_PARTS}))`
const FIRST =
  '(?=[大前昨今明后这过上下本当半去周星礼月年双光国十五元除春新清端七中情妇女三儿六教母父万感黑网平圣独复早晚凌傍夜\\d一二两四八九百跨劳])'

export const CHINESE_TIMES = new RegExp(
  `${FIRST}(?:(?:${[RELATIVE, VAGUE, AGO, WEEKDAY, WEEK, FULL, FEAST, MONTH, BARE_MONTH, MONTH_DAY, DAY].join('|')})(?:的|,|\\s)?(?:${CLOCK})?|${CLOCK.replace(/\(\?<([a-z])(\w+)>/gi, '(?<lone$1$2>')})`,
  'g',
)

type Groups = Record<string, string | undefined>

const RELATIVE_DAYS: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  昨: -1,
  今天: 0,
  今日: 0,
  今: 0,
  明天: 1,
  明日: 1,
  明: 1,
  后天: 2,
  大后天: 3,
}
const VAGUE_DAYS: Readonly<Record<string, readonly [number, number]>> = {
  前几天: [-7, 0],
  前两天: [-3, 0],
  这几天: [-3, 1],
  这两天: [-1, 2],
  过几天: [2, 8],
  过两天: [1, 4],
  前段时间: [-60, -6],
  前阵子: [-60, -6],
}
const STEPS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 当: 0, 下: 1, 下下: 2 }
const YEARS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 后年: 2 }

const nearestDay = (now: Now, month: number, day: number): Days | undefined => {
  const near = likelier(
    [-1, 0, 1].flatMap((step) => realDay(now.year + step, month, day) ?? []),
    now.day,
  )
  return near === undefined ? undefined : oneDay(near)
}
const partOfMonth = (year: number, month: number, part: string): Days => {
  const { from, to } = monthOf(year, month)
  if (part.endsWith('初')) return { from, to: from + 10, grain: 'span' }
  return part.endsWith('中') ? { from: from + 10, to: from + 20, grain: 'span' } : { from: to - 5, to, grain: 'span' }
}
const partOfYear = (year: number, part: string): Days => monthOf(year, part.endsWith('初') ? 1 : 12)

const dayOfMonth = (now: Now, date: number): Days | undefined => {
  const days = [-1, 0, 1].flatMap((step) => {
    const first = dayOf(now.year, now.month + step, 1)
    const day = first + date - 1
    return day < dayOf(now.year, now.month + step + 1, 1) ? [day] : []
  })
  const near = date < 1 ? undefined : likelier(days, now.day)
  return near === undefined ? undefined : oneDay(near)
}

const inYear = (groups: Groups, now: Now): Days | undefined => {
  const written = groups.year === undefined ? undefined : Number(groups.year)
  const year = written === undefined ? now.year + YEARS[groups.yearWord!]! : written < 100 ? 2000 + written : written
  if (year < 1970 || year > 2200) return undefined
  if (groups.yFeast) return feastDays(groups.yFeast, now, year, !groups.yFeastDay)
  if (groups.yEnd) return partOfYear(year, groups.yEnd)
  if (!groups.yMonth) return yearOf(year)
  const month = numberOf(groups.yMonth)!
  if (month < 1 || month > 12) return undefined
  if (!groups.yDay) return monthOf(year, month)
  const day = realDay(year, month, numberOf(groups.yDay)!)
  return day === undefined ? undefined : oneDay(day)
}

const inMonth = (groups: Groups, now: Now): Days | undefined => {
  const month = now.month + STEPS[groups.month!]!
  if (groups.monthDay) {
    const day = dayOf(now.year, month, numberOf(groups.monthDay)!)
    return day < dayOf(now.year, month + 1, 1) ? oneDay(day) : undefined
  }
  return groups.monthPart ? partOfMonth(now.year, month, groups.monthPart) : monthOf(now.year, month)
}

const onWeekday = (step: string | undefined, weekday: string, now: Now): Days => {
  const monday = weekOf(now.day).from + 7 * (STEPS[step ?? '这'] ?? 0)
  if (weekday === '末') return { from: monday + 5, to: monday + 7, grain: 'span' }
  return oneDay(monday + '一二三四五六日'.indexOf(weekday === '天' ? '日' : weekday))
}

const monthsFrom = (now: Now, months: number): number => {
  const date = now.day - dayOf(now.year, now.month, 1)
  const first = dayOf(now.year, now.month + months, 1)
  return Math.min(first + date, dayOf(now.year, now.month + months + 1, 1) - 1)
}
const DAYS_OF: Readonly<Record<string, number>> = { 天: 1, 日: 1, 工作日: 1.4, 周: 7, 星期: 7, 礼拜: 7 }

/** Hours and minutes give an instant, longer steps a day. */
const counted = (groups: Groups, now: Now): { days: Days; hours?: Hours } | undefined => {
  const unit = groups.unit!
  const amount = (groups.halfOf ? 0.5 : numberOf(groups.n!)!) + (groups.half === '半' ? 0.5 : 0)
  const sign = groups.dir!.endsWith('前') ? -1 : 1
  if (!Number.isFinite(amount) || amount > 999) return undefined
  if (unit === '小时' || unit === '钟头' || unit === '分钟') {
    const moved = now.minutes + sign * Math.round(amount * (unit === '分钟' ? 1 : 60))
    const shift = Math.floor(moved / 1440)
    const from = moved - shift * 1440
    if (groups.dir!.endsWith('内'))
      return { days: oneDay(now.day), hours: { from: now.minutes, to: moved, grain: 'hour' } }
    return { days: oneDay(now.day + shift), hours: { from, to: from + 1, grain: 'minute' } }
  }
  const whole = unit === '月' || unit === '年'
  const months = amount * (unit === '年' ? 12 : 1)
  const target = whole
    ? monthsFrom(now, sign * Math.floor(months)) + sign * Math.round((months % 1) * 30)
    : now.day + sign * Math.round(amount * DAYS_OF[unit]!)
  if (groups.dir!.endsWith('内')) return { days: { from: now.day, to: target + 1, grain: 'span' } }
  return { days: oneDay(target) }
}

const daysOf = (groups: Groups, now: Now): Days | undefined => {
  if (groups.rel) return oneDay(now.day + RELATIVE_DAYS[groups.rel]!)
  if (groups.vague) {
    const [from, to] = VAGUE_DAYS[groups.vague]!
    return { from: now.day + from, to: now.day + to, grain: 'span' }
  }
  if (groups.weekday) return onWeekday(groups.week, groups.weekday, now)
  if (groups.wholeWeek) return weekOf(now.day + 7 * STEPS[groups.wholeWeek]!)
  if (groups.year || groups.yearWord) return inYear(groups, now)
  if (groups.feast) return feastDays(groups.feast, now, undefined, !groups.feastDay)
  if (groups.month) return inMonth(groups, now)
  if (groups.barePart)
    return groups.barePart.startsWith('年')
      ? partOfYear(now.year, groups.barePart)
      : partOfMonth(now.year, now.month, groups.barePart)
  if (groups.mdMonth) {
    const month = numberOf(groups.mdMonth)!
    if (month < 1 || month > 12) return undefined
    return groups.mdDay ? nearestDay(now, month, numberOf(groups.mdDay)!) : monthOf(now.year, month)
  }
  return groups.day ? dayOfMonth(now, numberOf(groups.day)!) : undefined
}

const hoursOf = (groups: Groups, prefix: '' | 'lone'): Hours | undefined => {
  const get = (name: string): string | undefined => groups[prefix + name]
  const only = get('partOnly')
  if (only) return partHours(only)
  const part = get('part')
  const digital = get('digital')
  if (digital) {
    const [hour, minute] = digital.split(':').map(Number)
    return clockHours(hour!, minute, part)
  }
  const hour = get('hour')
  return hour === undefined ? undefined : clockHours(numberOf(hour) ?? -1, hanMinutes(get('minutes')), part)
}

/** 一点 is mostly "a little": an hour in Han needs a part of day, 钟, minutes, or a word of time after it. */
const soundsLikeHour = (groups: Groups, after: string): boolean => {
  if (groups.lonedigital) return groups.lonepart !== undefined
  if (groups.lonepart || groups.loneminutes) return true
  if (groups.lonepartOnly) return groups.lonepartOnly.length > 1
  const han = /\D/.test(groups.lonehour ?? '')
  if (/^(?:前|之前|以前|后|之后|左右|到|送|开始|下班|关|发)/.test(after))
    return groups.lonehour !== '一' && groups.lonehour !== '两'
  return !han && !/^[建问要意原共]/.test(after) && groups.lonehour !== '0'
}

export const chineseTime = (match: RegExpExecArray, now: Now): TimeEntity | undefined => {
  const groups = match.groups as Groups
  const start = match.index
  const end = start + match[0].replace(/[的,\s]$/, '').length
  const lone = groups.lonehour ?? groups.lonedigital ?? groups.lonepartOnly
  if (lone !== undefined) {
    const after = match.input.slice(end, end + 3)
    if (!/点钟$/.test(match[0]) && !soundsLikeHour(groups, after)) return undefined
    const hours = hoursOf(groups, 'lone')
    return hours && timeEntity(start, end, oneDay(now.day), hours)
  }
  if (groups.unit) {
    const found = counted(groups, now)
    return found && timeEntity(start, end, found.days, found.hours)
  }
  const days = daysOf(groups, now)
  return days && timeEntity(start, end, days, hoursOf(groups, ''))
}
