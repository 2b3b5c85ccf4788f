// The conditions a sentence sets: if, only, within so long, unless, must.
import { measureOf } from './values.ts'

export interface Condition {
  readonly text: string
  /** holds: it holds then; requires: this is asked for; except: it does not hold then. */
  readonly kind: 'holds' | 'requires' | 'except'
  readonly value: string
  readonly unit: string
}

const SPAN_ZH =
  /(?:自|从)?[^，,。；;、：:]{0,12}?(?:后|之日|当日|起|前)?(?:起|的)?\s?(\d{1,3}|[一二三四五六七八九十半两]{1,3})\s?(个?工作日|天|日|个?小时|个?月|周|年)\s?(?:之内|以内|内)/u
const SPAN_EN =
  /\bwithin\s+(?:the first\s+)?(\d{1,3}|one|two|three|five|seven|ten|fourteen|thirty|sixty|ninety)[\s-]((?:business |working |calendar )?(?:days?|hours?|weeks?|months?|years?))(?:\s+(?:of|after|from|following)\s+[^,.;]{1,50})?/i

const CLAUSES: readonly (readonly [Condition['kind'], RegExp])[] = [
  ['except', /除非[^，,。；;]{2,60}/u],
  ['except', /除[^，,。；;]{1,40}?(?:以外|之外|外)/u],
  ['except', /[^，,。；;]{1,40}(?:不适用|除外|不支持|不享受|不参与|不予)[^，,。；;]{0,20}/u],
  [
    'except',
    /\b(?:unless|except(?: for| that)?|excluding|does not apply to|not (?:eligible|valid|available) (?:for|in|with))\b[^.;]{2,90}/i,
  ],
  ['holds', /(?:如果|若是|假如|倘若|如(?!何|下|图|实)|若)[^，,。；;]{2,60}/u],
  ['holds', /(?:仅限|仅适用于|只限|仅|限)(?!时)[^，,。；;]{2,40}/u],
  ['holds', /\b(?:if|provided (?:that )?|as long as|only (?:for|if|in|when|on|available)|limited to)\b[^,.;]{3,90}/i],
  ['holds', SPAN_ZH],
  ['holds', SPAN_EN],
  [
    'holds',
    /[^，,。；;]{0,10}(?:保修|质保|有效期)(?:期)?(?:为|是)?\s?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s?(?:年|个月|天)/u,
  ],
  ['holds', /\b(?:\d{1,2}|one|two|three|five|ten)[- ](?:year|month)s?\s(?:limited\s)?(?:warranty|guarantee)\b/i],
  ['holds', /(?:订单|消费|实付|单笔)?满\s?\d+\s?元?/u],
  ['holds', /\b(?:orders?|purchases?|spend)\s+(?:over|above|of at least)\s+[^,.;]{2,30}/i],
  ['requires', /(?:必须|须|需要|需(?!求)|应当|请?务必|保持)[^，,。；;]{2,50}/u],
  ['requires', /\b(?:must|need to|required to|have to|has to|at least)\b[^,.;]{3,90}/i],
]

const NUMBERS: Record<string, string> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
  十五: '15',
  三十: '30',
  半: '0.5',
  one: '1',
  two: '2',
  three: '3',
  five: '5',
  seven: '7',
  ten: '10',
  fourteen: '14',
  thirty: '30',
  sixty: '60',
  ninety: '90',
}
const LENGTH = /(\d{1,3}|[一二两三四五六七八九十]{1,3}|one|two|three|five|ten)[\s-]?(年|个月|天|years?|months?)/iu
const spanIn = (text: string): { value: string; unit: string } => {
  const match =
    SPAN_ZH.exec(text) ??
    SPAN_EN.exec(text) ??
    (/保修|质保|有效期|warranty|guarantee/i.test(text) ? LENGTH.exec(text) : null)
  if (match !== null) return { value: NUMBERS[match[1]!.toLowerCase()] ?? match[1]!, unit: match[2]! }
  const amount = /满\s?(\d+)\s?(元)?/u.exec(text)
  return amount === null ? (measureOf(text) ?? { value: '', unit: '' }) : { value: amount[1]!, unit: amount[2] ?? '' }
}

const MOST = 4

/** Each part of the sentence counts once, for what says most of it. */
export const conditionsIn = (sentence: string): Condition[] => {
  let rest = sentence
  const found: Condition[] = []
  for (const [kind, pattern] of CLAUSES) {
    const text = pattern.exec(rest)?.[0].trim()
    if (text === undefined || text.length < 3 || found.length >= MOST) continue
    found.push({ text, kind, ...spanIn(text) })
    rest = rest.replace(text, ';')
  }
  return found
}
