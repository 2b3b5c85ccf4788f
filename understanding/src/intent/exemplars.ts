// The training texts themselves, by intent: how near is a message to the nearest of them?
import type { Row, Rows } from '../learn/rows.ts'
import { LikelyNearest } from './likely-nearest.ts'

/** Similarities of a message to the examples of one intent, 0..1 (cosine). */
export interface Nearness {
  best: number
  /** Mean of the three nearest. */
  three: number
}

/** Vectors one behind the other: vector i stands at `start[i]…start[i + 1]`. */
type Exemplar = Omit<Rows, 'count'>
const NONE: Exemplar = { start: new Int32Array(1), index: new Int32Array(0), value: new Float32Array(0) }

const joined = (one: Exemplar, index: Int32Array, value: Float32Array): Exemplar => {
  const end = one.index.length
  const next: Exemplar = {
    start: Int32Array.from([...one.start, end + index.length]),
    index: new Int32Array(end + index.length),
    value: new Float32Array(end + index.length),
  }
  next.index.set(one.index)
  next.index.set(index, end)
  next.value.set(one.value)
  next.value.set(value, end)
  return next
}

/** The rows of these numbers, copied together. */
const gathered = (rows: Rows, numbers: readonly number[]): Exemplar => {
  const start = new Int32Array(numbers.length + 1)
  for (let i = 0; i < numbers.length; i++)
    start[i + 1] = start[i]! + rows.start[numbers[i]! + 1]! - rows.start[numbers[i]!]!
  const index = new Int32Array(start.at(-1)!)
  const value = new Float32Array(start.at(-1)!)
  for (let i = 0; i < numbers.length; i++) {
    const [from, to] = [rows.start[numbers[i]!]!, rows.start[numbers[i]! + 1]!]
    index.set(rows.index.subarray(from, to), start[i]!)
    value.set(rows.value.subarray(from, to), start[i]!)
  }
  return { start, index, value }
}

/** Examples by intent; the last list holds those that belong to no intent. Never changes: `with` makes another. */
export class Exemplars {
  private readonly lists: readonly Exemplar[]
  /** The message is spread over this while it is compared. */
  private readonly spread: Float32Array
  /** Made with the first question. */
  private likely: LikelyNearest | undefined
  private readonly chosen: Int32Array
  private row: Row | undefined

  private constructor(lists: readonly Exemplar[], features: number) {
    this.lists = lists
    this.spread = new Float32Array(features)
    this.chosen = new Int32Array(Math.max(0, ...lists.map(({ start }) => start.length - 1)))
  }

  /** `labels` are intents' numbers; -1: an example of none. */
  static of(rows: Rows, labels: Int32Array, size: { readonly features: number; readonly classes: number }): Exemplars {
    const numbers = Array.from({ length: size.classes + 1 }, (): number[] => [])
    for (let r = 0; r < labels.length; r++) numbers[labels[r]! < 0 ? size.classes : labels[r]!]!.push(r)
    const lists = numbers.map((of) => gathered(rows, of))
    return new Exemplars(lists, size.features)
  }

  /** One more example of an intent (-1: of none), `classes` intents in all. */
  with(row: Row, intent: number, size: { readonly features: number; readonly classes: number }): Exemplars {
    const lists = this.lists.slice(0, -1)
    while (lists.length < size.classes) lists.push(NONE)
    lists.push(this.lists.at(-1) ?? NONE)
    const at = intent < 0 ? size.classes : intent
    lists[at] = joined(lists[at]!, row.index.subarray(0, row.length), row.value.subarray(0, row.length))
    return new Exemplars(lists, size.features)
  }

  /** Opens a message for `nearness`; close it with `clear` before the next. */
  open(row: Row): void {
    this.row = row
    for (let j = 0; j < row.length; j++) this.spread[row.index[j]!] = row.value[j]!
  }
  clear(row: Row): void {
    for (let j = 0; j < row.length; j++) this.spread[row.index[j]!] = 0
  }

  /** Nearness to the examples of an intent; of none when `intent` is the number of intents. */
  nearness(intent: number, out: Nearness): Nearness {
    const { spread } = this
    let first = 0
    let second = 0
    let third = 0
    const { start, index, value } = this.lists[intent] ?? NONE
    this.likely ??= new LikelyNearest(this.lists, spread.length)
    const likely = this.row ? this.likely.of(intent, this.row, this.chosen) : 0
    for (let k = 0; k < likely; k++) {
      const i = this.chosen[k]!
      let sum = 0
      const end = start[i + 1]!
      for (let j = start[i]!; j < end; j++) sum += spread[index[j]!]! * value[j]!
      if (sum > first) {
        third = second
        second = first
        first = sum
      } else if (sum > second) {
        third = second
        second = sum
      } else if (sum > third) third = sum
    }
    out.best = first
    out.three = (first + second + third) / 3
    return out
  }
}
