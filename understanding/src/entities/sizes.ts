// Sizes of clothes, shoes and trousers: XXL, 3xl, 大码, 38码, EU 42, US 9.5, 175/96A, W32 L34.
import type { Finds, Reading, SizeEntity } from './entity.ts'
import { DIGIT, eachMatch, LATIN, SIZE } from './reading.ts'

const BODY = /(?<![\d/])(1[2-9]\d)\/(\d{2,3})\s?([a-cy])?(?![\d/a-z])/g
const TROUSERS =
  /(?<![a-z0-9])w?(2[4-9]|3\d|4[0-8])\s?(?:[x/*]\s?|\s?)l(2[6-9]|3[0-8])(?![a-z0-9])|(?<![a-z0-9])(2[4-9]|3\d|4[0-8])x(2[6-9]|3[0-8])(?![a-z0-9])/g
const WAIST =
  /(?:腰围|waist(?: size)?|w)\s?(?:是|is|:|of)?\s?(2[4-9]|3\d|4[0-8])(?![\d.]|\s?cm)|(?<![\d.])(2[4-9]|3\d|4[0-8])\s?(?:腰(?!围)|寸腰|(?:inch |in |")?\s?waist)/g
const REGION =
  /(?<![a-z0-9])(eur?|us|uk|jp|fr|it|欧码|美码|英码|日码|欧|美|英)\s?(?:size |码)?(\d{1,2}(?:\.5)?)(?:码)?(?![\d.]|\s?%)|(?<![\d.a-z])(\d{1,2}(?:\.5)?)\s?(eu|us|uk|jp|欧码|美码|英码|日码)(?![a-z])/g
const NUMBERED =
  /(?<![\d.a-z])(\d{2}(?:\.5)?)\s?(码|号)(?![\d楼线店门])|(?:尺码|鞋码|码数|号码是|穿|size)\s?(?:是|为|is|:|in a|in)?\s?(\d{1,2}(?:\.5)?)(?![\d.]|\s?(?:cm|kg|斤|公斤|天|件|次|年|个|岁|元|块|g\b|gb|mb))/g
const LETTERS = /(?<![a-z0-9'’.&-])(\d{1}xl|x{1,5}[ls]|[sml])(?:\s?(码|号|size))?(?![a-z0-9'’&.-]|\s?(?:cm|kg))/g
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/加大码|特大码|特大号|加大号|\b(?:extra|x)[ -]large\b/g, 'XL'],
  [/大码|大号|\blarge\b/g, 'L'],
  [/中码|中号|\bmedium\b/g, 'M'],
  [/加小码|\b(?:extra|x)[ -]small\b/g, 'XS'],
  [/小码|小号|\bsmall\b/g, 'S'],
  [/均码|\bone[ -]size(?: fits all)?\b/g, 'ONE'],
]
const BARE =
  /(?<![a-z0-9.:/-])(3[5-9]|4[0-6])(?![0-9.:%/-]|\s?(?:kg|公斤|斤|cm|厘米|天|年|个|件|分|元|块|小时|次|岁|l\b|days?|minutes|hours|weeks?|euros?|dollars?|pounds?|lbs?|percent))/g
const SYSTEM: Readonly<Record<string, SizeEntity['system']>> = {
  eu: 'eu',
  eur: 'eu',
  fr: 'eu',
  it: 'eu',
  欧码: 'eu',
  欧: 'eu',
  us: 'us',
  美码: 'us',
  美: 'us',
  uk: 'uk',
  英码: 'uk',
  英: 'uk',
  jp: 'jp',
  日码: 'jp',
}

type Found = readonly [system: SizeEntity['system'], value: string, ground: SizeEntity['ground']]
const add = (finds: Finds, match: RegExpExecArray, [system, value, ground]: Found): void => {
  const lead = /^\s/.test(match[0]) ? 1 : 0
  const start = match.index + lead
  const end = match.index + match[0].trimEnd().length
  if (finds.free(start, end)) finds.add({ kind: 'size', start, end, system, value, ground })
}

/** `2xl`, `xxl` and `XXL` are one. */
const letterSize = (text: string): string => {
  const counted = /^(\d)xl$/.exec(text)
  if (!counted) return text.toUpperCase()
  const times = Number(counted[1])
  return times === 0 ? 'XL' : times <= 3 ? `${'X'.repeat(times)}L` : `${times}XL`
}

/** One letter is a size beside Han, alone, in capitals, or where size is the subject: not in "I m" or "5 m". */
const singleLetter = ({ raw, text }: Reading, match: RegExpExecArray): boolean => {
  if (match[1]!.length > 1 || match[2]) return true
  const before = text.slice(0, match.index).trimEnd()
  const after = text.slice(match.index + 1).trimStart()
  if (/\d$/.test(before) && match.index > 0) return false
  if (raw.codePointAt(match.index)! < 97 || raw.charCodeAt(match.index) >= 0xff21) return true
  if (before === '' && after === '') return true
  if (/[a-z]$/.test(before) || /^[a-z]/.test(after)) return /size|\b(?:a|an|in|or|take|need|want|the)$/.test(before)
  return true
}

const findRegional = ({ raw, text, flags }: Reading, finds: Finds): void => {
  if (!(flags & (LATIN | SIZE))) return
  eachMatch(REGION, text, (match) => {
    const region = (match[1] ?? match[4])!
    const shouted = raw.slice(match.index, match.index + match[0].length) !== match[0]
    const pronoun = /^(?:us|it)$/.test(region) && !shouted && !/size|shoe/.test(text)
    const value = (match[2] ?? match[3])!
    if (pronoun || Number(value) === 0 || (/^[欧美英]$/.test(region) && !/码$/.test(match[0]))) return
    add(finds, match, [SYSTEM[region]!, value, 'context'])
  })
}

const findNumbered = ({ text }: Reading, finds: Finds): void => {
  eachMatch(BODY, text, (match) =>
    add(finds, match, ['body', `${match[1]}/${match[2]}${match[3]?.toUpperCase() ?? ''}`, 'shape']),
  )
  eachMatch(TROUSERS, text, (match) =>
    add(finds, match, ['waist', `${match[1] ?? match[3]}x${match[2] ?? match[4]}`, 'shape']),
  )
  eachMatch(WAIST, text, (match) => add(finds, match, ['waist', (match[1] ?? match[2])!, 'context']))
  eachMatch(NUMBERED, text, (match) => {
    const value = (match[1] ?? match[3])!
    if (match[2] === '号' && !(Number(value) >= 32 && Number(value) <= 50)) return
    const shoe = Number(value) >= 34 && Number(value) <= 50
    add(finds, match, [shoe ? 'cn' : 'number', value, 'context'])
  })
}

export const findSizes = (reading: Reading, finds: Finds): void => {
  const { text, flags } = reading
  if (!(flags & (DIGIT | LATIN | SIZE))) return
  findRegional(reading, finds)
  if (flags & DIGIT) findNumbered(reading, finds)
  if (flags & LATIN)
    eachMatch(LETTERS, text, (match) => {
      if (singleLetter(reading, match))
        add(finds, match, ['letter', letterSize(match[1]!), match[2] ? 'context' : 'shape'])
    })
  if (flags & SIZE || /large|medium|small|one[ -]size/.test(text))
    for (const [pattern, value] of WORDS)
      eachMatch(pattern, text, (match) => add(finds, match, ['letter', value, 'shape']))
}

/** Two digits that could be a shoe size and were nothing else: runs last. */
export const findBareSizes = ({ text, flags }: Reading, finds: Finds): void => {
  if (!(flags & DIGIT)) return
  eachMatch(BARE, text, (match) => add(finds, match, ['cn', match[1]!, 'shape']))
}
