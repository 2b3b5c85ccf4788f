// Text classes by several log-count-ratio models whose scores are averaged: the models trained when measuring.
import { BITS, type GramOptions, gramsOf } from './grams.ts'
import { type Answerer, type Recipe, scoreOf, solve } from './solve.ts'

export interface Labelled {
  readonly text: string
  readonly label: string
}
export interface View extends GramOptions, Partial<Recipe> {
  /** A piece in fewer texts than this is forgotten. */
  readonly minTexts?: number
}
export interface RatioModel {
  readonly labels: readonly string[]
  /** Mean margin of each class, in the order of `labels`; two classes mirror each other. */
  scores(text: string): Float64Array
  /** Weights kept, at four bytes each (a weight and a scale a feature and class). */
  readonly bytes: number
}

const RECIPE: Recipe = { cost: 0.3, epochs: 12, ratio: 0.5, rarity: 0.5, balance: 0 }

/** Hash to dense number, for pieces that occur often enough. */
interface Dense {
  readonly table: Int32Array
  readonly size: number
  readonly idf: Float32Array
}
const denseOf = (rows: readonly Int32Array[], least: number): Dense => {
  const texts = new Int32Array(1 << BITS)
  for (const row of rows) for (const gram of row) texts[gram]!++
  const table = new Int32Array(1 << BITS).fill(-1)
  const idf: number[] = []
  for (let gram = 0; gram < texts.length; gram++) {
    if (texts[gram]! < least) continue
    table[gram] = idf.length
    idf.push(Math.log(1 + rows.length / texts[gram]!))
  }
  return { table, size: idf.length, idf: Float32Array.from(idf) }
}
const renumbered = (row: Int32Array, table: Int32Array): Int32Array =>
  row.map((gram) => table[gram]!).filter((feature) => feature >= 0)

interface Trained {
  readonly view: View
  readonly dense: Dense
  readonly answerers: readonly Answerer[]
}

const trainView = (rows: readonly Labelled[], labels: readonly string[], view: View): Trained => {
  const grams = rows.map((row) => gramsOf(row.text, view))
  const dense = denseOf(grams, view.minTexts ?? 2)
  const numbered = grams.map((row) => renumbered(row, dense.table))
  const asked = labels.length === 2 ? labels.slice(0, 1) : labels
  const answerers = asked.map((label) =>
    solve(
      {
        rows: numbered,
        answers: Int8Array.from(rows, (row) => (row.label === label ? 1 : -1)),
        features: dense.size,
        idf: dense.idf,
      },
      { ...RECIPE, ...view },
    ),
  )
  return { view, dense, answerers }
}

const addScores = (trained: Trained, text: string, sums: Float64Array): void => {
  const row = renumbered(gramsOf(text, trained.view), trained.dense.table)
  const { answerers } = trained
  for (let c = 0; c < answerers.length; c++) sums[c]! += scoreOf(answerers[c]!, row)
  if (sums.length === 2) sums[1] = -sums[0]!
}

/** Deterministic. Rows in any order; labels are sorted. */
export const trainRatio = (rows: readonly Labelled[], views: readonly View[]): RatioModel => {
  const labels = [...new Set(rows.map((row) => row.label))].sort()
  const trained = views.map((view) => trainView(rows, labels, view))
  const bytes = trained.reduce((sum, { dense, answerers }) => sum + dense.size * answerers.length * 8, 0)
  return {
    labels,
    bytes,
    scores: (text) => {
      const sums = new Float64Array(labels.length)
      for (const one of trained) addScores(one, text, sums)
      return sums.map((sum) => sum / views.length)
    },
  }
}

/** Class with the best score after offsets. */
export const bestOf = (scores: ArrayLike<number>, offsets?: ArrayLike<number>): number => {
  let best = 0
  for (let c = 1; c < scores.length; c++)
    if (scores[c]! + (offsets?.[c] ?? 0) > scores[best]! + (offsets?.[best] ?? 0)) best = c
  return best
}

/** Rows are spread over the folds whatever their order in the file. */
const foldOf = (row: number, folds: number): number => (Math.imul(row + 1, 0x9e3779b1) >>> 16) % folds

/** Scores of every row by models that have not seen it, `folds` trainings. */
export const heldOutScores = (rows: readonly Labelled[], views: readonly View[], folds: number): Float64Array[] => {
  const labels = [...new Set(rows.map((row) => row.label))].sort()
  const scores: Float64Array[] = new Array(rows.length)
  for (let fold = 0; fold < folds; fold++) {
    const model = trainRatio(
      rows.filter((_, r) => foldOf(r, folds) !== fold),
      views,
    )
    const at = labels.map((label) => model.labels.indexOf(label))
    for (let r = 0; r < rows.length; r++) {
      if (foldOf(r, folds) !== fold) continue
      const found = model.scores(rows[r]!.text)
      scores[r] = Float64Array.from(at, (c) => (c < 0 ? -1 : found[c]!))
    }
  }
  return scores
}
