// How many: 两双, 3件, 一打, a pair, two dozen, x2, qty 3.
import type { Finds, Reading } from './entity.ts'
import { ENGLISH_NUMBER, englishNumber, NUMBER, numberOf } from './numerals.ts'
import { COUNTER, DIGIT, eachMatch, HAN_NUMBER, LATIN } from './reading.ts'

const UNITS: Readonly<Record<string, string>> = {
  件: 'piece',
  个: 'piece',
  只: 'piece',
  条: 'piece',
  枚: 'piece',
  支: 'piece',
  把: 'piece',
  顶: 'piece',
  台: 'piece',
  部: 'piece',
  张: 'piece',
  块: 'piece',
  片: 'piece',
  根: 'piece',
  款: 'kind',
  双: 'pair',
  对: 'pair',
  副: 'pair',
  套: 'set',
  组: 'set',
  瓶: 'bottle',
  盒: 'box',
  箱: 'carton',
  包: 'pack',
  袋: 'bag',
  罐: 'can',
  桶: 'bucket',
  卷: 'roll',
  本: 'copy',
  份: 'portion',
  打: 'dozen',
  单: 'order',
  斤: 'jin',
  公斤: 'kilogram',
}
const COUNTERS = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|')
/** 一个月, 三个人, 一个问题, 一件事 count no goods; 一条龙, 一对一, 一本正经, 一份心 neither. */
const HAN = new RegExp(
  `(?<![第\\da-z.:/-]|每)(${NUMBER})\\s?(${COUNTERS})(?!月|小时|星期|礼拜|钟|人|问题|工作|半月|事|龙|一|正经|意思|道理|时候|地方|办法|原因|字|头|劲|折|分)`,
  'g',
)
const HALF_DOZEN = /半打/g
const GOODS =
  'shirts?|t-?shirts?|tees?|dress(?:es)?|shoes?|socks?|jackets?|coats?|hats?|caps?|mugs?|phones?|cases?|books?|toys?|orders?|parcels?|packages?'
const ENGLISH = new RegExp(
  `(?<![a-z0-9.])(?:(half a dozen)|(${ENGLISH_NUMBER}) (dozen)s?|(${ENGLISH_NUMBER}) ?(pairs?|pieces?|pcs?|items?|boxes|box|packs?|packets?|bottles?|sets?|units?|copies|copy|bags?|cans?|cartons?|rolls?|kilos?|kg)|(\\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:[a-z]{3,9} )?(${GOODS}))(?![a-z])`,
  'g',
)
const TIMES =
  /(?<![a-z0-9])(?:[x×*]\s?(\d{1,3})|(\d{1,3})\s?[x×](?![a-z0-9]))(?![\da-z.])|(?:qty|quantity|数量|件数)\s?(?:is|of|是|为|[:=x])?\s?(\d{1,4})(?![\d.])/g
const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  pair: 'pair',
  piece: 'piece',
  pc: 'piece',
  item: 'piece',
  box: 'box',
  boxe: 'box',
  pack: 'pack',
  packet: 'pack',
  bottle: 'bottle',
  set: 'set',
  unit: 'piece',
  copie: 'copy',
  copy: 'copy',
  bag: 'bag',
  can: 'can',
  carton: 'carton',
  roll: 'roll',
  kilo: 'kilogram',
  kg: 'kilogram',
}

const add = (finds: Finds, match: RegExpExecArray, amount: number | undefined, unit: string): void => {
  const start = match.index
  const end = start + match[0].length
  if (amount === undefined || !(amount > 0 && amount < 1e7) || !finds.free(start, end)) return
  finds.add({ kind: 'quantity', start, end, amount, unit })
}

const addEnglish = (finds: Finds, match: RegExpExecArray): void => {
  const [, half, dozens, , count, unit, goods] = match
  if (half) add(finds, match, 6, 'piece')
  else if (dozens) add(finds, match, englishNumber(dozens) * 12, 'piece')
  else if (goods) add(finds, match, englishNumber(goods), 'piece')
  else add(finds, match, englishNumber(count!), ENGLISH_UNITS[unit!.replace(/s$/, '')] ?? 'piece')
}

export const findQuantities = ({ text, flags }: Reading, finds: Finds): void => {
  if (flags & COUNTER && flags & (DIGIT | HAN_NUMBER)) {
    eachMatch(HALF_DOZEN, text, (match) => add(finds, match, 6, 'piece'))
    eachMatch(HAN, text, (match) => {
      const amount = numberOf(match[1]!)
      if (match[0] === '一块') return
      if (match[2] === '打') add(finds, match, amount && amount * 12, 'piece')
      else add(finds, match, amount, UNITS[match[2]!]!)
    })
  }
  if (flags & LATIN) eachMatch(ENGLISH, text, (match) => addEnglish(finds, match))
  if (flags & DIGIT)
    eachMatch(TIMES, text, (match) => add(finds, match, Number(match[1] ?? match[2] ?? match[3]), 'piece'))
}
