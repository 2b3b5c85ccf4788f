// One way of writing for what can be written in many: widths, scripts of digits, invisible signs, traditional characters.

/** Nothing to settle but the case. */
const PLAIN = /^[ -~\n、。\u4e00-\u9fff]*$/
const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '塊块',
    '圓圆',
    '萬万',
    '兩两',
    '號号',
    '點点',
    '時时',
    '個个',
    '週周',
    '鐘钟',
    '禮礼',
    '雙双',
    '億亿',
    '貳贰',
    '參叁',
  ]
    .concat([
      '陸陆',
      '減减',
      '滿满',
      '價价',
      '錢钱',
      '費费',
      '幣币',
      '內内',
      '後后',
      '運运',
      '稅税',
      '關关',
      '買买',
      '贈赠',
    ])
    .concat([
      '〡一',
      '〢二',
      '〣三',
      '〤四',
      '〥五',
      '〦六',
      '〧七',
      '〨八',
      '〩九',
      '仨三',
      '俩两',
      '佰百',
      '仟千',
      '拾十',
    ])
    .map((pair) => [pair[0]!, pair[1]!]),
)
const FOLDED = new RegExp(`[${Object.keys(TRADITIONAL).join('')}]`, 'g')
const ANY_FOLDED = new RegExp(FOLDED.source)
const ROMAN = /[\u2160-\u216b\u2170-\u217b]/g

/** The digit a character of any script stands for: blocks of digits run from nought to nine. */
const digitOf = (char: string): string => {
  const code = char.codePointAt(0)!
  let first = code
  while (code - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return String(code - first)
}

const widened = (text: string): string =>
  text
    .replace(ROMAN, (char) => String(((char.charCodeAt(0) - 0x2160) % 16) + 1))
    // A wide comma parts numbers; a narrow one may hold one together.
    .replace(/[，､]/g, '、')
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{M}/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, digitOf)

/** Lower case, narrow, ASCII digits, one space for many; lines stay lines. Never throws. */
export const settled = (text: string): string => {
  const wide = PLAIN.test(text) ? text : widened(text)
  const folded = ANY_FOLDED.test(wide) ? wide.replace(FOLDED, (char) => TRADITIONAL[char]!) : wide
  return folded
    .toLowerCase()
    .replace(/\s*\n\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
}

const NUMERAL = '\\d零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖半'
const ENDS_IN_NUMERAL = new RegExp(`[${NUMERAL}]$`)
const BEGINS_WITH_NUMERAL = new RegExp(`^[${NUMERAL}]`)
const LEADS_ON = new RegExp(`[${NUMERAL}][.,:]?$|[a-z]$|[-~至到/]$`)
const GOES_ON = new RegExp(`^[${NUMERAL}]|^[.,:]\\d|^[-~至到/][${NUMERAL}]`)
const tight = (text: string): string => text.replace(/\s/g, '')

/**
 * Whether a stretch of settled writing stands in another text word for word, spaces aside. A number inside a longer one
 * (99 in 199, 3 in 3-5) does not.
 */
export const hasVerbatim = (stretch: string, text: string): boolean => {
  const wanted = tight(stretch)
  const within = tight(text)
  if (wanted === '') return true
  const startsOpen = BEGINS_WITH_NUMERAL.test(wanted)
  const endsOpen = ENDS_IN_NUMERAL.test(wanted)
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const before = within.slice(Math.max(0, at - 2), at)
    const after = within.slice(at + wanted.length, at + wanted.length + 2)
    const cutBefore = startsOpen && LEADS_ON.test(before) && !/[a-z]$/.test(before)
    if (!cutBefore && !(endsOpen && GOES_ON.test(after))) return true
  }
  return false
}
