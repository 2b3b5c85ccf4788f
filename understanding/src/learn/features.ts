// Text to hashed features in one pass, any language, into arrays that are used again: classifying leaves no garbage.
import { DENSE, DIGIT, folded, kindOf, SIGN, SPACE, SYLLABLE } from './characters.ts'

/** Which families of features are read. Kept with a model, so that a text is read the way the model was taught. */
export interface FeatureOptions {
  /** Longest run of words (2: pairs). */
  readonly words: number
  /** Pairs of words with one word between them. */
  readonly skips: boolean
  /** Lengths of character runs inside a word. */
  readonly charsFrom: number
  readonly charsTo: number
  /** Longest run of characters in scripts without blanks. */
  readonly dense: number
  /** English endings taken off, as an additional feature. */
  readonly stems: boolean
  /** UTF-16 units that are read. */
  readonly most: number
}
export const FEATURES: FeatureOptions = {
  words: 2,
  skips: false,
  charsFrom: 3,
  charsTo: 5,
  dense: 3,
  stems: false,
  most: 2000,
}

/** Families, each normalised by itself so that long words do not drown short ones. */
export const WORDS = 0
export const CHARACTERS = 1
export const DENSE_GRAMS = 2
export const BLOCKS = 3

const PRIME = 0x01000193
const finished = (hash: number, salt: number): number => {
  let h = Math.imul(hash ^ salt, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
const hashOf = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return h
}
const FIRST = hashOf('^')
const LAST = hashOf('$')
const OPEN = 60
const CLOSE = 62

/** Reads texts; what it found lies in its arrays until the next text. */
export class FeatureReader {
  readonly options: FeatureOptions
  text = ''
  private raw: string | undefined
  length = 0
  hash = new Uint32Array(1024)
  block = new Uint8Array(1024)
  /** Where in `text` a feature stands. */
  start = new Int32Array(1024)
  end = new Int32Array(1024)
  tokens = 0
  tokenStart = new Int32Array(256)
  tokenEnd = new Int32Array(256)
  tokenKind = new Uint8Array(256)
  tokenHash = new Int32Array(256)

  constructor(options: FeatureOptions = FEATURES) {
    this.options = options
  }

  read(raw: string): this {
    // Several models read the same message one after the other.
    if (raw === this.raw) return this
    this.raw = raw
    this.text = folded(raw, this.options.most)
    this.length = 0
    this.cut()
    this.emitWords()
    for (let t = 0; t < this.tokens; t++) this.emitCharacters(t)
    this.emitDense()
    return this
  }

  private cut(): void {
    const { text } = this
    this.tokens = 0
    let i = 0
    while (i < text.length) {
      const kind = kindOf(text.charCodeAt(i))
      const start = i++
      if (kind === SPACE) continue
      while (i < text.length && this.joins(kind, kindOf(text.charCodeAt(i)), text.charCodeAt(i - 1))) i++
      this.token(start, i, kind)
    }
  }

  /** Whether the next unit belongs to the token: a pair of surrogates always, signs never, letters and digits together. */
  private joins(kind: number, next: number, unit: number): boolean {
    if (kind === SIGN) return next === SIGN && unit >= 0xd800 && unit < 0xdc00
    if (kind === DENSE) return next === DENSE || (unit >= 0xd840 && unit < 0xd880)
    return next !== SPACE && next !== SIGN && next !== DENSE && (kind !== SYLLABLE || next === SYLLABLE)
  }

  private token(start: number, end: number, kind: number): void {
    if (this.tokens === this.tokenStart.length) this.growTokens()
    const at = this.tokens++
    this.tokenStart[at] = start
    this.tokenEnd[at] = end
    this.tokenKind[at] = kind
    this.tokenHash[at] = this.wordHash(start, end, kind)
  }

  /** Numbers of three digits and more count by their shape: an order number must not be learnt by heart. */
  private wordHash(start: number, end: number, kind: number): number {
    let h = 0x811c9dc5
    const shape = kind === DIGIT && end - start > 2
    for (let i = start; i < end; i++) {
      const unit = this.text.charCodeAt(i)
      h = Math.imul(h ^ (shape && kindOf(unit) === DIGIT ? 48 : unit), PRIME)
    }
    return h
  }

  private emit(hash: number, block: number, start: number, end: number): void {
    if (this.length === this.hash.length) this.growFeatures()
    const at = this.length++
    this.hash[at] = hash
    this.block[at] = block
    this.start[at] = start
    this.end[at] = end
  }

  private emitWords(): void {
    const { options, tokens } = this
    let before = FIRST
    let beforeStart = 0
    let twoBefore = 0
    for (let t = 0; t < tokens; t++) {
      if (this.tokenKind[t] === DENSE) continue
      const h = this.tokenHash[t]!
      const start = this.tokenStart[t]!
      const end = this.tokenEnd[t]!
      this.emit(finished(h, 1), WORDS, start, end)
      if (options.stems) this.emitStem(start, end)
      if (options.words > 1) this.emit(finished(Math.imul(before, 31) ^ h, 2), WORDS, beforeStart, end)
      if (options.words > 2 && twoBefore)
        this.emit(finished(Math.imul(Math.imul(twoBefore, 31) ^ before, 31) ^ h, 3), WORDS, beforeStart, end)
      if (options.skips && twoBefore) this.emit(finished(Math.imul(twoBefore, 31) ^ h, 4), WORDS, start, end)
      twoBefore = before
      before = h
      beforeStart = start
    }
    if (before !== FIRST && options.words > 1)
      this.emit(finished(Math.imul(before, 31) ^ LAST, 2), WORDS, beforeStart, this.text.length)
  }

  private emitStem(start: number, end: number): void {
    const { text } = this
    let stop = end
    const ends = (tail: string): boolean => stop - start > tail.length + 2 && text.startsWith(tail, stop - tail.length)
    if (ends("'s")) stop -= 2
    if (ends('ing')) stop -= 3
    else if (ends('ed') || ends('es')) stop -= 2
    else if (ends('s') || ends('e') || ends('y')) stop -= 1
    this.emit(finished(this.wordHash(start, stop, 0), 5), WORDS, start, end)
  }

  /** `<word>` cut into runs of characters; each start grows its hash from the shortest run to the longest. */
  private emitCharacters(t: number): void {
    const kind = this.tokenKind[t]!
    if (kind === DENSE || kind === SIGN) return
    const from = kind === SYLLABLE ? 1 : this.options.charsFrom
    const to = kind === SYLLABLE ? 3 : this.options.charsTo
    const start = this.tokenStart[t]! - 1
    const end = this.tokenEnd[t]! + 1
    const shape = kind === DIGIT && end - start > 4
    for (let i = start; i < end; i++) {
      let h = 0x811c9dc5
      for (let j = i; j < end && j - i < to; j++) {
        const unit = j === start ? OPEN : j === end - 1 ? CLOSE : this.text.charCodeAt(j)
        h = Math.imul(h ^ (shape && unit > 47 && unit < 58 ? 48 : unit), PRIME)
        if (j - i + 1 >= from)
          this.emit(finished(h, 16 + j - i), CHARACTERS, Math.max(i, start + 1), Math.min(j + 1, end - 1))
      }
    }
  }

  /** When any of the text is written without blanks, the whole of it is read in runs, blanks left out. */
  private emitDense(): void {
    let any = false
    for (let t = 0; t < this.tokens && !any; t++) any = this.tokenKind[t] === DENSE
    if (!any) return
    const { text, options } = this
    for (let i = -1; i < text.length; i++) {
      if (i >= 0 && kindOf(text.charCodeAt(i)) === SPACE) continue
      let h = Math.imul(0x811c9dc5 ^ (i < 0 ? FIRST : text.charCodeAt(i)), PRIME)
      if (i >= 0) this.emit(finished(h, 32), DENSE_GRAMS, i, i + 1)
      let taken = 1
      for (let j = i + 1; j <= text.length && taken < options.dense; j++) {
        const unit = j === text.length ? LAST : text.charCodeAt(j)
        if (j < text.length && kindOf(unit) === SPACE) continue
        h = Math.imul(h ^ unit, PRIME)
        this.emit(finished(h, 32 + taken++), DENSE_GRAMS, Math.max(i, 0), Math.min(j + 1, text.length))
      }
    }
  }

  private growTokens(): void {
    const size = this.tokenStart.length * 2
    this.tokenStart = grown(this.tokenStart, new Int32Array(size))
    this.tokenEnd = grown(this.tokenEnd, new Int32Array(size))
    this.tokenKind = grown(this.tokenKind, new Uint8Array(size))
    this.tokenHash = grown(this.tokenHash, new Int32Array(size))
  }

  private growFeatures(): void {
    const size = this.hash.length * 2
    this.hash = grown(this.hash, new Uint32Array(size))
    this.block = grown(this.block, new Uint8Array(size))
    this.start = grown(this.start, new Int32Array(size))
    this.end = grown(this.end, new Int32Array(size))
  }
}

const readers = new Map<string, FeatureReader>()

/** One reader for all models that read alike: what one has read, the next finds read. */
export const readerFor = (options: FeatureOptions): FeatureReader => {
  const name = JSON.stringify(Object.entries(options).sort())
  const known = readers.get(name) ?? new FeatureReader(options)
  readers.set(name, known)
  return known
}

const grown = <A extends Int32Array | Uint32Array | Uint8Array>(from: A, to: A): A => {
  to.set(from)
  return to
}
