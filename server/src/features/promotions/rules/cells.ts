// One cell of a rules table: from what a shop writes in it to what a rule holds, and back. Money is read from its
// digits; nothing passes through a fraction.
import type { RuleOf } from '@ballast/contract/promotions'

/** What reading and writing cells depends on. */
export interface TableStyle {
  /** Digits of the currency's minor unit. */
  readonly digits: number
  /** Times without a zone are this many minutes ahead of UTC. */
  readonly aheadMinutes: number
  readonly tongue: 'zh' | 'en'
}
export interface Cell {
  /** Undefined: the text means nothing here. */
  readonly read: (text: string, style: TableStyle) => unknown
  readonly write: (value: never, style: TableStyle) => string
}
const cell = <T>(
  read: (text: string, style: TableStyle) => T | undefined,
  write: (value: T, style: TableStyle) => string,
): Cell => ({
  read,
  write: write as Cell['write'],
})

/** `12.5` with two digits is 1250; more digits than the currency has are refused. */
const decimal = (text: string, digits: number): number | undefined => {
  const match = /^[¥$€£]?\s*(\d{1,11})(?:\.(\d+))?\s*元?$/.exec(text.replaceAll(',', ''))
  if (match === null) return undefined
  const part = (match[2] ?? '').replace(/0+$/, '')
  return part.length > digits ? undefined : Number(match[1]! + part.padEnd(digits, '0'))
}
const plain = (value: number, digits: number): string => {
  const text = String(value).padStart(digits + 1, '0')
  const part = text.slice(text.length - digits).replace(/0+$/, '')
  return digits === 0 || part === ''
    ? text.slice(0, text.length - digits)
    : `${text.slice(0, text.length - digits)}.${part}`
}

export const text = cell<string>(
  (written) => written,
  (value) => value,
)
export const whole = cell<number>(
  (written) => (/^-?\d{1,15}$/.test(written) ? Number(written) : undefined),
  (value) => String(value),
)
export const money = cell<number>(
  (written, { digits }) => decimal(written, digits),
  (value, { digits }) => plain(value, digits),
)
const YES = new Set(['是', 'yes', 'y', 'true', '1', '√', '✓'])
const NO = new Set(['否', 'no', 'n', 'false', '0', ''])
/** Only a yes is kept; a no is the same as an empty cell. */
export const yes = cell<true | null>(
  (written) => (YES.has(written.toLowerCase()) ? true : NO.has(written.toLowerCase()) ? null : undefined),
  (_, { tongue }) => (tongue === 'zh' ? '是' : 'yes'),
)
export const names = cell<string[]>(
  (written) =>
    written
      .split(/[;；,，、|\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  (value) => value.join('; '),
)

/** `8.5折`, `85%` and `850` (thousandths) are the same. */
const readPay = (written: string): number | undefined => {
  const match = /^(\d{1,4}(?:\.\d+)?)\s*(折|%|‰)?$/.exec(written.trim())
  if (match === null) return undefined
  return decimal(match[1]!, match[2] === '折' ? 2 : match[2] === '%' ? 1 : 0)
}
const writePay = (pay: number, { tongue }: TableStyle): string =>
  tongue === 'zh' ? `${plain(pay, 2)}折` : `${plain(pay, 1)}%`
export const pay = cell<number>(readPay, writePay)

const percent = (written: string): number | undefined => decimal(written.replace(/%$/, ''), 2)
export const factor = cell<number>(percent, (value) => `${plain(value, 2)}%`)

const MINUTE = 60_000
const EXCEL_EPOCH_DAYS = 25_569
const two = (n: number) => String(n).padStart(2, '0')
/** ISO with a zone, `2026-11-11`, `2026/11/11 20:00[:00]` in the shop's zone, or the day number a spreadsheet stores. */
const readTime = (written: string, { aheadMinutes }: TableStyle): string | undefined => {
  const serial = /^\d{5}(\.\d+)?$/.test(written)
    ? Math.round((Number(written) - EXCEL_EPOCH_DAYS) * 86_400) * 1000
    : null
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(written)
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(written)
  if (serial === null && match === null && !zoned) return undefined
  const [, y, m, d, h = '0', min = '0', s = '0'] = match ?? []
  const at = zoned
    ? Date.parse(written)
    : (serial ??
        Date.parse(
          `${y}-${two(Number(m))}-${two(Number(d))}T${two(Number(h))}:${min.padStart(2, '0')}:${s.padStart(2, '0')}Z`,
        )) -
      aheadMinutes * MINUTE
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
export const time = cell<string>(readTime, (value, { aheadMinutes }) =>
  new Date(Date.parse(value) + aheadMinutes * MINUTE).toISOString().slice(0, 19).replace('T', ' '),
)

/** Every entry of a list, or nothing when one of them is not understood. */
const entries = <T>(written: string, read: (entry: string) => T | undefined): T[] | undefined => {
  const list = written
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(read)
  return list.includes(undefined) ? undefined : (list as T[])
}

type Tier = RuleOf<'threshold'>['tiers'][number]
/** `满300减40`, `300-40`, `满2件打9折`, `2pcs*90%`. */
export const tiers = cell<Tier[]>(
  (written, style) =>
    entries(written, (entry) => {
      const match = /^满?\s*([\d.,]+)\s*(元|件|pcs)?\s*(减|打|-|\*)\s*(.+)$/i.exec(entry)
      if (match === null) return undefined
      const byPieces = match[2] === '件' || match[2]?.toLowerCase() === 'pcs'
      const from = byPieces ? decimal(match[1]!, 0) : decimal(match[1]!, style.digits)
      const minus = match[3] === '减' || match[3] === '-'
      const gain = minus ? decimal(match[4]!, style.digits) : readPay(match[4]!)
      if (from === undefined || gain === undefined) return undefined
      return { ...(byPieces ? { pieces: from } : { amount: from }), ...(minus ? { minus: gain } : { pay: gain }) }
    }),
  (value, style) =>
    value
      .map(({ amount, pieces, minus, pay }) => {
        const zh = style.tongue === 'zh'
        const from = amount === undefined ? `${pieces ?? 0}${zh ? '件' : 'pcs'}` : plain(amount, style.digits)
        if (minus !== undefined)
          return zh ? `满${from}减${plain(minus, style.digits)}` : `${from}-${plain(minus, style.digits)}`
        return zh ? `满${from}打${writePay(pay ?? 1000, style)}` : `${from}*${writePay(pay ?? 1000, style)}`
      })
      .join('; '),
)

/** `gold:99.00; silver:9.5折`. */
export const prices = cell<RuleOf<'member'>['prices']>(
  (written, { digits }) =>
    entries(written, (entry) => {
      const match = /^(.+?)\s*[:：]\s*(.+)$/.exec(entry)
      if (match === null) return undefined
      const [, level, gain] = match as unknown as [string, string, string]
      const share = /[折%‰]$/.test(gain)
      const value = share ? readPay(gain) : decimal(gain, digits)
      return value === undefined ? undefined : { level, ...(share ? { pay: value } : { price: value }) }
    }),
  (value, style) =>
    value
      .map(
        ({ level, price, pay }) =>
          `${level}:${price === undefined ? writePay(pay ?? 1000, style) : plain(price, style.digits)}`,
      )
      .join('; '),
)

/** `bag*2; cup`. */
export const gifts = cell<RuleOf<'gift'>['gifts']>(
  (written) =>
    entries(written, (entry) => {
      const match = /^(.+?)(?:\s*[*×x]\s*(\d{1,5}))?$/.exec(entry)
      return match === null ? undefined : { productId: match[1]!, quantity: Number(match[2] ?? 1) }
    }),
  (value) => value.map(({ productId, quantity }) => `${productId}*${quantity}`).join('; '),
)

type Tax = RuleOf<'duty'>['otherwise']
const readTax = (written: string): Tax | undefined => {
  const [tariff, vat, consumption, ...more] = written.split('/').map((one) => percent(one.trim()))
  if (tariff === undefined || vat === undefined || consumption === undefined || more.length > 0) return undefined
  return { tariff, vat, consumption }
}
const writeTax = ({ tariff, vat, consumption }: Tax): string =>
  [tariff, vat, consumption].map((one) => plain(one, 2)).join('/')
/** Tariff, VAT and consumption tax in percent: `0/13/15`. */
export const tax = cell<Tax>(readTax, writeTax)
/** `beauty:0/13/15; food:0/9/0`. */
export const rates = cell<NonNullable<RuleOf<'duty'>['rates']>>(
  (written) =>
    entries(written, (entry) => {
      const match = /^(.+?)\s*[:：]\s*(.+)$/.exec(entry)
      const found = match === null ? undefined : readTax(match[2]!)
      return found === undefined ? undefined : { category: match![1]!, tax: found }
    }),
  (value) => value.map(({ category, tax }) => `${category}:${writeTax(tax)}`).join('; '),
)
/** One of a few words, each under its own names. */
export const oneOf = (
  words: Readonly<Record<string, { readonly zh: string; readonly also?: readonly string[] }>>,
): Cell =>
  cell<string>(
    (written) => {
      const wanted = written.trim().toLowerCase()
      return Object.keys(words).find(
        (id) => id === wanted || words[id]!.zh === wanted || words[id]!.also?.includes(wanted),
      )
    },
    (value, { tongue }) => (tongue === 'zh' ? (words[value]?.zh ?? value) : value),
  )
