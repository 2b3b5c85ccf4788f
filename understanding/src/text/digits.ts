// Numbers however they are typed: full width, circled, emoji keys, Chinese digits, spaced out.
import { foldCharacter } from './character.ts'

export interface DigitRun {
  /** ASCII digits only. */
  readonly digits: string
  /** UTF-16 offsets in the raw text, end exclusive. */
  readonly start: number
  readonly end: number
}

const CHINESE = '零〇○一二三四五六七八九幺两兩壹贰叁肆伍陆柒捌玖貳參陸'
const VALUE = '00012345678912212345678923' + '6'
const SEPARATORS = new Set([...' \t-–—.·•*_~/|,，、()（）+\u3000'])
const ASCII_DIGITS = /^\d+$/
const CHARACTER = /[\s\S][\p{M}\u200d]*/uy

const digitsIn = (character: string): string | null => {
  const chinese = CHINESE.indexOf(character)
  if (character.length === 1 && chinese >= 0) return VALUE[chinese]!
  const code = character.charCodeAt(0)
  if (character.length === 1 && code >= 0x30 && code <= 0x39) return character
  if (code < 0xb2) return character.length > 1 && code >= 0x30 && code <= 0x39 ? character[0]! : null
  const folded = foldCharacter(character)
  if (ASCII_DIGITS.test(folded)) return folded
  const value = /^\p{Nd}$/u.test(folded) ? decimalValue(folded) : -1
  return value < 0 ? null : String(value)
}
/** Arabic, Thai, Devanagari… digits stand in runs of ten that begin at zero. */
const decimalValue = (digit: string): number => {
  const code = digit.codePointAt(0)!
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}
const isEmoji = /^\p{Extended_Pictographic}/u

/**
 * Runs of at least `least` digits, at most two separators (space, dash, dot, bracket, emoji) between two of them.
 * Chinese digits count only beside others: "三" alone is a word.
 */
export const digitsOf = (raw: string, least = 4): DigitRun[] => {
  const runs: DigitRun[] = []
  let digits = ''
  let start = 0
  let end = 0
  let gap = 0
  const close = () => {
    if (digits.length >= least) runs.push({ digits, start, end })
    digits = ''
    gap = 0
  }
  for (let i = 0; i < raw.length; ) {
    CHARACTER.lastIndex = i
    const character = CHARACTER.exec(raw)![0]
    const found = digitsIn(character)
    if (found !== null) {
      if (digits === '') start = i
      digits += found
      end = i + character.length
      gap = 0
    } else if (digits !== '' && !(SEPARATORS.has(character) || isEmoji.test(character))) close()
    else if (digits !== '' && ++gap > 2) close()
    i += character.length
  }
  close()
  return runs
}
