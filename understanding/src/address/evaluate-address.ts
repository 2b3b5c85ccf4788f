// How well spans are found: exact start, end and type, as the published scores of address parsing count.
import { spansOf, type TagRow } from './tag-rows.ts'
import { type TrainOptions, trainTagger } from './train-tagger.ts'

export interface SpanScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Spans of this type in the rows tested. */
  readonly count: number
}
export interface AddressMetrics {
  /** All from 0 to 1. */
  readonly spanF1: number
  readonly precision: number
  readonly recall: number
  readonly tokenAccuracy: number
  readonly perType: Readonly<Record<string, SpanScore>>
  /** Whole rows with every span right. */
  readonly rowAccuracy: number
  readonly rows: number
}

interface Tally {
  right: number
  found: number
  there: number
}
const scoreOf = ({ right, found, there }: Tally): SpanScore => ({
  precision: found === 0 ? 0 : right / found,
  recall: there === 0 ? 0 : right / there,
  f1: found + there === 0 ? 0 : (2 * right) / (found + there),
  count: there,
})

const tallyOf = (tallies: Map<string, Tally>, type: string): Tally => {
  const known = tallies.get(type) ?? { right: 0, found: 0, there: 0 }
  tallies.set(type, known)
  return known
}

/** `tagged` gives the tags of a row; pure, so that a clock stays with who asks. */
export const scoreTags = (
  rows: readonly TagRow[],
  tagged: (chars: readonly string[]) => readonly string[],
): AddressMetrics => {
  const tallies = new Map<string, Tally>()
  let tokens = 0
  let same = 0
  let whole = 0
  for (const { chars, tags } of rows) {
    const guess = tagged(chars)
    const gold = new Set(spansOf(tags).map(({ start, end, type }) => `${start} ${end} ${type}`))
    let right = 0
    for (const { type } of spansOf(tags)) tallyOf(tallies, type).there++
    const found = spansOf(guess)
    for (const { start, end, type } of found) {
      const tally = tallyOf(tallies, type)
      tally.found++
      if (!gold.has(`${start} ${end} ${type}`)) continue
      tally.right++
      right++
    }
    if (right === gold.size && found.length === gold.size) whole++
    tokens += tags.length
    same += tags.filter((tag, at) => tag === guess[at]).length
  }
  const total: Tally = { right: 0, found: 0, there: 0 }
  for (const { right, found, there } of tallies.values()) {
    total.right += right
    total.found += found
    total.there += there
  }
  const { f1, precision, recall } = scoreOf(total)
  const perType = Object.fromEntries([...tallies].sort().map(([type, tally]) => [type, scoreOf(tally)]))
  const rate = (part: number, of: number): number => (of === 0 ? 0 : part / of)
  return {
    spanF1: f1,
    precision,
    recall,
    perType,
    tokenAccuracy: rate(same, tokens),
    rowAccuracy: rate(whole, rows.length),
    rows: rows.length,
  }
}

/** What of an address was named before decides what a name further on is: a place in a place, a province said twice. */
export const ADDRESS_OPTIONS: TrainOptions = { remember: [['prov', 'city', 'district'], ['poi']] }

/** Milliseconds from any fixed start; the library has no clock of its own. */
export type Stopwatch = () => number

export interface AddressEvaluation extends AddressMetrics {
  readonly trainSeconds: number
  readonly tokensPerSecond: number
  readonly microsPerMessage: number
  readonly modelBytes: number
}

export const evaluateAddress = (
  train: readonly TagRow[],
  test: readonly TagRow[],
  stopwatch: Stopwatch,
  options: TrainOptions = ADDRESS_OPTIONS,
): AddressEvaluation => {
  const begun = stopwatch()
  const tagger = trainTagger(train, options)
  const trained = stopwatch()
  const metrics = scoreTags(test, (chars) => tagger.tag(chars))
  const spent = Math.max(stopwatch() - trained, 1e-6)
  const tokens = test.reduce((sum, { chars }) => sum + chars.length, 0)
  return {
    ...metrics,
    trainSeconds: (trained - begun) / 1000,
    tokensPerSecond: (tokens / spent) * 1000,
    microsPerMessage: test.length === 0 ? 0 : (spent * 1000) / test.length,
    modelBytes: tagger.toBytes().byteLength,
  }
}
