// Near misses made on purpose: some intents are taken away, models are taught the rest, and what they say of the missing
// ones is what they will say of a customer's question that nobody has taught them.
import { fitSharpness, logLoss } from '../learn/calibrate.ts'
import { foldsOf, type Recipe, type Taught } from '../learn/fit.ts'
import { seeded, shuffle, upTo } from '../learn/random.ts'
import { pick, type Row } from '../learn/rows.ts'
import { emptyRow, type Vocabulary } from '../learn/vocabulary.ts'
import { fitModels, keptOf, type Models, scoreWith } from './machine.ts'
import type { Witness } from './scope.ts'
import { newReading, read } from './signals.ts'

export interface Rehearsal {
  readonly texts: readonly string[]
  readonly taught: Taught
  readonly vocabulary: Vocabulary
  readonly recipe: Recipe
}

/** One round: what was taught, and the messages that are asked with their intent in this round's numbers (-1: unknown). */
export interface Round {
  readonly taught: Taught
  readonly models: Models
  readonly asked: readonly { readonly row: Row; readonly known: number; readonly intent: number }[]
}

/** How many rounds of how many; large sets need fewer to say as much. */
export const planFor = (examples: number): { folds: number; rounds: number } =>
  examples > 4000 ? { folds: 5, rounds: 1 } : { folds: 5, rounds: 2 }

export const rehearse = (rehearsal: Rehearsal): Round[] => {
  const { taught, recipe } = rehearsal
  const plan = planFor(taught.rows.count)
  const order = upTo(taught.classes)
  shuffle(order, seeded(recipe.seed + 1))
  const group = new Int32Array(taught.classes)
  order.forEach((intent, at) => {
    group[intent] = at % plan.folds
  })
  const fold = foldsOf(taught.labels, plan.folds, recipe.seed)
  return Array.from({ length: plan.rounds }, (_, which) => roundOf(rehearsal, { group, fold, which }))
}

const roundOf = (
  { texts, taught, vocabulary, recipe }: Rehearsal,
  plan: { readonly group: Int32Array; readonly fold: Int32Array; readonly which: number },
): Round => {
  const { labels } = taught
  const missing = (r: number): boolean => labels[r]! >= 0 && plan.group[labels[r]!] === plan.which
  // A missing intent is never taught and half asked about; a known one is taught by four folds and asked about by the fifth.
  const teach = upTo(labels.length).filter((r) => !missing(r) && plan.fold[r] !== plan.which)
  const ask = upTo(labels.length).filter((r) => (missing(r) ? plan.fold[r]! % 2 === 0 : plan.fold[r] === plan.which))
  // The intents that remain are numbered anew: a class nobody belongs to would be a class all the same.
  const present = [...new Set(teach.map((r) => labels[r]!))].filter((intent) => intent >= 0).sort((a, b) => a - b)
  const number = new Map(present.map((intent, i) => [intent, i]))
  const rows = pick(taught.rows, teach)
  const part: Taught = {
    rows,
    labels: teach.map((r) => number.get(labels[r]!) ?? -1),
    features: taught.features,
    classes: present.length,
  }
  const seen = new Uint8Array(taught.features)
  for (const id of rows.index) seen[id] = 1
  const asked = Array.from(ask, (r) => {
    const row = emptyRow()
    vocabulary.read(texts[r]!, row)
    const known = vocabulary.known * keepSeen(row, seen, vocabulary.idf)
    return { row, known, intent: number.get(labels[r]!) ?? -1 }
  })
  return { taught: part, models: fitModels(part, recipe), asked }
}

/** Drops what this round's models cannot have seen and stretches the rest to length 1 again; returns the share that stays. */
const keepSeen = (row: Row, seen: Uint8Array, idf: Float32Array): number => {
  let length = 0
  let square = 0
  let kept = 0
  let all = 0
  for (let j = 0; j < row.length; j++) {
    all += idf[row.index[j]!]!
    if (!seen[row.index[j]!]) continue
    kept += idf[row.index[j]!]!
    row.index[length] = row.index[j]!
    row.value[length++] = row.value[j]!
    square += row.value[j]! ** 2
  }
  row.length = length
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let j = 0; j < length; j++) row.value[j]! *= scale
  return all > 0 ? kept / all : 0
}

const SHARES = [0.2, 0.35, 0.5, 0.65, 0.8]

/** The share of the network with the least log loss on the asked messages, and the sharpness that goes with it. */
export const chooseShare = (rounds: readonly Round[]): { share: number; sharpness: number } => {
  let best = { share: 0.5, sharpness: 1, loss: Number.POSITIVE_INFINITY }
  for (const share of SHARES) {
    const scores: Float32Array[] = []
    const labels: number[] = []
    for (const { models, asked, taught } of rounds) {
      const scratch = new Float64Array(models.net.hidden)
      for (const { row, intent } of asked) {
        if (intent < 0) continue
        scores.push(scoreWith({ ...models, share }, row, { out: new Float32Array(taught.classes), scratch }))
        labels.push(intent)
      }
    }
    const sharpness = fitSharpness(scores, labels)
    const loss = logLoss(scores, labels, sharpness)
    if (loss < best.loss) best = { share, sharpness, loss }
  }
  return best
}

/** What the signals were for every asked message. */
export const witnessesOf = (rounds: readonly Round[], chosen: { share: number; sharpness: number }): Witness[] =>
  rounds.flatMap(({ models, taught, asked }) => {
    const machine = { ...models, ...chosen, ...keptOf(models.net, taught) }
    return asked.map(({ row, known, intent }) => {
      const reading = read(machine, newReading(row, machine), known)
      return { signals: reading.signals, inScope: intent >= 0, right: intent === reading.best }
    })
  })
