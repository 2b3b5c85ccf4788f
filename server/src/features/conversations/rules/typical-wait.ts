// How long somebody may expect to wait: the median of recent waits, because one forgotten conversation must not frighten all.

const ENOUGH = 3

/** In the unit given, rounded. Null: too few to say. */
export const typicalWait = (waits: readonly number[]): number | null => {
  if (waits.length < ENOUGH) return null
  const sorted = [...waits].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return Math.round((low + high) / 2)
}
