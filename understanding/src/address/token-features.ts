// What a tagger sees of each token: characters, character n-grams within three places, shapes, key characters near by.
const PRIME = 0x01000193

export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return hash >>> 0
}

/** One 32-bit number for a template and what fills it. */
export const mix = (template: number, a: number, b = 0, c = 0, d = 0): number => {
  let hash = Math.imul(template + 0x9e3779b1, 0x85ebca6b)
  for (const part of [a, b, c, d]) {
    hash = Math.imul(hash ^ part, 0xc2b2ae35)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0x27d4eb2f) ^ (hash >>> 13)
  }
  return hash >>> 0
}

/** Characters that close a part of a Chinese address, grouped by what they close. */
const KEY_GROUPS = [
  '省',
  '市',
  '区',
  '县旗州盟',
  '镇乡',
  '村庄社屯寨',
  '街路道巷弄胡同里大街',
  '号',
  '幢栋座楼宇',
  '单元梯',
  '室房',
  '层',
  '园苑城厦院店厂司',
  '组队',
]
const KEYS = new Map(KEY_GROUPS.flatMap((group, index) => [...group].map((char) => [char, index + 1] as const)))

const HAN_DIGITS = /^[零〇一二三四五六七八九十百两]$/
const shapeOf = (token: string): string => {
  if (/^\d+$/.test(token)) return `9${Math.min(token.length, 5)}`
  if (/^[a-z]+$/i.test(token)) return `a${Math.min(token.length, 4)}`
  if (/^[a-z0-9]+$/i.test(token)) return 'm'
  if (HAN_DIGITS.test(token)) return 'n'
  if (/^\p{Script=Han}/u.test(token)) return 'h'
  return `p${token}`
}

export interface Seen {
  /** Hash of each token (digits as their shape), padded by `PAD` on both sides. */
  readonly words: Int32Array
  readonly exact: Int32Array
  readonly shapes: Int32Array
  readonly keys: Uint8Array
}
export const PAD = 4

const cache = new Map<string, readonly [number, number, number, number]>()
const CACHE_LIMIT = 20_000

const seenToken = (token: string): readonly [number, number, number, number] => {
  const known = cache.get(token)
  if (known) return known
  const shape = shapeOf(token)
  const exact = hashOf(token)
  const word = /^[9m]/.test(shape) && token.length > 1 ? hashOf(shape) : hashOf(token.toLowerCase())
  const fresh = [word, exact, hashOf(shape), KEYS.get(token) ?? 0] as const
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(token, fresh)
  return fresh
}

export const seen = (chars: readonly string[]): Seen => {
  const size = chars.length + 2 * PAD
  const words = new Int32Array(size).fill(1)
  const exact = new Int32Array(size).fill(1)
  const shapes = new Int32Array(size).fill(1)
  const keys = new Uint8Array(size)
  chars.forEach((char, at) => {
    const [word, same, shape, key] = seenToken(char)
    words[at + PAD] = word
    exact[at + PAD] = same
    shapes[at + PAD] = shape
    keys[at + PAD] = key
  })
  return { words, exact, shapes, keys }
}

/** The nearest key characters: [distance, key] to the right and the last two keys to the left. */
const keysAround = ({ keys }: Seen, at: number, length: number): number[] => {
  let right = at
  while (right < length + PAD && keys[right] === 0) right++
  let second = right + 1
  while (second < length + PAD && keys[second] === 0) second++
  let left = at - 1
  while (left >= PAD && keys[left] === 0) left--
  let before = left - 1
  while (before >= PAD && keys[before] === 0) before--
  const key = (place: number): number => (place < PAD || place >= length + PAD ? 0 : keys[place]!)
  return [key(right), Math.min(right - at, 6), key(left), Math.min(at - left, 6), key(before), key(second)]
}

const bigramElsewhere = ({ exact }: Seen, at: number, length: number): number => {
  let found = 0
  for (let other = PAD; other < length + PAD - 1; other++)
    if (other !== at && exact[other] === exact[at] && exact[other + 1] === exact[at + 1]) found |= other < at ? 1 : 2
  return found
}

/** Feature numbers of the token at `index`. */
export const tokenFeatures = (view: Seen, index: number, length: number, out: number[]): void => {
  const at = index + PAD
  const { words: w, shapes: s, exact: e } = view
  for (let k = -3; k <= 3; k++) out.push(mix(10 + k, w[at + k]!))
  for (let k = -3; k <= 2; k++) out.push(mix(20 + k, w[at + k]!, w[at + k + 1]!))
  for (let k = -3; k <= 1; k++) out.push(mix(30 + k, w[at + k]!, w[at + k + 1]!, w[at + k + 2]!))
  for (let k = -3; k <= 0; k++) out.push(mix(40 + k, w[at + k]!, w[at + k + 1]!, w[at + k + 2]!, w[at + k + 3]!))
  out.push(mix(50, w[at - 1]!, w[at + 1]!), mix(51, e[at]!), mix(52, e[at - 1]!, e[at]!), mix(53, e[at]!, e[at + 1]!))
  for (let k = -2; k <= 1; k++) out.push(mix(60 + k, s[at + k]!, s[at + k + 1]!))
  for (let k = -2; k <= 0; k++) out.push(mix(70 + k, s[at + k]!, s[at + k + 1]!, s[at + k + 2]!))
  const [right, away, left, back, before, second] = keysAround(view, at, length)
  out.push(mix(80, right!, away!), mix(81, left!, back!), mix(82, left!, before!), mix(83, left!, right!))
  out.push(mix(84, left!, before!, right!), mix(85, right!, w[at]!), mix(86, left!, w[at]!), mix(87, right!, second!))
  out.push(
    mix(88, bigramElsewhere(view, at, length)),
    mix(89, Math.min(index, 4)),
    mix(90, Math.min(length - index, 4)),
  )
  out.push(mix(91, left!, s[at]!, s[at + 1]!), mix(92, left!, back!, w[at]!), mix(93, 0))
}
