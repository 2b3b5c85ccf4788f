// From rows to a linear model by the chosen recipe, and the scores a recipe gives to rows it has not seen.
import { type Linear, mixed, scoreRows } from './linear.ts'
import { trainLogistic } from './logistic.ts'
import { seeded, shuffle, upTo } from './random.ts'
import { pick, type Rows } from './rows.ts'
import { trainSvm } from './svm.ts'

export interface Recipe {
  readonly kind: 'both' | 'logistic' | 'svm'
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  readonly cost: number
  /** 0: every example counts the same; 1: every class counts the same; between: in between. */
  readonly balance: number
  readonly seed: number
  /** Width of the network, where one stands beside the linear model; a multiple of four. */
  readonly hidden: number
}
export const RECIPE: Recipe = {
  kind: 'both',
  epochs: 10,
  rate: 0.3,
  l2: 1e-6,
  cost: 0.5,
  balance: 0,
  seed: 7,
  hidden: 128,
}

/** One unit of a support vector machine's margin is worth this many of log odds. */
const MARGIN = 3

export interface Taught {
  readonly rows: Rows
  /** Class of each row; -1: none of the classes. */
  readonly labels: Int32Array
  readonly features: number
  readonly classes: number
}

const classWeights = ({ labels, classes }: Taught, balance: number): Float32Array | undefined => {
  if (!balance) return undefined
  const counts = new Float32Array(classes)
  let inside = 0
  for (const label of labels) {
    if (label < 0) continue
    counts[label]!++
    inside++
  }
  return counts.map((count) => (inside / classes / Math.max(1, count)) ** balance)
}

export const fitLinear = (taught: Taught, recipe: Recipe): Linear => {
  const size = { features: taught.features, classes: taught.classes }
  const weights = classWeights(taught, recipe.balance)
  const logistic = (): Linear =>
    trainLogistic(taught.rows, taught.labels, size, { ...recipe, ...(weights ? { classWeights: weights } : {}) })
  const svm = (): Linear =>
    trainSvm(taught.rows, taught.labels, size, { ...recipe, epochs: 15, ...(weights ? { classWeights: weights } : {}) })
  if (recipe.kind === 'logistic') return logistic()
  if (recipe.kind === 'svm') return mixed([svm()], [MARGIN])
  return mixed([logistic(), svm()], [0.5, MARGIN / 2])
}

/** Fold number of each row: each class is spread evenly over the folds. */
export const foldsOf = (labels: Int32Array, folds: number, seed: number): Int32Array => {
  const order = upTo(labels.length)
  shuffle(order, seeded(seed))
  const next = new Map<number, number>()
  const fold = new Int32Array(labels.length)
  for (const r of order) {
    const at = next.get(labels[r]!) ?? labels[r]! + 1
    fold[r] = at % folds
    next.set(labels[r]!, at + 1)
  }
  return fold
}

export interface HeldOut {
  /** Rows that were scored by a model that had not seen them. */
  readonly rows: readonly number[]
  readonly scores: readonly Float32Array[]
}

/** Rows of a fold and the rest. */
export const split = (fold: Int32Array, which: number): { inside: Int32Array; outside: Int32Array } => ({
  inside: upTo(fold.length).filter((r) => fold[r] === which),
  outside: upTo(fold.length).filter((r) => fold[r] !== which),
})

/** Cross-validation: `rounds` of the `folds` are scored by models trained on the others. */
export const heldOutScores = (taught: Taught, recipe: Recipe, plan: { folds: number; rounds: number }): HeldOut => {
  const fold = foldsOf(taught.labels, plan.folds, recipe.seed)
  const rows: number[] = []
  const scores: Float32Array[] = []
  for (let which = 0; which < plan.rounds; which++) {
    const { inside, outside } = split(fold, which)
    if (!inside.length || !outside.length) continue
    const part = { ...taught, rows: pick(taught.rows, outside), labels: outside.map((r) => taught.labels[r]!) }
    const model = fitLinear(part, recipe)
    rows.push(...inside)
    scores.push(...scoreRows(model, pick(taught.rows, inside)))
  }
  return { rows, scores }
}
