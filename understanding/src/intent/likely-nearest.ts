// Which examples of an intent could be among the three nearest to a message: found by the features they share with it, so
// that the rest is never read.
import type { Row, Rows } from '../learn/rows.ts'

/** Two orders of one sum differ by less than this: at most some hundred products of numbers below 1. */
const DOUBT = 1e-9

/** Vectors in lists, one list an intent; examples are numbered through all lists. */
export class LikelyNearest {
  /** Number of the first example of each list, and of all. */
  private readonly first: Int32Array
  /** Examples that hold feature f lie at `start[f]…start[f + 1]`, in order. */
  private readonly start: Int32Array
  private readonly example: Int32Array
  private readonly value: Float32Array
  private readonly sums: Float64Array
  private readonly met: Int32Array

  constructor(lists: readonly Omit<Rows, 'count'>[], features: number) {
    this.first = new Int32Array(lists.length + 1)
    lists.forEach(({ start }, l) => {
      this.first[l + 1] = this.first[l]! + start.length - 1
    })
    this.start = new Int32Array(features + 1)
    for (const { index } of lists) for (const f of index) this.start[f + 1]!++
    for (let f = 0; f < features; f++) this.start[f + 1]! += this.start[f]!
    this.example = new Int32Array(this.start[features]!)
    this.value = new Float32Array(this.start[features]!)
    const next = this.start.slice()
    lists.forEach(({ start, index, value }, l) => {
      for (let i = 0; i + 1 < start.length; i++)
        for (let j = start[i]!; j < start[i + 1]!; j++) {
          const at = next[index[j]!]!++
          this.example[at] = this.first[l]! + i
          this.value[at] = value[j]!
        }
    })
    this.sums = new Float64Array(this.first[lists.length]!)
    this.met = new Int32Array(this.first[lists.length]!)
  }

  /** Numbers within the list, in no order, into `out`; returns how many. `out` has room for the whole list. */
  of(list: number, row: Row, out: Int32Array): number {
    const from = this.first[list] ?? 0
    const to = this.first[list + 1] ?? 0
    if (from === to) return 0
    const { sums, met } = this
    const count = this.gather(row, from, to)
    const third = this.thirdOf(count)
    let found = 0
    for (let m = 0; m < count; m++) {
      const at = met[m]!
      if (sums[at]! >= third - DOUBT) out[found++] = at - from
      sums[at] = 0
    }
    return found
  }

  /** The third largest sum of those met, 0 where fewer were. */
  private thirdOf(count: number): number {
    const { sums, met } = this
    let one = 0
    let two = 0
    let three = 0
    for (let m = 0; m < count; m++) {
      const sum = sums[met[m]!]!
      if (sum > one) {
        three = two
        two = one
        one = sum
      } else if (sum > two) {
        three = two
        two = sum
      } else if (sum > three) three = sum
    }
    return three
  }

  /** Sums over the features that examples `from`…`to` share with the row; returns how many examples share any. */
  private gather(row: Row, from: number, to: number): number {
    const { start, example, value, sums, met } = this
    let count = 0
    for (let j = 0; j < row.length; j++) {
      const end = start[row.index[j]! + 1]!
      const weight = row.value[j]!
      for (let at = this.search(row.index[j]!, from); at < end && example[at]! < to; at++) {
        const shared = weight * value[at]!
        if (shared === 0) continue
        const which = example[at]!
        if (sums[which] === 0) met[count++] = which
        sums[which]! += shared
      }
    }
    return count
  }

  /** Where the examples from number `from` on begin among those that hold a feature. */
  private search(feature: number, from: number): number {
    const { start, example } = this
    let low = start[feature]!
    let high = start[feature + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (example[middle]! < from) low = middle + 1
      else high = middle
    }
    return low
  }
}
