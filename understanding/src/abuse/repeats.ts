// Nearly the same message again: 64-bit simhash (Charikar 2002) over character runs, kept in a ring of fixed size.

export interface Fingerprint {
  readonly high: number
  readonly low: number
}

const LETTERS = /[\p{L}\p{N}]/u
/** Letters and digits only, digits alike, runs of one character cut to two. */
export const skeletonOf = (raw: string): string => {
  let skeleton = ''
  for (const character of raw.slice(0, 1000).normalize('NFKC').toLowerCase()) {
    if (!LETTERS.test(character)) continue
    const plain = character >= '0' && character <= '9' ? '0' : character
    if (!skeleton.endsWith(plain + plain)) skeleton += plain
  }
  return skeleton
}

const mixed = (hash: number, salt: number): number => {
  let h = Math.imul(hash ^ salt, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Runs of two and three characters of the skeleton vote on each bit. */
export const simhash = (raw: string): Fingerprint => {
  const skeleton = skeletonOf(raw)
  const votes = new Int32Array(64)
  for (let i = 0; i < skeleton.length; i++) {
    let h = 0x811c9dc5
    for (let n = 0; n < 3 && i + n < skeleton.length; n++) {
      h = Math.imul(h ^ skeleton.charCodeAt(i + n), 0x01000193)
      if (n === 0) continue
      const low = mixed(h, 0x9e3779b9)
      const high = mixed(h, 0x7f4a7c15)
      for (let bit = 0; bit < 32; bit++) {
        votes[bit]! += (low >>> bit) & 1 ? 1 : -1
        votes[bit + 32]! += (high >>> bit) & 1 ? 1 : -1
      }
    }
  }
  let low = 0
  let high = 0
  for (let bit = 0; bit < 32; bit++) {
    if (votes[bit]! > 0) low |= 1 << bit
    if (votes[bit + 32]! > 0) high |= 1 << bit
  }
  return { high: high >>> 0, low: low >>> 0 }
}

const ones = (word: number): number => {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
/** Bits that differ, 0..64; unrelated texts differ by about 32. */
export const hamming = (a: Fingerprint, b: Fingerprint): number => ones(a.high ^ b.high) + ones(a.low ^ b.low)

/** Shorter messages (在吗, ok) repeat by themselves and say nothing. */
const LEAST_LETTERS = 8

/** The last messages of a tenant, a room or the house. Memory is `capacity` × 8 bytes and the ids; nothing grows. */
export class RepeatSketch {
  private readonly high: Uint32Array
  private readonly low: Uint32Array
  private readonly ids: string[]
  private readonly nearest: number
  private next = 0
  private size = 0

  /** @param nearest differing bits up to which two messages are the same, default 8 */
  constructor(capacity = 2048, nearest = 8) {
    this.high = new Uint32Array(capacity)
    this.low = new Uint32Array(capacity)
    this.ids = new Array<string>(capacity).fill('')
    this.nearest = nearest
  }

  /** The id of the nearest earlier message, if near enough; then remembers this one under `id`. */
  seen(id: string, raw: string): string | undefined {
    if (skeletonOf(raw).length < LEAST_LETTERS) return undefined
    const print = simhash(raw)
    let found: string | undefined
    let best = this.nearest + 1
    for (let i = 0; i < this.size; i++) {
      const distance = ones(this.high[i]! ^ print.high) + ones(this.low[i]! ^ print.low)
      if (distance >= best) continue
      best = distance
      found = this.ids[i]
    }
    this.high[this.next] = print.high
    this.low[this.next] = print.low
    this.ids[this.next] = id
    this.next = (this.next + 1) % this.ids.length
    this.size = Math.min(this.size + 1, this.ids.length)
    return found
  }
}
