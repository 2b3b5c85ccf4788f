// The training texts themselves, by intent: how near is a message to the nearest of them?
import type { Row, Rows } from '../learn/rows.ts'

/** Similarities of a message to the examples of one intent, 0..1 (cosine). */
export interface Nearness {
  best: number
  /** Mean of the three nearest. */
  three: number
}

interface Exemplar {
  readonly index: Int32Array
  readonly value: Float32Array
}

/** Examples by intent; the last list holds those that belong to no intent. Never changes: `with` makes another. */
export class Exemplars {
  private readonly lists: readonly (readonly Exemplar[])[]
  /** The message is spread over this while it is compared. */
  private readonly spread: Float32Array

  private constructor(lists: readonly (readonly Exemplar[])[], features: number) {
    this.lists = lists
    this.spread = new Float32Array(features)
  }

  /** `labels` are intents' numbers; -1: an example of none. */
  static of(rows: Rows, labels: Int32Array, size: { readonly features: number; readonly classes: number }): Exemplars {
    const lists = Array.from({ length: size.classes + 1 }, (): Exemplar[] => [])
    for (let r = 0; r < labels.length; r++) {
      const [from, to] = [rows.start[r]!, rows.start[r + 1]!]
      const list = lists[labels[r]! < 0 ? size.classes : labels[r]!]!
      list.push({ index: rows.index.subarray(from, to), value: rows.value.subarray(from, to) })
    }
    return new Exemplars(lists, size.features)
  }

  /** One more example of an intent (-1: of none), `classes` intents in all. */
  with(row: Row, intent: number, size: { readonly features: number; readonly classes: number }): Exemplars {
    const lists = this.lists.slice(0, -1)
    while (lists.length < size.classes) lists.push([])
    lists.push(this.lists.at(-1) ?? [])
    const at = intent < 0 ? size.classes : intent
    const exemplar = { index: row.index.slice(0, row.length), value: row.value.slice(0, row.length) }
    lists[at] = [...lists[at]!, exemplar]
    return new Exemplars(lists, size.features)
  }

  /** Opens a message for `nearness`; close it with `clear` before the next. */
  open(row: Row): void {
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
    for (const { index, value } of this.lists[intent] ?? []) {
      let sum = 0
      for (let j = 0; j < index.length; j++) sum += spread[index[j]!]! * value[j]!
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
