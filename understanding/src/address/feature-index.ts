// Feature numbers to rows of weights: an open-addressed table of 32-bit keys.
export interface FeatureIndex {
  readonly keys: Uint32Array
  readonly rows: Int32Array
  readonly mask: number
  readonly size: number
}

const slotOf = (keys: Uint32Array, mask: number, key: number): number => {
  let slot = Math.imul(key, 0x9e3779b1) >>> 0
  slot = (slot ^ (slot >>> 15)) & mask
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

/** Rows in the order of `features`; 0 is no feature. */
export const featureIndex = (features: Uint32Array): FeatureIndex => {
  let capacity = 16
  while (capacity < features.length * 2) capacity *= 2
  const keys = new Uint32Array(capacity)
  const rows = new Int32Array(capacity)
  features.forEach((feature, row) => {
    const slot = slotOf(keys, capacity - 1, feature)
    keys[slot] = feature
    rows[slot] = row
  })
  return { keys, rows, mask: capacity - 1, size: features.length }
}

export const rowOf = (index: FeatureIndex, feature: number): number => {
  const slot = slotOf(index.keys, index.mask, feature)
  return index.keys[slot] === 0 ? -1 : index.rows[slot]!
}

/** Features seen at least `atLeast` times, in order of number. */
export const frequent = (seen: Iterable<Iterable<number>>, atLeast: number): Uint32Array => {
  const counts = new Map<number, number>()
  for (const features of seen) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept: number[] = []
  for (const [feature, count] of counts) if (count >= atLeast && feature !== 0) kept.push(feature)
  return Uint32Array.from(kept).sort()
}
