// Chinese and Japanese postal addresses by their levels: province, city, district, town, road, number, estate, building,
// room. A chain of levels is an address when it reaches a door; "朝阳区转运中心" or "南京路" alone is not. The chain is
// read level by level without going back, so no text makes it slow.
import type { Finding } from './candidate.ts'

type Level = 'area' | 'road' | 'estate'

const SUFFIXES: readonly (readonly [Level, string])[] = [
  ['area', '自治州 自治县 自治区 特别行政区 开发区 高新区 新区 街道 地区 省 市 区 县 盟 旗 镇 乡 州'],
  ['road', '大道 大街 胡同 里弄 路 街 巷 弄 道 里 条 村 庄 屯 段 河'],
  [
    'estate',
    '小区 社区 校区 园区 花园 花苑 公寓 家园 嘉园 家属院 大厦 大楼 写字楼 广场 中心 新村 山庄 别墅 公馆 宿舍 总部 医院 学校 大学 中学 小学 酒店 南门 北门 东门 西门 工业园 科技园 产业园 园 苑 城 府 邸 院 湾 谷 坊 天地',
  ],
]
const LEVEL_OF = new Map<string, Level>(
  SUFFIXES.flatMap(([level, list]) => list.split(' ').map((suffix) => [suffix, level] as const)),
)
const LONGEST = 5
const suffixAt = (text: string, at: number, size: number): Level | undefined =>
  at + size > text.length ? undefined : LEVEL_OF.get(text.slice(at, at + size))
/** Characters of the sentence around an address; no place is named with them. */
const STOPS = new Set([...'的了吗呢是在到寄送给住把我你您他她们这那请说就也还跟址改不没有发收'])
const isPlaceChar = (char: string) => char >= '\u4e00' && char <= '\u9fff' && !STOPS.has(char)

const DOOR =
  /[0-9a-zA-Z一二三四五六七八九十百千零〇甲乙丙丁-]{1,10} ?(?:期|号院|号楼|号馆|号|栋|幢|座|弄|单元|楼|层|室|舍|门|房|户|组|队)(?:之[一二三四五六七八九\d])?/y
const ROOM = /(?:[A-Za-z]?\d{1,2}-\d{1,4}(?:-\d{1,4})?|[A-Za-z]?\d{2,5})(?![\d-]|[件个元块])/y
/** An estate without a telling suffix, right before its building: "恒大名都8栋". */
const ESTATE =
  /[\u4e00-\u9fff]{2,9}(?=\d{1,3} ?(?:栋|幢|号楼|座)(?: ?\d{1,3} ?单元| ?\d{3,4}(?!\d)|[一二三四五六]单元))/y
const NAME_MOST = 13
const MOST = 100

const stickyEnd = (form: RegExp, text: string, at: number): number => {
  form.lastIndex = at
  const match = form.exec(text)
  return match ? at + match[0].length : at
}
const isPlainName = (name: string): boolean => {
  if (/(?<!解)放/.test(name)) return false
  for (const char of name) if (!isPlaceChar(char) || LEVEL_OF.has(char)) return false
  return true
}
/** The suffix that ends at the nearest place after `from`, the longest one that starts there. */
const levelAt = (text: string, from: number): { level: Level; end: number; name: number } | undefined => {
  const estate = stickyEnd(ESTATE, text, from)
  if (estate > from && isPlainName(text.slice(from, estate)))
    return { level: 'estate', end: estate, name: estate - from }
  const most = Math.min(text.length, from + NAME_MOST)
  for (let at = from; at < most; at++) {
    const isOpen = isPlaceChar(text[at]!) || text.startsWith('开发区', at) || text.startsWith('中心', at)
    if (!isOpen) return undefined
    if (at === from) continue
    for (let size = LONGEST; size > 0; size--) {
      const level = suffixAt(text, at, size)
      if (level) return { ...further(text, level, at + size), name: at - from }
    }
  }
  return undefined
}
/** "学院" + "路", "石家庄" + "市": a suffix right behind a suffix carries the level. */
const further = (text: string, level: Level, end: number): { level: Level; end: number } => {
  for (let size = LONGEST; size > 0; size--) {
    const next = suffixAt(text, end, size)
    if (next) return { level: next, end: end + size }
  }
  return { level, end }
}
const blank = (text: string, at: number) => (text[at] === ' ' || text[at] === ',' ? at + 1 : at)

/** Where the address that starts at `from` ends; `from` where none does. */
export const hanAddressEnd = (text: string, from: number): number => {
  let at = from
  let end = from
  let doors = 0
  let named = false
  while (at - from < MOST) {
    const next = blank(text, at)
    const door = stickyEnd(DOOR, text, next)
    const room = doors > 0 ? stickyEnd(ROOM, text, next) : next
    if (door > next || room > next) {
      if (!named) return from
      at = Math.max(door, room)
      end = at
      doors++
      continue
    }
    const level = levelAt(text, next)
    if (!level) break
    at = level.end
    named ||=
      level.level === 'road' ||
      (level.level === 'estate' && (level.name >= 2 || next - from >= 2)) ||
      isAreaWithDoor(text, level)
    if (doors > 0 && level.level === 'estate') end = at
  }
  return doors > 0 && named ? end : from
}
const isAreaWithDoor = (text: string, { level, end, name }: { level: Level; end: number; name: number }) =>
  level === 'area' &&
  name >= 2 &&
  text[end - 1] === '区' &&
  /^[0-9]{1,3}(?:栋|幢|座|号楼)/.test(text.slice(end, end + 6))

const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门'
const CITIES =
  '广州|深圳|杭州|南京|成都|武汉|西安|苏州|郑州|长沙|沈阳|青岛|宁波|东莞|合肥|佛山|昆明|福州|无锡|厦门|哈尔滨|长春|南昌|济南|大连|贵阳|温州|石家庄|南宁|常州|泉州|太原|徐州|台北|高雄'
/** Where an address may begin: the words before one, the start of a clause, a province or large city. */
const STARTS = new RegExp(
  `(?:收货地址|家庭住址|住址|地址|寄到|寄往|改寄到?|寄|送到|送往|送|放到?|公司[:：]|现住|现在住|住(?![宿院过所址])|发到|发往|住在|家住|我住|搬到|换到|改到|家在|位于|我在|应该是|住所は?|お届け先)(?:改[成为]|换成|变更为|是|在|为|は)?[: ]{0,2}|(?<=[,，。:;；、\\s])|^|[是在](?=${PROVINCES}|${CITIES})|(?=${PROVINCES}|${CITIES})`,
  'g',
)
const HEAD = new RegExp(`(?:${PROVINCES})[省市]|(?:${CITIES})市`)
const HAS_DOOR = /[0-9A-Za-z一二三四五六七八九十] ?(?:号|栋|幢|座|弄|楼|层|室|单元|舍|门)|[0-9]-[0-9]/
const JAPANESE =
  /^[\u4e00-\u9fff]{2,3}[都道府県][\u4e00-\u9fff\u3040-\u30ff]{1,12}?[市区町村][\u4e00-\u9fff\u3040-\u30ff]{1,16}?\d{1,4}(?:-\d{1,4}){1,3}/

/** Words that ran into the address from the left, when a province or a large city stands right behind them. */
const headOf = (text: string, from: number, end: number): number => {
  const head = HEAD.exec(text.slice(from, Math.min(end, from + 16)))
  if (!head || head.index === 0) return from
  return /[省市区县]/.test(text.slice(from, from + head.index)) ? from : from + head.index
}

export const hanAddressesIn = (text: string): Finding[] => {
  if (!HAS_DOOR.test(text)) return []
  const found: Finding[] = []
  let past = 0
  for (const match of text.matchAll(STARTS)) {
    const from = match.index + match[0].length
    if (from < past) continue
    const japanese = JAPANESE.exec(text.slice(from, from + 60))
    const end = japanese ? from + japanese[0].length : hanAddressEnd(text, from)
    if (end === from) continue
    found.push({ from: headOf(text, from, end), to: end, type: 'address', score: 0.9 })
    past = end
  }
  return found
}
