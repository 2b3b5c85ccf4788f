// Guessing the four digits of a phone must not be a matter of patience: tries are counted per order number.
const WINDOW_MS = 15 * 60_000
const MOST_TRIES = 5
const MOST_NUMBERS = 10_000

/** True: one more try is allowed, and counted. Forgets a number after 15 minutes without a refused try. */
export const createProofLimit = (clock: { now(): number }): ((orderNo: string) => boolean) => {
  const tries = new Map<string, { count: number; until: number }>()
  return (orderNo) => {
    const now = clock.now()
    const before = tries.get(orderNo)
    const entry = before && before.until > now ? before : { count: 0, until: now + WINDOW_MS }
    if (entry.count >= MOST_TRIES) return false
    entry.count++
    tries.delete(orderNo)
    tries.set(orderNo, entry)
    if (tries.size > MOST_NUMBERS) tries.delete(tries.keys().next().value!)
    return true
  }
}
