// What the network makes of each intent on the whole: a message that belongs to none of them lies between these directions.
// Of everything that tells a near miss from an unusual wording, this was the best single sign on the sets measured.
import { hiddenOf, type Net } from '../learn/net.ts'
import type { Row, Rows } from '../learn/rows.ts'

/** Sum of the examples' directions (length 1 each) for each intent, and the length of each sum. Never changes. */
export interface Means {
  readonly sums: Float32Array
  readonly lengths: Float32Array
}

const lengthOf = (values: ArrayLike<number>, from: number, count: number): number => {
  let square = 0
  for (let d = 0; d < count; d++) square += values[from + d]! ** 2
  return Math.sqrt(square)
}

const add = (sums: Float32Array, at: number, direction: Float64Array): void => {
  const length = lengthOf(direction, 0, direction.length)
  if (length > 0) for (let d = 0; d < direction.length; d++) sums[at + d]! += direction[d]! / length
}

/** `sums` as they were kept. */
export const measured = (sums: Float32Array, { hidden, classes }: Pick<Net, 'hidden' | 'classes'>): Means => ({
  sums,
  lengths: Float32Array.from({ length: classes }, (_, c) => lengthOf(sums, c * hidden, hidden)),
})

/** `labels` are intents' numbers; -1: an example of none, which has no part in this. */
export const meansOf = (net: Net, rows: Rows, labels: Int32Array): Means => {
  const sums = new Float32Array(net.classes * net.hidden)
  const scratch = new Float64Array(net.hidden)
  const row: Row = { length: 0, index: rows.index, value: rows.value }
  for (let r = 0; r < labels.length; r++) {
    if (labels[r]! < 0) continue
    row.index = rows.index.subarray(rows.start[r]!, rows.start[r + 1]!)
    row.value = rows.value.subarray(rows.start[r]!, rows.start[r + 1]!)
    row.length = row.index.length
    hiddenOf(net, row, scratch)
    add(sums, labels[r]! * net.hidden, scratch)
  }
  return measured(sums, net)
}

/** One more example of an intent. */
export const withExample = (means: Means, net: Net, example: { readonly row: Row; readonly intent: number }): Means => {
  const sums = new Float32Array(net.classes * net.hidden)
  sums.set(means.sums)
  const scratch = new Float64Array(net.hidden)
  hiddenOf(net, example.row, scratch)
  if (example.intent >= 0) add(sums, example.intent * net.hidden, scratch)
  return measured(sums, net)
}

/** 0..1: cosine between what the hidden layer said of a message and an intent's direction. */
export const likeness = ({ sums, lengths }: Means, intent: number, hidden: Float64Array): number => {
  const length = lengthOf(hidden, 0, hidden.length) * (lengths[intent] ?? 0)
  if (length === 0) return 0
  let sum = 0
  for (let d = 0; d < hidden.length; d++) sum += hidden[d]! * sums[intent * hidden.length + d]!
  return sum / length
}
