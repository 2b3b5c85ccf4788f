// Reads a text once: widths narrowed without moving any offset, and flags for what is in it, so that most finders never run.
import type { Entity, EntityOptions, Finds, Reading } from './entity.ts'

export const DIGIT = 1
export const LATIN = 2
export const HAN_NUMBER = 4
export const MONEY = 8
export const TIME = 16
export const COLOUR = 32
export const COUNTER = 64
export const SIZE = 128
export const POINTER = 256
export const MEASURE = 512
export const CARRIER = 1024
export const TROUBLE = 2048

const GROUPS: readonly (readonly [number, string])[] = [
  [DIGIT, '0123456789'],
  [LATIN, 'abcdefghijklmnopqrstuvwxyz'],
  [HAN_NUMBER, '零〇一二三四五六七八九十百千万两俩仨半几壹贰叁肆伍陆柒捌玖拾佰仟'],
  [MONEY, '¥￥$€£₩円元块毛角分钱刀圆₽₹฿₫'],
  [TIME, '天日号周期拜月年节底晚早午点时钟夜晨昨今明刚上下双国春秋端七除元圣清劳女儿六五三前后黑感宵:-/.'],
  [COLOUR, '黑白灰红蓝绿黄紫粉橙橘棕褐咖米杏金银青卡驼焦酒藏墨香玫奶彩驼'],
  [COUNTER, '个件双条只支瓶盒包箱袋套台部本张把块份罐斤打对副顶枚卷桶组片根双款单位次'],
  [SIZE, '码号尺腰大中小均加'],
  [POINTER, '这那第上刚前后该此最个款'],
  [MEASURE, '高重斤米厘公脚足'],
  [CARRIER, '顺圆中申韵极邮京德百天通丰达兔政东菜'],
  [TROUBLE, '错误报码异常故障代提示'],
]
const FLAGS = new Uint16Array(65_536)
for (const [flag, chars] of GROUPS) for (let at = 0; at < chars.length; at++) FLAGS[chars.charCodeAt(at)]! |= flag

const narrow = (code: number): number => {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  if (code === 0x3000 || code === 0xa0) return 0x20
  return code
}

export const reading = (raw: string, options: EntityOptions): Reading => {
  let flags = 0
  let changed = false
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    const plain = narrow(code)
    const lower = plain >= 65 && plain <= 90 ? plain + 32 : plain
    if (lower !== code) changed = true
    flags |= FLAGS[lower]! | FLAGS[code]!
  }
  if (!changed) return { raw, text: raw, flags, options }
  const codes = new Array<string>(raw.length)
  for (let at = 0; at < raw.length; at++) {
    const plain = narrow(raw.charCodeAt(at))
    codes[at] = String.fromCharCode(plain >= 65 && plain <= 90 ? plain + 32 : plain)
  }
  return { raw, text: codes.join(''), flags, options }
}

/** A text that names more than this is a list to nobody's order; the rest is left. */
const MOST_FOUND = 200

/** Keeps what is found apart: what comes first holds its place. */
export const finds = (): Finds => {
  const found: Entity[] = []
  return {
    found,
    free: (start, end) => found.length < MOST_FOUND && found.every((other) => other.end <= start || other.start >= end),
    add: (entity) => void found.push(entity),
  }
}

/** Runs `use` over every match of a global pattern. The pattern's state is left clean. */
export const eachMatch = (pattern: RegExp, text: string, use: (match: RegExpExecArray) => void): void => {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0].length === 0) pattern.lastIndex++
    else use(match)
  }
  pattern.lastIndex = 0
}
