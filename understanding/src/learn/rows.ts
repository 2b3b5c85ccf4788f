// Many sparse vectors in three flat arrays (compressed rows): what every trainer reads.

export interface Rows {
  readonly count: number
  /** Row r lies at start[r] … start[r + 1]. */
  readonly start: Int32Array
  readonly index: Int32Array
  readonly value: Float32Array
}

/** One sparse vector that is written again for each text. */
export interface Row {
  length: number
  index: Int32Array
  value: Float32Array
}

/** Rows `chosen` of `rows`, in that order. */
export const pick = (rows: Rows, chosen: Int32Array): Rows => {
  const start = new Int32Array(chosen.length + 1)
  for (let i = 0; i < chosen.length; i++)
    start[i + 1] = start[i]! + rows.start[chosen[i]! + 1]! - rows.start[chosen[i]!]!
  const index = new Int32Array(start[chosen.length]!)
  const value = new Float32Array(start[chosen.length]!)
  for (let i = 0; i < chosen.length; i++) {
    const from = rows.start[chosen[i]!]!
    const to = rows.start[chosen[i]! + 1]!
    index.set(rows.index.subarray(from, to), start[i]!)
    value.set(rows.value.subarray(from, to), start[i]!)
  }
  return { count: chosen.length, start, index, value }
}
