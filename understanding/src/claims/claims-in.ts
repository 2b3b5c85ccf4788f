// Every claim of a text, in settled writing. What is a number and is explained by nothing else is a claim, too.
import type { Entity } from '../entities/entity.ts'
import { findEntities } from '../entities/index.ts'
import { eachMatch } from '../entities/reading.ts'
import type { Claim } from './claim.ts'
import * as patterns from './patterns.ts'
import { readClock, readDay, readDeal, readEnglishDay, readShare, readSpan, readSum } from './read-match.ts'
import { numberIn } from './values.ts'

export interface ReadOptions {
  /** Epoch ms: what 明天 counts from. */
  readonly now: number
  /** IANA name. */
  readonly timeZone: string
}
type Groups = Readonly<Record<string, string | undefined>>
type Read = (groups: Groups) => Unplaced | null
type Unplaced = Claim extends infer One ? (One extends Claim ? Omit<One, 'start' | 'end'> : never) : never

const PATTERNS: readonly (readonly [RegExp, Read])[] = [
  [patterns.DEAL, readDeal],
  [patterns.YEAR_MONTH_DAY, readDay],
  [patterns.ENGLISH_DAY, readEnglishDay],
  [patterns.CLOCK, readClock],
  [patterns.SHARE, readShare],
]
const AFTER_MONEY: readonly (readonly [RegExp, Read])[] = [
  [patterns.ENGLISH_SUM, readSum],
  [patterns.SPAN, readSpan],
  [patterns.FREE, () => ({ kind: 'money', amounts: [0], currency: null })],
]

/** A text that claims more than this is read no further; whoever counts so many knows that there may be more. */
export const MOST_CLAIMS = 200

const placing = () => {
  const found: Claim[] = []
  const free = (start: number, end: number) =>
    found.length < MOST_CLAIMS && found.every((one) => one.end <= start || one.start >= end)
  const place = (start: number, end: number, claim: Unplaced | null) => {
    if (claim !== null) found.push({ ...claim, start, end } as Claim)
  }
  return { found, free, place }
}
type Placing = ReturnType<typeof placing>

const readAll = (text: string, list: readonly (readonly [RegExp, Read])[], { free, place }: Placing): void => {
  for (const [pattern, read] of list)
    eachMatch(pattern, text, (match) => {
      const end = match.index + match[0].length
      if (free(match.index, end)) place(match.index, end, read(match.groups ?? {}))
    })
}

/** "8 折 off" is nobody's writing, but 省 20 % and 20 % off are: the words around say that it is taken away. */
const OFF_BEFORE = /(?:省|减|降|优惠|折扣|便宜|save|saves|saving|discount of|off by)\s?(?:了|up to |至多|高达)?$/
const OFF_AFTER = /^\s?(?:off|discount|less|cheaper|reduction|的?(?:折扣|优惠|减免))/
const withOff = (text: string, claim: Claim): Claim => {
  if (claim.kind !== 'share' || claim.off) return claim
  const before = text.slice(Math.max(0, claim.start - 12), claim.start)
  const after = OFF_AFTER.exec(text.slice(claim.end, claim.end + 12))
  if (after) return { ...claim, off: true, end: claim.end + after[0].length }
  return OFF_BEFORE.test(before) ? { ...claim, off: true } : claim
}

/** Says when without a figure: 明天, 下周一, 双十一, next Friday. */
const SAYS_WHEN =
  /[昨明后][天日]|[上下这本]个?(?:周|星期|礼拜|月)|(?:周|星期|礼拜)[一二三四五六日天末]|[月年][底初中]|[去今明]年|双|节|夕|国庆|五一|元旦|过年|新年|初一|元宵|清明|端午|中秋|圣诞|黑五|平安夜|618|六一八|tomorrow|tmrw|tmr|yesterday|next|last|coming|past|(?:sun|mon|tues|wednes|thurs|fri|satur)day|weekend|(?:end|start|middle|beginning) of|christmas|xmas|easter|thanksgiving|halloween|valentine|new year|boxing day|festival|independence|day after|noon|midnight/
const SMALL_TALK =
  /^(?:今天|今日|今早|今晚|刚.*|[早晚]上?|早晨|上午|下午|中午|傍晚|夜里|现在|today|tonight|this (?:morning|afternoon|evening)|(?:in the |at )?(?:morning|afternoon|evening|night)|这几天|这两天|前.*|过[几两]天)$/
const ENDS = /^.{0,6}?(?:截止|截至|结束|到期|为止|失效|发货|发出|送达|到达|到货|到账|之?内|之?前)/
const UNTIL = /(?:截至|截止|直到|仅限|只限|by|until|till|ends?|expires?|only)\s?$/
const ONLY_AFTER = /^\s?only|^\s?is the last/

const isSaid = (text: string, { start, end }: Entity): boolean => {
  const words = text.slice(start, end)
  if (SAYS_WHEN.test(words)) return true
  if (!SMALL_TALK.test(words.trim())) return true
  const after = text.slice(end, end + 12)
  const before = text.slice(Math.max(0, start - 10), start)
  return ENDS.test(after) || UNTIL.test(before) || ONLY_AFTER.test(after)
}

const placeMoney = (entities: readonly Entity[], { free, place }: Placing): void => {
  for (const one of entities) {
    if (one.kind !== 'money' || !free(one.start, one.end)) continue
    const amounts = [...new Set([one.from, one.to].filter((amount) => amount !== null))]
    place(one.start, one.end, { kind: 'money', amounts, currency: one.currency })
  }
}

const placeTimes = (text: string, entities: readonly Entity[], { free, place }: Placing): void => {
  for (const one of entities) {
    if (one.kind !== 'time' || !isSaid(text, one)) continue
    const words = text.slice(one.start, one.end)
    if (!SAYS_WHEN.test(words) && !free(one.start, one.end)) continue
    place(one.start, one.end, { kind: 'days', from: one.from.slice(0, 10), to: one.to.slice(0, 10) })
  }
}

/** 1. 2. 3. at the beginnings of lines, counting up, number lines and nothing else. */
const markers = (text: string): number[] => {
  const places: number[] = []
  eachMatch(/(?<=^|\n)\d{1,2}(?=[.)、:](?:\s|[^\d\s]))/g, text, (match) => {
    if (Number(match[0]) === places.length + 1) places.push(match.index)
  })
  return places
}

const placeLeft = (text: string, { free, place }: Placing): void => {
  const numbering = markers(text)
  eachMatch(patterns.LEFT, text, (match) => {
    const start = match.index
    const end = start + match[0].length
    if (numbering.includes(start) || !free(start, end)) return
    const { number, han } = match.groups!
    const value = number !== undefined ? numberIn(number) : han !== undefined ? numberIn(han) : Number.NaN
    // 一一, 三三两两, 千万: words, not numbers.
    if (han !== undefined && (Number.isNaN(value) || value < 10) && han.length < 3) return
    place(start, end, { kind: 'number', value })
  })
}

/** So long a run of numerals is no number: it stands as one that cannot be read, and nothing looks into it. */
const blankRuns = (text: string, { place }: Placing): string =>
  text.replace(patterns.RUN, (run, at: number) => {
    place(at, at + run.length, { kind: 'number', value: Number.NaN })
    return '\0'.repeat(run.length)
  })

/** `text` in settled writing (`settled`). In order of place; claims may overlap. Never throws. */
export const claimsIn = (text: string, { now, timeZone }: ReadOptions): Claim[] => {
  if (!patterns.MAY_CLAIM.test(text)) return []
  const placed = placing()
  const readable = blankRuns(text, placed)
  const entities = findEntities(readable, { now, timeZone })
  readAll(readable, PATTERNS, placed)
  placeMoney(entities, placed)
  readAll(readable, AFTER_MONEY, placed)
  placeTimes(readable, entities, placed)
  placeLeft(readable, placed)
  return placed.found.map((claim) => withOff(readable, claim)).sort((a, b) => a.start - b.start)
}
