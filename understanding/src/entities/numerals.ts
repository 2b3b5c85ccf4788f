// Numbers as customers write them: 12, 1,299.50, 一千二百, 两百五, 1.2万, 三十八.
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }

/** Source of a pattern for any number; parse with `numberOf`. */
export const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s?(?:万|千(?!克)|百|w(?![a-z])|k(?![a-z]))?|[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+'

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
  couple: 2,
  'a couple of': 2,
  'a couple': 2,
  few: 3,
  'a few': 3,
  several: 3,
}
export const ENGLISH_NUMBER =
  '(?:\\d+(?:\\.\\d+)?|a couple of|a couple|a few|an|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)'

export const englishNumber = (text: string): number => WORDS[text] ?? Number(text)

const MULTIPLES: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, 千: 1_000, k: 1_000, 百: 100 }

/** 一二三 read digit by digit. */
const plainDigits = (text: string): number => Number([...text].map((char) => DIGITS[char]).join(''))

/** Undefined when the characters make no number, or a vague one (五六, 千). 两百五 is 250, 一千二 is 1200. */
export const hanNumber = (text: string): number | undefined => {
  if (/^[百千万佰仟]/.test(text)) return undefined
  if (!/[十百千万拾佰仟]/.test(text)) {
    const several = (text.length === 2 || text.length === 3) && !/[零〇]/.test(text)
    return text.length > 0 && text.length <= 9 && !several ? plainDigits(text) : undefined
  }
  let total = 0
  let part = 0
  let digit = -1
  let unit = 1
  for (const char of text) {
    if (char === '万') {
      if (part === 0 && digit < 0) return undefined
      total = (total + part + Math.max(digit, 0)) * 10_000
      part = 0
      digit = -1
      unit = 10_000
    } else if (TENS[char] !== undefined) {
      unit = TENS[char]
      part += (digit < 0 ? 1 : digit) * unit
      digit = -1
    } else {
      if (digit > 0) return undefined
      digit = DIGITS[char]!
      if (digit === 0) unit = 10
    }
  }
  if (digit < 0) return total + part
  const short = unit >= 100 && text.length > 1 && TENS[text.at(-2)!] !== undefined
  const shortTens = text.at(-2) === '万'
  return total + part + (short || shortTens ? digit * (unit / 10) : digit)
}

export const numberOf = (text: string): number | undefined => {
  const trimmed = text.trim()
  if (!/^\d/.test(trimmed)) return hanNumber(trimmed)
  const scale = MULTIPLES[trimmed.at(-1)!]
  const value = Number((scale ? trimmed.slice(0, -1) : trimmed).replaceAll(',', '').trim()) * (scale ?? 1)
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : undefined
}
