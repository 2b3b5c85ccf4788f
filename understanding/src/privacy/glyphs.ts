// One look at every UTF-16 unit: what a message may hold (which decides the detectors that run), and the folding of
// full-width, circled, keycap and mathematical characters to plain ones with the way back to the raw offsets.

export const HAS = { digit: 1, at: 2, hanDigit: 4, nameWord: 8, place: 16, latin: 32, odd: 64, upper: 128 } as const

const CLASS = new Uint8Array(65536)
const mark = (chars: string, flag: number) => {
  for (let at = 0; at < chars.length; at++) CLASS[chars.charCodeAt(at)]! |= flag
}
const span = (from: number, to: number, flag: number) => {
  for (let code = from; code <= to; code++) CLASS[code]! |= flag
}

/** First code of each run of ten digits 0–9, and of runs that start at one. */
const ZERO_RUNS = [0xff10, 0x0660, 0x06f0, 0x0966]
const ONE_RUNS = [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a]
const FOLD = new Uint16Array(65536)
for (const first of ZERO_RUNS) for (let digit = 0; digit < 10; digit++) FOLD[first + digit] = 48 + digit
for (const first of ONE_RUNS) for (let digit = 1; digit < 10; digit++) FOLD[first + digit - 1] = 48 + digit
for (const zero of [0x24ea, 0x24ff]) FOLD[zero] = 48
for (let code = 0xff01; code <= 0xff5e; code++) FOLD[code] = code - 0xfee0
FOLD[0x3000] = 32
FOLD[0xa0] = 32
for (const dash of [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]) FOLD[dash] = 45
for (const dot of [0x2022, 0x30fb]) FOLD[dot] = 0xb7

span(48, 57, HAS.digit)
span(65, 90, HAS.latin | HAS.upper)
span(97, 122, HAS.latin)
mark('@#', HAS.at)
mark('零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖', HAS.hanDigit)
mark('叫名姓人户是写寄收给署申私氏', HAS.nameWord)
mark('省市区县旗镇乡村路街巷弄道号栋幢座楼层室院園苑庄湾里屯段城厦府丁舍', HAS.place)
const IGNORED = new Set([0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad, 0xfe0f, 0xfe0e, 0x20e3])
for (const code of IGNORED) CLASS[code]! |= HAS.odd
for (let code = 128; code < 65536; code++) {
  const folded = FOLD[code]!
  if (folded === 0) continue
  CLASS[code]! |= HAS.odd | CLASS[folded]!
}
const TRADITIONAL =
  '區区縣县鎮镇鄉乡號号樓楼層层單单棟栋廈厦廣广場场園园臺台龍龙東东門门莊庄灣湾學学訂订機机電电話话聯联繫系證证護护照照姓姓寄寄貨货員员稱称銀银開开戶户帳账碼码郵邮編编運运遞递發发給给滬沪瓊琼貴贵雲云內内寧宁陝陕蘇苏鄧邓陳陈張张劉刘趙赵黃黄吳吴週周孫孙馬马葉叶許许鄭郑謝谢羅罗蔣蒋盧卢蕭萧楊杨'
for (let at = 0; at < TRADITIONAL.length; at += 2) {
  const [from, to] = [TRADITIONAL.charCodeAt(at), TRADITIONAL.charCodeAt(at + 1)]
  if (from === to) continue
  FOLD[from] = to
  CLASS[from]! |= HAS.odd | CLASS[to]!
}
/** Mathematical digits and letters live above the BMP: their lead units ask for folding. */
mark('\ud835', HAS.odd | HAS.digit)

/** Flags of the message in the low byte, the number of plain or folded digits above it. */
export const survey = (raw: string): number => {
  let flags = 0
  let digits = 0
  for (let at = 0; at < raw.length; at++) {
    const found = CLASS[raw.charCodeAt(at)]!
    flags |= found
    digits += found & 1
  }
  return flags | (digits << 8)
}
export const hanDigitsIn = (raw: string): number => {
  let count = 0
  for (let at = 0; at < raw.length; at++) if (CLASS[raw.charCodeAt(at)]! & HAS.hanDigit) count++
  return count
}

export interface Folded {
  readonly text: string
  /** Raw offset of the unit at `index` of `text`; `index` may be the length. */
  readonly start: (index: number) => number
  /** Raw end of the unit before `index`: what belongs to a glyph stays with it. */
  readonly end: (index: number) => number
}

const same = (index: number) => index
const mathDigit = (low: number): number => (low >= 0xdfce && low <= 0xdfff ? 48 + ((low - 0xdfce) % 10) : 0)

/** Folds characters one to one where it can; what vanishes belongs to the glyph before it. */
export const fold = (raw: string, flags: number): Folded => {
  if ((flags & HAS.odd) === 0) return { text: raw, start: same, end: same }
  const starts: number[] = []
  const ends: number[] = []
  const units: string[] = []
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (IGNORED.has(code)) {
      if (ends.length > 0) ends[ends.length - 1] = at + 1
      continue
    }
    const digit = code === 0xd835 ? mathDigit(raw.charCodeAt(at + 1)) : 0
    starts.push(at)
    if (digit > 0) at++
    ends.push(at + 1)
    const folded = digit || FOLD[code]!
    units.push(folded === 0 ? raw[at]! : String.fromCharCode(folded))
  }
  return {
    text: units.join(''),
    start: (index) => starts[index] ?? raw.length,
    end: (index) => (index === 0 ? 0 : ends[index - 1]!),
  }
}
