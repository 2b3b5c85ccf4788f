// What customers ask under load: 200 phrasings in Chinese and English, drawn by Zipf; one in five needs the customer's
// orders, and more than half of the texts are never said twice. Pure: chance comes in.
import { buildDemoShop } from '../../demo/shop/index.ts'

export interface Inquiry {
  readonly text: string
  readonly unique: boolean
}
export interface Mix {
  /** Knowledge anybody may ask for. */
  general(): Inquiry
  /** About the verified customer's own orders. */
  order(): Inquiry
}

export const SHARE_OF_ORDERS = 0.2
export const SHARE_UNIQUE = 0.6
const GENERAL = 160

/** Said in the mix document and in every figure. */
export const MIX =
  '200 phrasings zh+en by Zipf(1), 20 % about own orders (verified customers), 60 % of texts unique; no answer cache exists: hit rate 0'

const ORDER_PHRASINGS = [
  '我的快递到哪了|我的订单发货了吗|物流到哪里了|包裹什么时候到|帮我查一下物流|我买的东西到哪儿了|订单现在什么状态|我的快递还有几天到|查一下我的订单|快递怎么还没到',
  '我的包裹在哪|订单进度查询|我的鞋子发出了吗|快递单号是多少|我的货寄出来了没|看看我的物流信息|订单到哪一步了|我那单发了吗|最近的订单到哪了|帮忙看下快递到哪',
  'where is my order|track my package|has my order shipped|when will my parcel arrive|what is the status of my order|where is my package|tracking number please|is my order on its way|any update on my delivery|check my order status',
  'did my parcel ship yet|where are my shoes|show my latest order|how far is my package|my order has not arrived yet|order status please|track order|when does my order come|is my parcel shipped|where is the stuff i ordered',
].flatMap((line) => line.split('|'))

/** Topics whose right answer is a person end the bot's part, so they are left out. */
const FOR_PEOPLE = /人工|投诉|客服|complain|agent|human|person/i

const generalPhrasings = (): string[] => {
  const all = buildDemoShop(0)
    .knowledge.flatMap(({ zh, en }) => [zh.questions, en.questions])
    .map((questions) => questions.filter((question) => !FOR_PEOPLE.test(question)))
  const byTurns: string[] = []
  for (let round = 0; byTurns.length < GENERAL && round < 20; round++)
    for (const questions of all) if (questions[round] !== undefined) byTurns.push(questions[round]!)
  return byTurns.slice(0, GENERAL)
}

/** Reproducible chance in [0, 1): mulberry32. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws indexes 0…count-1 with probability proportional to 1/(index+1). */
export const zipf = (count: number, random: () => number): (() => number) => {
  const bounds: number[] = []
  let sum = 0
  for (let rank = 1; rank <= count; rank++) {
    sum += 1 / rank
    bounds.push(sum)
  }
  return () => {
    const point = random() * sum
    const found = bounds.findIndex((bound) => point < bound)
    return found === -1 ? count - 1 : found
  }
}

/** `salt` keeps two runs from saying the same "unique" words. */
export const createMix = (random: () => number, salt: string): Mix => {
  let said = 0
  const from = (phrasings: readonly string[]) => {
    const draw = zipf(phrasings.length, random)
    return (): Inquiry => {
      const text = phrasings[draw()]!
      if (random() >= SHARE_UNIQUE) return { text, unique: false }
      const mark = `${salt}${(said++).toString(36)}`
      return {
        text: /[一-鿿]/.test(text) ? `你好，我是${mark}，${text}` : `Hi, this is ${mark}. ${text}`,
        unique: true,
      }
    }
  }
  return { general: from(generalPhrasings()), order: from(ORDER_PHRASINGS) }
}
