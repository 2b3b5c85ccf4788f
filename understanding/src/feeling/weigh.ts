// From the phrases of a text to the weight of each emotion: negation, degree, contrast, hypothesis, sarcasm.
import { foldForLexicon, type Hit, hitsIn, type Reading } from './lexicon.ts'
import type { Emotion } from './verdict.ts'

export interface Weighed {
  readonly weights: Record<Emotion, number>
  readonly urgency: number
  readonly reasons: string[]
  /** Thanks in advance, beside a request. */
  readonly polite: boolean
  /** Emotions that were only denied: "not happy", 不生气. */
  readonly denied: ReadonlySet<Emotion>
  /** A phrase or a praise of a failure says the opposite of what it means. */
  readonly sarcastic: boolean
}

/** How far back a negator or a degree word reaches, in folded units; Latin words are longer. */
const REACH_HAN = 4
const REACH_LATIN = 18
const IF = /如果|要是|假如|若是|倘若|的话|_if_|_in case_|_unless_|_would_it_/
const ASKS = /吗|么_|好不好|是不是|会不会|能不能|怎么样|哪/
const FAILS =
  /(又|再次|第[二三四五六几\d]次|还没|迟了|晚了).{0,8}(坏|丢|错|没到|没货|晚|漏|碎|延|退|断|破)|等了.{0,5}(天|周|月|星期)|才(到|发货|回)|一(洗|穿|用|碰|拆)就|_(broken?|broke|late|lost|wrong|missing|cancell?ed|failed|crashed|empty)_(.{0,24}_)?again_|_again_(.{0,24}_)?(broken?|late|lost|wrong|missing)_|_only_(.{0,16}_)?(weeks?|days?|months?|hours?)_late_|_another_(.{0,16}_)?(delay|excuse|broken)|_(fell_apart|stopped_working|broke|died)_after_|_after_only_/

interface Clause {
  readonly start: number
  readonly end: number
  readonly asks: boolean
  readonly supposes: boolean
}
const clausesOf = (folded: string): Clause[] => {
  const clauses: Clause[] = []
  let start = 0
  for (let i = 0; i <= folded.length; i++) {
    const unit = folded[i]
    if (unit !== '|' && unit !== '?' && unit !== undefined) continue
    const text = folded.slice(start, i)
    if (text.length > 1) clauses.push({ start, end: i, asks: unit === '?' || ASKS.test(text), supposes: IF.test(text) })
    start = i + 1
  }
  return clauses
}

const isHan = (hit: Hit): boolean => /[\u3400-\u9fff]/.test(hit.phrase)
const has = (hit: Hit, kind: string): boolean => {
  for (const meaning of hit.meanings) if (meaning.kind === kind) return true
  return false
}
const anyHas = (hits: readonly Hit[], kind: string): boolean => {
  for (const hit of hits) if (has(hit, kind)) return true
  return false
}

/** Degree and negation from the phrases just before. An odd number of negators turns the meaning round. */
const before = (hits: readonly Hit[], at: number, clause: Clause): { degree: number; negated: boolean } => {
  const hit = hits[at]!
  const reach = isHan(hit) ? REACH_HAN : REACH_LATIN
  let degree = 1
  let negators = 0
  for (let i = at - 1; i >= 0; i--) {
    const other = hits[i]!
    if (other.start < clause.start - 1 || hit.start - other.end > reach) break
    if (has(other, 'strong')) degree *= 1.35
    if (has(other, 'weak')) degree *= 0.6
    if (has(other, 'negator')) negators++
    if (has(other, 'contrast')) break
  }
  return { degree: Math.min(degree, 2), negated: negators % 2 === 1 }
}

const empty = (): Record<Emotion, number> => ({ angry: 0, sad: 0, afraid: 0, happy: 0, surprised: 0, neutral: 0 })

/** "Not good" is a complaint of half the weight; "not angry" is nearly nothing. */
const put = (into: Record<Emotion, number>, said: { emotion: Emotion; value: number; negated: boolean }): void => {
  const { emotion, value, negated } = said
  if (!negated) into[emotion] += value
  else if (emotion === 'happy') {
    into.sad += value * 0.45
    into.angry += value * 0.45
  } else if (emotion !== 'surprised') into.neutral += value * 0.6
}

const urgencyOf = (hits: readonly Hit[]): number => {
  let left = 1
  for (const hit of hits) {
    if (has(hit, 'calm')) return 0
    for (const meaning of hit.meanings) if (meaning.kind === 'urgent') left *= 1 - meaning.weight
  }
  return 1 - left
}

/** Where the last contrast of a message stands; what comes after it is what is meant. */
const lastContrast = (hits: readonly Hit[]): number => {
  for (let at = hits.length - 1; at >= 0; at--) if (has(hits[at]!, 'contrast')) return hits[at]!.start
  return -1
}

/** How much a phrase counts where it stands. */
const placeFactor = (clause: Clause, emotion: Emotion, after: boolean | undefined): number => {
  let factor = 1
  if (clause.supposes) factor *= 0.25
  else if (clause.asks && emotion === 'happy') factor *= 0.2
  if (after !== undefined) factor *= after ? 1.2 : 0.45
  return factor
}

/** Thanks in advance belong to a request. */
const THANKS = /^(谢谢|谢啦|感谢|多谢|辛苦|thanks?|thx|ty|cheers)$/
const REQUESTS =
  /麻烦|请|帮|能不能|可不可以|可以.{0,8}吗|怎么|什么时候|多久|哪|吗|_(please|pls|can_you|could_you|can_i|where|when|how|need|want|would_like|send|tell|check)_/

const inPraiseOfFailure = (folded: string, weights: Record<Emotion, number>, contrast: number): boolean =>
  contrast < 0 && weights.happy >= 1 && weights.angry + weights.sad < 1 && FAILS.test(folded)

const NONE_DENIED: ReadonlySet<Emotion> = new Set()

/** Reads the words of a text; signs (emoji, marks) are not its business. */
export const weigh = (text: string, reading: Reading = 'shop'): Weighed => {
  const folded = foldForLexicon(text)
  const hits = hitsIn(folded, reading)
  const clauses = anyHas(hits, 'feeling') ? clausesOf(folded) : []
  const contrast = lastContrast(hits)
  const requests = hits.some((hit) => THANKS.test(hit.phrase)) && REQUESTS.test(folded)
  const weights = empty()
  const reasons: string[] = []
  const rest = { weights, polite: requests, urgency: urgencyOf(hits) }
  if (clauses.length === 0) return { ...rest, reasons, denied: NONE_DENIED, sarcastic: anyHas(hits, 'sarcasm') }
  const denied = new Set<Emotion>()
  const stated = new Set<Emotion>()
  hits.forEach((hit, at) => {
    const clause = clauses.find(({ start, end }) => hit.start >= start - 1 && hit.start < end)
    if (!clause) return
    for (const meaning of hit.meanings) {
      if (meaning.kind !== 'feeling') continue
      const { degree, negated } = before(hits, at, clause)
      const after = contrast < 0 ? undefined : hit.start > contrast
      const manners = THANKS.test(hit.phrase) && requests ? 0.2 : 1
      const value = meaning.weight * degree * manners * placeFactor(clause, meaning.emotion, after)
      ;(negated ? denied : stated).add(meaning.emotion)
      put(weights, { emotion: meaning.emotion, value, negated })
      if (value >= 0.4) reasons.push(negated ? `${hit.phrase} (negated)` : hit.phrase)
    }
  })
  if (contrast >= 0 && reasons.length) reasons.push('but')
  const sarcastic = anyHas(hits, 'sarcasm') || inPraiseOfFailure(folded, weights, contrast)
  return {
    ...rest,
    reasons: reasons.length > 1 ? [...new Set(reasons)] : reasons,
    denied: denied.size ? denied.difference(stated) : denied,
    sarcastic,
  }
}
