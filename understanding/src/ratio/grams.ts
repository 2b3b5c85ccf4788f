// Which pieces of a text the log-count-ratio models see: each piece once, as a number below 2^22.
export const BITS = 22
const MASK = (1 << BITS) - 1
const PRIME = 0x01000193

export interface GramOptions {
  /** Longest run of characters (1..6); 0: none. */
  readonly chars: number
  /** Words of blank-separated scripts and signs, alone and in pairs. */
  readonly words?: boolean
  /** Words of scripts without blanks (Intl.Segmenter), alone, in pairs and with one left out. */
  readonly segments?: boolean
  /** Microblog posts: `[tags]` count as one piece, what stands before the first repost mark is read again as the author's own. */
  readonly posts?: boolean
  /** What else is known of a text: names of marks that stand for it. */
  readonly marks?: (text: string) => readonly string[]
  /** UTF-16 units that are read. */
  readonly most?: number
}

const finished = (hash: number, salt: number): number => {
  let h = Math.imul(hash ^ salt, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) & MASK
}
const hashOf = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return h
}

/** Runs of 1..longest characters of `^text$`, each start growing its hash. */
const addRuns = (into: Set<number>, text: string, run: { longest: number; salt: number }): void => {
  const framed = `^${text}$`
  for (let i = 0; i < framed.length; i++) {
    let h = 0x811c9dc5
    for (let n = 0; n < run.longest && i + n < framed.length; n++) {
      h = Math.imul(h ^ framed.charCodeAt(i + n), PRIME)
      into.add(finished(h, run.salt + n))
    }
  }
}

const addSequence = (into: Set<number>, words: readonly string[], run: { salt: number; gaps: boolean }): void => {
  let before = 0
  let twoBefore = 0
  for (const word of words) {
    const h = hashOf(word)
    into.add(finished(h, run.salt))
    if (before) into.add(finished(Math.imul(before, 31) ^ h, run.salt + 1))
    if (run.gaps && twoBefore) into.add(finished(Math.imul(twoBefore, 31) ^ h, run.salt + 2))
    twoBefore = before
    before = h
  }
}

const WORD = /[\p{L}\p{N}\p{M}']+|[^\s\p{L}\p{N}]/gu
const TAG = /\[[^[\]]{1,8}\]/g
const NAMED = /@[^\s:：,，]{1,20}/g
let cutter: Intl.Segmenter | undefined

const addPost = (into: Set<number>, text: string, chars: number): void => {
  for (const tag of text.match(TAG) ?? []) into.add(finished(hashOf(tag), 80))
  const at = text.indexOf('//')
  const own = (at >= 0 ? text.slice(0, at) : text).replace(NAMED, '@')
  addRuns(into, own, { longest: Math.min(chars, 3), salt: 40 })
  into.add(finished(Math.min(9, Math.floor(Math.log2(1 + own.length))), 81))
}

/** Normalised, lower case, blanks squeezed, cut. */
export const plainOf = (raw: string, most = 2000): string =>
  raw.slice(0, most).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').slice(0, most)

/** The pieces of a text, unordered, without repeats. */
export const gramsOf = (raw: string, options: GramOptions): Int32Array => {
  const found = new Set<number>()
  let text = plainOf(raw, options.most)
  if (options.posts) {
    addPost(found, text, options.chars)
    text = text.replace(NAMED, '@')
  }
  if (options.chars) addRuns(found, text, { longest: options.chars, salt: 1 })
  if (options.words) addSequence(found, text.match(WORD) ?? [], { salt: 60, gaps: false })
  if (options.segments) {
    cutter ??= new Intl.Segmenter('zh', { granularity: 'word' })
    const words: string[] = []
    for (const piece of cutter.segment(text)) if (piece.segment !== ' ') words.push(piece.segment)
    addSequence(found, words, { salt: 70, gaps: true })
  }
  for (const mark of options.marks?.(text) ?? []) found.add(finished(hashOf(mark), 90))
  return Int32Array.from(found)
}
