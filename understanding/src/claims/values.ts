// Numbers as a shop writes them, and numbers in English words.
import { numberOf } from '../entities/numerals.ts'

/** NaN when it cannot be read. 九五 is 95 here: a rate read digit by digit. */
export const numberIn = (text: string): number => {
  const tight = text.replace(/\s/g, '')
  if (tight === '半') return 0.5
  const [whole, decimals] = tight.split('点')
  if (decimals !== undefined) return Number(`${numberIn(whole!)}.${numberIn(decimals)}`)
  return numberOf(tight) ?? Number.NaN
}

const HAN_DIGITS = '零一二三四五六七八九'
/** 八五 in 八五折 is 8.5: two digits beside each other, as no count is written. */
export const digitsOf = (text: string): number => {
  const digits = [...text].map((char) => HAN_DIGITS.indexOf(char))
  return digits.length === 2 && !digits.includes(-1) ? digits[0]! * 10 + digits[1]! : numberIn(text)
}

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  half: 0.5,
  'half a': 0.5,
  'half an': 0.5,
  'a couple of': 2,
  'a few': 3,
}
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Digits, or words: twenty-five, two hundred and fifty. */
export const englishValue = (text: string): number => {
  if (/^\d/.test(text)) return numberIn(text)
  const known = WORDS[text.trim()]
  if (known !== undefined) return known
  let total = 0
  let part = 0
  for (const word of text.split(/[\s-]+/)) {
    if (word === 'hundred') part = Math.max(1, part) * 100
    else if (word === 'thousand') {
      total += Math.max(1, part) * 1000
      part = 0
    } else if (word !== 'and') part += Math.max(SMALL.indexOf(word), TENS.indexOf(word) * 10, 0)
  }
  return total + part
}
