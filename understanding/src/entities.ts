// Things named in a text: order and tracking numbers, sizes, colours, body measures, the last digits of a phone.
export interface Entities {
  readonly orderNos: readonly string[]
  readonly trackingNos: readonly string[]
  /** Four digits standing alone. */
  readonly phoneLast4?: string
  /** Clothes `S`…`XXL`, shoes `36`…`46`. */
  readonly size?: string
  /** Canonical English colour. */
  readonly colour?: string
  readonly heightCm?: number
  readonly weightKg?: number
  readonly footMm?: number
}

const COLOURS: readonly (readonly [string, readonly string[]])[] = [
  ['black', ['black', '黑']],
  ['white', ['white', '白']],
  ['grey', ['grey', 'gray', '灰']],
  ['navy', ['navy', '藏青', '深蓝']],
  ['blue', ['blue', '蓝']],
  ['orange', ['orange', '橙', '橘']],
  ['red', ['red', '红']],
  ['green', ['green', '绿']],
  ['pink', ['pink', '粉']],
  ['purple', ['purple', '紫']],
  ['brown', ['brown', '棕', '咖色']],
  ['beige', ['beige', '米色', '卡其']],
  ['yellow', ['yellow', '黄色']],
]
const ORDER_NO = /(?<![a-z0-9])([a-z]{2}\d{6,8})(?![a-z0-9])/g
const TRACKING_NO = /(?<![a-z0-9])((?:[a-z]{2}\d{10,13})|(?:\d{12,15}))(?![a-z0-9])/g
const LAST_FOUR = /(?<![a-z0-9.])(\d{4})(?![a-z0-9.]|\s?(?:元|块|cm|kg|米|斤))/
const CLOTHES = /(?<![a-z0-9])(xxl|xl|xs|2xl|s|m|l)(?![a-z0-9])/
const CLOTHES_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?:extra|x)[ -]?large|加大码/, 'XL'],
  [/\blarge\b|大码/, 'L'],
  [/\bmedium\b|中码/, 'M'],
  [/\bsmall\b|小码/, 'S'],
]
const SHOES = /(?<![a-z0-9.])(3[5-9]|4[0-6])(?:\s?码|\s?号)?(?![0-9.]|\s?(?:kg|公斤|斤|cm|厘米))/

const upper = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1]!.toUpperCase())),
]

const sizeIn = (text: string): string | undefined => {
  const letters = CLOTHES.exec(text)?.[1]
  if (letters) return letters === '2xl' ? 'XXL' : letters.toUpperCase()
  return CLOTHES_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? SHOES.exec(text)?.[1]
}

const colourIn = (text: string): string | undefined =>
  COLOURS.find(([, names]) =>
    names.some((name) => (/[a-z]/.test(name) ? new RegExp(`\\b${name}\\b`).test(text) : text.includes(name))),
  )?.[0]

const number = (match: RegExpExecArray | null, scale = 1): number | undefined =>
  match ? Math.round(Number(match[1]) * scale * 10) / 10 : undefined

const within = (value: number | undefined, from: number, to: number): number | undefined =>
  value !== undefined && value >= from && value <= to ? value : undefined

const footIn = (text: string): number | undefined =>
  /foot|feet|脚|足/.test(text)
    ? (within(number(/(\d{2}(?:\.\d)?)\s?(?:cm|厘米|公分)?(?!\d)/.exec(text), 10), 200, 310) ??
      within(number(/(\d{3})\s?(?:mm|毫米)?/.exec(text)), 200, 310))
    : undefined

const DIGITS = '零一二三四五六七八九'

/** 一米七八 -> 178, 一米六 -> 160. */
const heightInHan = (text: string): number | undefined => {
  const match = /一米([一二三四五六七八九])([零一二三四五六七八九])?/.exec(text)
  return match ? 100 + DIGITS.indexOf(match[1]!) * 10 + (match[2] ? DIGITS.indexOf(match[2]) : 0) : undefined
}

const heightIn = (text: string): number | undefined => {
  const written = heightInHan(text)
  if (written !== undefined) return written
  const metres = /(?<!\d)(1\.\d{1,2})\s?(?:m|米)/.exec(text)
  if (metres) return within(number(metres, 100), 135, 215)
  const spoken = /(?<!\d)1\s?(?:米|m)\s?(\d{2})(?!\d)/.exec(text)
  if (spoken) return within(100 + Number(spoken[1]), 135, 215)
  const inFeet = /(?<!\d)([4-6])\s?(?:ft|foot|feet|")\s?(\d{1,2})?/.exec(text)
  if (inFeet) return within(Math.round(Number(inFeet[1]) * 30.48 + Number(inFeet[2] ?? 0) * 2.54), 135, 215)
  return within(number(/(?<![\d.])(1[3-9]\d|20\d|21[0-5])(?![\d.]|\s?(?:斤|kg|公斤|lb|元|块))/.exec(text)), 135, 215)
}

const weightIn = (text: string, height: number | undefined): number | undefined => {
  const kilograms = number(/(\d{2,3}(?:\.\d)?)\s?(?:kg|公斤|千克|kilo)/.exec(text))
  if (kilograms !== undefined) return within(kilograms, 30, 160)
  const jin = number(/(\d{2,3}(?:\.\d)?)\s?斤/.exec(text), 0.5)
  if (jin !== undefined) return within(jin, 30, 160)
  const pounds = number(/(\d{2,3})\s?(?:lbs?|pounds?)/.exec(text), 0.4536)
  if (pounds !== undefined) return within(pounds, 30, 160)
  if (height === undefined) return undefined
  return within(number(/(?<![\d.])([4-9]\d)(?![\d.]|\s?(?:cm|厘米|元|码))/.exec(text)), 35, 99)
}

/** `folded` as `fold` gives it. */
export const entitiesIn = (folded: string): Entities => {
  const orderNos = upper(folded, ORDER_NO)
  const trackingNos = upper(folded, TRACKING_NO)
  const footMm = footIn(folded)
  const heightCm = footMm === undefined ? heightIn(folded) : undefined
  const weightKg = weightIn(folded, heightCm)
  const phoneLast4 = LAST_FOUR.exec(folded)?.[1]
  const size = heightCm === undefined && footMm === undefined ? sizeIn(folded) : undefined
  const colour = colourIn(folded)
  return {
    orderNos,
    trackingNos,
    ...(phoneLast4 ? { phoneLast4 } : {}),
    ...(size ? { size } : {}),
    ...(colour ? { colour } : {}),
    ...(heightCm === undefined ? {} : { heightCm }),
    ...(weightKg === undefined ? {} : { weightKg }),
    ...(footMm === undefined ? {} : { footMm }),
  }
}
