// A body's height, weight and foot length: what a size is chosen by. 一米七八, 1.75m, 175 65kg, 5'9", 130斤, 脚长24.5.
import type { Finds, MeasureEntity, Reading } from './entity.ts'
import { numberOf } from './numerals.ts'
import { DIGIT, HAN_NUMBER } from './reading.ts'

const FOOT_WORD = /foot|feet|脚|足/
const FOOT = /(?<![\d.])(?:(2\d(?:\.\d)?)\s?(cm|厘米|公分)?|(2\d{2}|30\d)\s?(mm|毫米)?)(?![\d.]|码|号)/
const HAN_HEIGHT = /一米([一二三四五六七八九])([零一二三四五六七八九])?/
const METRES = /(?<!\d)(1\.\d{1,2})\s?(?:m(?![a-z])|米)/
const SPOKEN = /(?<!\d)1\s?(?:米|m)\s?(\d{2})(?!\d)/
const IMPERIAL = /(?<!\d)([4-6])\s?(?:ft|foot|feet|'|’)\s?(\d{1,2})?(?:\s?(?:in(?:ches)?|"|”))?/
const CENTIMETRES =
  /(?<![\d./-])(1[3-9]\d|20\d|21[0-5])\s?(?:cm|厘米|公分)?(?![\d./:-]|\s?(?:斤|kg|公斤|lb|元|块|个|件|双|天|ml|g|w|mm))/
const KILOGRAMS = /(?<![\d.])(\d{2,3}(?:\.\d)?)\s?(?:kg|公斤|千克|kilos?)/
const JIN = /(?<![\d.])(\d{2,3}(?:\.\d)?|[一二三四五六七八九百十]{2,5})\s?斤/
const POUNDS = /(?<![\d.$£])(\d{2,3})\s?(?:lbs?|pounds?)(?![a-z])/
const BARE_WEIGHT = /(?<![\d./-])([4-9]\d)(?![\d./:-]|\s?(?:cm|厘米|元|块|码|%|个|件|双|天))/

type Of = MeasureEntity['of']
const LIMITS: Readonly<Record<Of, readonly [number, number]>> = {
  height: [135, 215],
  weight: [30, 160],
  foot: [200, 310],
}

const add = (finds: Finds, of: Of, match: RegExpExecArray | null, amount: number): boolean => {
  if (!match || !Number.isFinite(amount)) return false
  const rounded = Math.round(amount * 10) / 10
  const [least, most] = LIMITS[of]
  const start = match.index
  const end = start + match[0].trimEnd().length
  if (rounded < least || rounded > most || !finds.free(start, end)) return false
  finds.add({ kind: 'measure', start, end, of, amount: rounded })
  return true
}

const findFoot = (text: string, finds: Finds): boolean => {
  const match = FOOT.exec(text)
  return add(finds, 'foot', match, match?.[1] ? Number(match[1]) * 10 : Number(match?.[3]))
}

/** 200 alone in a long text is anything; beside a word of the body, a second figure, or as an answer it is a height. */
const ofBody = (text: string): boolean =>
  text.length <= 12 ||
  /高|体重|斤|kg|穿|码|尺|tall|height|weigh|lbs|size|身/.test(text) ||
  /1\d\d[^\d]{1,4}\d{2,3}(?!\d)/.test(text)

const DIGITS = '零一二三四五六七八九'
const findHeight = (text: string, finds: Finds): boolean => {
  const han = HAN_HEIGHT.exec(text)
  if (han) {
    const rest = DIGITS.indexOf(han[1]!) * 10 + (han[2] ? DIGITS.indexOf(han[2]) : 0)
    return add(finds, 'height', han, 100 + rest)
  }
  const metres = METRES.exec(text)
  if (metres) return add(finds, 'height', metres, Number(metres[1]) * (metres[1]!.length === 3 ? 100 : 100))
  const spoken = SPOKEN.exec(text)
  if (spoken) return add(finds, 'height', spoken, 100 + Number(spoken[1]))
  const imperial = IMPERIAL.exec(text)
  if (imperial)
    return add(finds, 'height', imperial, Math.round(Number(imperial[1]) * 30.48 + Number(imperial[2] ?? 0) * 2.54))
  const bare = CENTIMETRES.exec(text)
  if (bare && !/[cm厘公]/.test(bare[0]) && !ofBody(text)) return false
  return add(finds, 'height', bare, Number(bare?.[1]))
}

const findWeight = (text: string, finds: Finds, height: boolean): void => {
  const kilograms = KILOGRAMS.exec(text)
  if (kilograms) return void add(finds, 'weight', kilograms, Number(kilograms[1]))
  const jin = JIN.exec(text)
  if (jin) return void add(finds, 'weight', jin, (numberOf(jin[1]!) ?? Number.NaN) * 0.5)
  const pounds = POUNDS.exec(text)
  if (pounds) return void add(finds, 'weight', pounds, Number(pounds[1]) * 0.4536)
  if (!height) return
  const bare = BARE_WEIGHT.exec(text)
  add(finds, 'weight', bare, Number(bare?.[1]))
}

export const findMeasures = ({ text, flags }: Reading, finds: Finds): void => {
  if (!(flags & (DIGIT | HAN_NUMBER))) return
  if (FOOT_WORD.test(text) && flags & DIGIT && !IMPERIAL.test(text) && findFoot(text, finds)) return
  const height = findHeight(text, finds)
  findWeight(text, finds, height)
}
