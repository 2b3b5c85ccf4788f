// The linear model both trainers make: scoring, mixing two into one, mirroring.
import type { Row, Rows } from './rows.ts'

/** Score of class c = bias[c] + sum of value × weights[feature × classes + c]. */
export interface Linear {
  readonly classes: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** Scores of a sparse vector, into `out`. */
export const score = (model: Linear, row: Row, out: Float32Array): Float32Array => {
  const { classes, weights, bias } = model
  out.set(bias)
  let j = 0
  // Four features at once: the sums are fetched and stored a quarter as often.
  for (; j + 4 <= row.length; j += 4) {
    const one = row.index[j]! * classes
    const two = row.index[j + 1]! * classes
    const three = row.index[j + 2]! * classes
    const four = row.index[j + 3]! * classes
    // Not as one list: lists of numbers are made on the heap.
    const v1 = row.value[j]!
    const v2 = row.value[j + 1]!
    const v3 = row.value[j + 2]!
    const v4 = row.value[j + 3]!
    for (let c = 0; c < classes; c++)
      out[c]! += weights[one + c]! * v1 + weights[two + c]! * v2 + weights[three + c]! * v3 + weights[four + c]! * v4
  }
  for (; j < row.length; j++) {
    const at = row.index[j]! * classes
    const value = row.value[j]!
    for (let c = 0; c < classes; c++) out[c]! += weights[at + c]! * value
  }
  return out
}

/** Scores of every row. */
export const scoreRows = (model: Linear, rows: Rows): Float32Array[] => {
  const row: Row = { length: 0, index: rows.index, value: rows.value }
  return Array.from({ length: rows.count }, (_, r) => {
    const from = rows.start[r]!
    const to = rows.start[r + 1]!
    row.index = rows.index.subarray(from, to)
    row.value = rows.value.subarray(from, to)
    row.length = to - from
    return score(model, row, new Float32Array(model.classes))
  })
}

/** The sum of models × their shares: an ensemble of linear models is one linear model, at the price of one. */
export const mixed = (models: readonly Linear[], shares: readonly number[]): Linear => {
  const first = models[0]!
  const weights = new Float32Array(first.weights.length)
  const bias = new Float32Array(first.classes)
  models.forEach((model, m) => {
    const share = shares[m]!
    for (let i = 0; i < weights.length; i++) weights[i]! += share * model.weights[i]!
    for (let c = 0; c < bias.length; c++) bias[c]! += share * model.bias[c]!
  })
  return { classes: first.classes, weights, bias }
}
