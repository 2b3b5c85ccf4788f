// Any number of made-up questions of a shop, each different, the same on every run: a crowd to search in.
import { SHOP_SAYINGS } from '../../shop/index.ts'

const GOODS =
  '跑鞋|羽绒服|连衣裙|水杯|背包|耳机|手表|瑜伽垫|冲锋衣|袜子|充电器|键盘|台灯|雨伞|行李箱|running shoe|down jacket|summer dress|steel bottle|backpack|headphones|watch|yoga mat|rain coat|socks|charger|keyboard|desk lamp|umbrella|suitcase'.split(
    '|',
  )
const SIDES =
  '在吗|请问|你好|急|昨天买的|双十一买的|送给妈妈的|第二次问了|朋友推荐的|直播间买的|hi there|hello|urgent|bought yesterday|for my mother|asking again|my friend told me|from the live show|please help|quick question'.split(
    '|',
  )

/** Pseudo-random 0…1 by xorshift. */
export const dice = (seed: number): (() => number) => {
  let state = seed || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

export const questions = (count: number, seed: number): string[] => {
  const roll = dice(seed)
  const one = (list: readonly string[]): string => list[Math.floor(roll() * list.length)]!
  const said = Object.values(SHOP_SAYINGS).flatMap(({ zh, en }) => [...zh, ...en])
  return Array.from({ length: count }, () => {
    const parts = [one(said)]
    if (roll() < 0.7) parts.unshift(one(SIDES))
    if (roll() < 0.8) parts.push(one(GOODS))
    if (roll() < 0.5) parts.push(one(said))
    if (roll() < 0.3) parts.push(String(Math.floor(roll() * 9000) + 1000))
    return parts.join(roll() < 0.5 ? ' ' : '，')
  })
}

const FACTS =
  '重量是多少|长宽高多少|是哪一年出的|产地在哪|有几个口袋|能上飞机吗|适合孩子用吗|拉链好不好拉|晚上能看清吗|声音大不大|怕不怕水|要不要装电池|说明书是中文的吗|有红色的吗|冬天用冷不冷|能放进冰箱吗|有没有味道|可以机洗几次|是不是网红同款|设计师是谁|how heavy is it|where is it made|which year is the model from|does it have pockets|may it go on a plane|is it fit for children|does the zip run well|is it loud|is it waterproof|does it need batteries|is the manual in english|does it come in red|is it warm in winter|does it smell|who designed it'.split(
    '|',
  )

/** Questions about single goods: none of them is answered by what the paraphrases ask. At most 1,050. */
export const distractors = (count: number): string[] =>
  GOODS.flatMap((goods) => FACTS.map((fact) => `${goods} ${fact}`)).slice(0, count)
