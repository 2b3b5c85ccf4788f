// The generated part of the personal-data set: numbers with valid check digits in many writings inside sentence frames,
// and the same digits where they are order, parcel, coupon or price numbers. Deterministic. The held-out half has its
// own frames, writings and seed.
type Dice = (below: number) => number

const dice = (seed: number): Dice => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
const pick = <T>(roll: Dice, from: readonly T[]): T => from[roll(from.length)]!
const digits = (roll: Dice, count: number): string => Array.from({ length: count }, () => roll(10)).join('')

export const withLuhn = (body: string): string => {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
export const withIdCheck = (body: string): string =>
  body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * WEIGHTS[at]!, 0) % 11]

const mobile = (roll: Dice) => `${pick(roll, ['138', '139', '150', '186', '177', '199', '166'])}0000${digits(roll, 4)}`
/** City-level area codes: never issued to a person. */
const idCard = (roll: Dice) => {
  const two = (below: number) => String(1 + roll(below)).padStart(2, '0')
  const area = pick(roll, ['110100', '310100', '440300', '510100', '330100'])
  return withIdCheck(`${area}${1950 + roll(60)}${two(12)}${two(28)}${digits(roll, 3)}`)
}
const card = (roll: Dice) =>
  withLuhn(`${pick(roll, ['6217000000', '6222020000', '6228480000'])}${digits(roll, pick(roll, [5, 8]))}`)

const HAN = '〇一二三四五六七八九'
const grouped = (sizes: readonly number[], by: string) => (text: string) => {
  const groups: string[] = []
  let at = 0
  for (const size of sizes) {
    if (at < text.length) groups.push(text.slice(at, at + size))
    at += size
  }
  if (at < text.length) groups.push(text.slice(at))
  return groups.join(by)
}
const eachDigit = (map: (digit: number) => string) => (text: string) => text.replace(/\d/g, (one) => map(Number(one)))
const wide = eachDigit((digit) => String.fromCharCode(0xff10 + digit))
const han = eachDigit((digit) => HAN[digit]!)
const circled = eachDigit((digit) => (digit === 0 ? '⓪' : String.fromCharCode(0x245f + digit)))
const keycap = eachDigit((digit) => `${digit}\u{fe0f}\u{20e3}`)
const bold = eachDigit((digit) => String.fromCodePoint(0x1d7ce + digit))
const letters = (text: string) => text.replace(/0/g, 'O')
const plain = (text: string) => text

interface Frames {
  readonly seed: number
  readonly mobileWritings: readonly ((text: string) => string)[]
  readonly longWritings: readonly ((text: string) => string)[]
  readonly mobile: readonly string[]
  readonly idCard: readonly string[]
  readonly card: readonly string[]
  readonly cleanShort: readonly string[]
  readonly cleanLong: readonly string[]
}

const TUNED: Frames = {
  seed: 20261120,
  mobileWritings: [plain, grouped([3, 4, 4], ' '), grouped([3, 4, 4], '-'), wide, han, keycap, letters],
  longWritings: [plain, grouped([4, 4, 4, 4, 4], ' '), wide],
  mobile: ['打#找我', '电话#谢谢', '手机号码是#', 'my phone is #', '#是新号', '联系#，别打旧的', 'SMS to # please'],
  idCard: ['身份证#', '实名用#', '清关证件号：#', 'ID card #'],
  card: ['卡号#', '退到#这张卡', '银行卡号是#', 'card number #', '打款到#'],
  cleanShort: ['订单号#', '单号#没更新', 'order #', '商品编号#', '券码#', '交易流水#'],
  cleanLong: ['快递单号#', '订单编号：#', 'tracking number #', '退款单号#', '礼品卡号#', 'voucher code #'],
}
const HELD: Frames = {
  seed: 618,
  mobileWritings: [plain, grouped([3, 3, 5], ' '), grouped([3, 4, 4], '.'), circled, bold, grouped([5, 6], ' '), han],
  longWritings: [plain, grouped([6, 4, 4, 4], ' '), grouped([4, 4, 4, 4, 4], '-')],
  mobile: ['新号码#记一下', '有事拨#', '收货手机#', 'call #', '给#发短信', '本人电话：#。', 'reach me: #'],
  idCard: ['证件号码#', '这是身份证号#', '身份證：#', '#（身份证）'],
  card: ['我的卡是#', '请退款至#', '储蓄卡#', 'refund to card #', '银行账户#'],
  cleanShort: ['订单#', '快递#到哪了', 'order number: #', '货号#', '兑换码#', '参考号#'],
  cleanLong: ['运单号#', '订单 #', 'parcel #', '流水号#', '会员卡号#', 'order id #'],
}

const filled = (frame: string, text: string) => frame.replace('#', () => text)
const marked = (frame: string, type: string, text: string) => filled(frame, `{${type}:${text}}`)

const made = (frames: Frames): { personal: string[]; clean: string[] } => {
  const roll = dice(frames.seed)
  const personal: string[] = []
  const clean: string[] = []
  for (const frame of frames.mobile)
    for (const write of frames.mobileWritings) personal.push(marked(frame, 'phone', write(mobile(roll))))
  for (const frame of frames.idCard)
    for (const write of frames.longWritings) personal.push(marked(frame, 'id-card', write(idCard(roll))))
  for (const frame of frames.card)
    for (const write of frames.longWritings) personal.push(marked(frame, 'bank-card', write(card(roll))))
  for (const frame of frames.cleanShort)
    for (const length of [9, 10, 12, 13, 14])
      clean.push(filled(frame, mobile(roll) + digits(roll, 9)).slice(0, frame.length - 1 + length))
  for (const frame of frames.cleanLong)
    for (const number of [idCard(roll), card(roll), mobile(roll), digits(roll, 15)]) clean.push(filled(frame, number))
  return { personal, clean }
}

export const FORMATS = made(TUNED)
export const HELD_OUT_FORMATS = made(HELD)
