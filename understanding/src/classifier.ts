// A small naive Bayes classifier, trained when the module loads. Deterministic, and silent about words it never saw.
import { features } from './features.ts'

export interface Guess {
  readonly intent: string
  /** 0…1: how much better than the next intent, times how much of the text was known. */
  readonly confidence: number
}
export interface Classifier {
  /** `among`: the only intents that come into question; absent: all. */
  guess(folded: string, among?: readonly string[]): Guess
}
/** `text` folded. */
export type Example = readonly [intent: string, text: string]

const SMOOTHING = 0.3
/** Raw log-likelihood sums over correlated features are far too sure; this spreads them. */
const TEMPERATURE = 2.2

interface Trained {
  readonly intents: readonly string[]
  /** feature -> log probability per intent, same order as `intents`. */
  readonly logs: ReadonlyMap<string, Float64Array>
}

const train = (examples: readonly Example[]): Trained => {
  const intents = [...new Set(examples.map(([intent]) => intent))]
  const counts = new Map<string, Float64Array>()
  const totals = new Float64Array(intents.length)
  for (const [intent, text] of examples) {
    const index = intents.indexOf(intent)
    for (const feature of new Set(features(text))) {
      const row = counts.get(feature) ?? new Float64Array(intents.length)
      row[index]! += 1
      totals[index]! += 1
      counts.set(feature, row)
    }
  }
  const logs = new Map<string, Float64Array>()
  for (const [feature, row] of counts) {
    logs.set(
      feature,
      row.map((count, index) => Math.log((count + SMOOTHING) / (totals[index]! + SMOOTHING * counts.size))),
    )
  }
  return { intents, logs }
}

/** Share of the text's words and characters that training has seen: the measure of "not our business". */
const knownShare = (found: readonly string[], logs: Trained['logs']): number => {
  const plain = found.filter((feature) => !/[~ ]|^\d/.test(feature))
  return plain.length === 0 ? 0 : plain.filter((feature) => logs.has(feature)).length / plain.length
}

const NOTHING: Guess = { intent: 'unknown', confidence: 0 }

/** An anchor word is half of the evidence already, however strange the rest of the text. */
const ANCHORED = 0.5

const best = ({ intents, logs }: Trained, found: readonly string[], among?: readonly string[]): Guess => {
  const scores = new Float64Array(intents.length)
  let seen = 0
  for (const feature of found) {
    const row = logs.get(feature)
    if (!row) continue
    seen++
    for (let i = 0; i < scores.length; i++) scores[i]! += row[i]!
  }
  if (seen === 0) return NOTHING
  for (const [i, intent] of intents.entries()) {
    if (among && !among.includes(intent)) scores[i] = Number.NEGATIVE_INFINITY
  }
  let top = 0
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[top]!) top = i
  let mass = 0
  for (const score of scores) mass += Math.exp((score - scores[top]!) / TEMPERATURE)
  return { intent: intents[top]!, confidence: Math.max(knownShare(found, logs), among ? ANCHORED : 0) / mass }
}

export const createClassifier = (examples: readonly Example[]): Classifier => {
  const trained = train(examples)
  return { guess: (folded, among) => best(trained, [...new Set(features(folded))], among) }
}
