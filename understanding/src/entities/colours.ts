// Colours in Chinese and English, under one canonical English name.
import type { ColourEntity, Finds, Reading } from './entity.ts'
import { COLOUR, eachMatch, LATIN } from './reading.ts'

const NAMES: Readonly<Record<string, readonly string[]>> = {
  black: ['black', '黑'],
  white: ['white', '白'],
  'off-white': ['off-white', 'off white', 'ivory', 'cream', '米白', '奶白', '象牙白', '奶油'],
  grey: ['grey', 'gray', 'charcoal', '灰'],
  navy: ['navy blue', 'navy', '藏青', '藏蓝', '深蓝', '海军蓝'],
  blue: ['blue', '蓝'],
  'sky-blue': ['sky blue', 'baby blue', '天蓝', '宝蓝', '湖蓝'],
  teal: ['teal', 'turquoise', '青色', '孔雀蓝'],
  orange: ['orange', '橙', '橘'],
  red: ['red', 'scarlet', '红'],
  burgundy: ['burgundy', 'wine red', 'maroon', '酒红', '枣红', '暗红'],
  coral: ['coral', '珊瑚'],
  green: ['green', '绿'],
  olive: ['olive', 'army green', '军绿', '橄榄'],
  mint: ['mint', '薄荷'],
  pink: ['pink', '粉'],
  rose: ['rose', '玫红', '玫瑰'],
  purple: ['purple', 'violet', '紫'],
  lavender: ['lavender', 'lilac', '薰衣草', '香芋'],
  brown: ['brown', 'coffee', '棕', '褐', '咖啡', '咖色'],
  camel: ['camel', '驼色'],
  beige: ['beige', '米色', '卡其', '杏色'],
  khaki: ['khaki'],
  yellow: ['yellow', '黄'],
  gold: ['gold', 'golden', '金色', '香槟'],
  silver: ['silver', '银'],
  'rose-gold': ['rose gold', '玫瑰金'],
  multicolour: ['multicolour', 'multicolor', 'rainbow', '彩色', '花色'],
  clear: ['transparent', '透明'],
}
const CANONICAL = new Map(Object.entries(NAMES).flatMap(([name, words]) => words.map((word) => [word, name] as const)))
const byLength = [...CANONICAL.keys()].sort((a, b) => b.length - a.length)
const han = byLength.filter((word) => !/^[a-z]/.test(word)).join('|')
const latin = byLength.filter((word) => /^[a-z]/.test(word)).join('|')
const FIRST = [...new Set([...'深浅暗淡亮', ...han.split('|').map((word) => word[0]!)])].join('')
const HAN = new RegExp(`(?=[${FIRST}])([深浅暗淡亮])??(${han})(色系|色的|色)?`, 'g')
/** One character alone is a colour only where one is spoken of: not in 黑人, 白天, 红包, 黄牛, 蓝牙, 小红书, 绿色通道. */
const BEFORE = /(?:^|[^\p{Script=Han}]|[要买换拍选个件双条款是有发穿深浅暗淡亮的和或跟与])$/u
const AFTER = /^(?:$|[^\p{Script=Han}]|[的和或跟与还有吗呢么款件双裤裙鞋衣短长衬毛卫帽丝大小均])(?!丝)/u
const NO_COLOUR = /^(?:通道|食品|名单|星期五)/

const standsAlone = (text: string, start: number, end: number): boolean =>
  BEFORE.test(text.slice(Math.max(0, start - 1), start)) && AFTER.test(text.slice(end, end + 2))

const ENGLISH = new RegExp(`(?<![a-z])(?:(dark|light)[ -])?(${latin})(?![a-z]|\\s(?:friday|card|list))`, 'g')

const add = (finds: Finds, match: RegExpExecArray, shade: ColourEntity['shade']): void => {
  const start = match.index
  const end = start + match[0].length
  if (finds.free(start, end))
    finds.add({ kind: 'colour', start, end, value: CANONICAL.get(match[2]!)!, ...(shade ? { shade } : {}) })
}

export const findColours = ({ text, flags }: Reading, finds: Finds): void => {
  if (flags & COLOUR)
    eachMatch(HAN, text, (match) => {
      const end = match.index + match[0].length
      const single = match[2]!.length === 1 && !match[3] && !match[1]
      if (single ? !standsAlone(text, match.index, end) : NO_COLOUR.test(text.slice(end, end + 3))) return
      add(finds, match, match[1] ? (/[深暗]/.test(match[1]) ? 'dark' : 'light') : undefined)
    })
  if (flags & LATIN) eachMatch(ENGLISH, text, (match) => add(finds, match, match[1] as ColourEntity['shade']))
}
