// Unicode made plain: width, case, enclosed letters, invisible characters, spaces. Most messages take the short way:
// one pass over a table, no allocation when nothing changes.
import { foldCharacter } from './character.ts'
import type { Draft } from './edits.ts'
import { CYRILLIC_GREEK, DIGIT, HAN, LATIN, MARK, SPACE, unitTables } from './units.ts'
import { mayPair } from './watched.ts'

/** What later steps might have to do; kinds of units (units.ts) fill the low eight bits. */
export const REPEATS = 256
/** Three or more letters in a row that stand alone between signs or spaces. */
export const APART = 512
/** A sign between two characters of a watched Chinese word, perhaps. */
export const GAP = 2048
/** A digit or sign beside a Latin letter. */
export const LEET = 1024

export interface Folded extends Draft {
  /** Folding it again changes nothing, for certain. */
  readonly settled: boolean
  readonly hints: number
}

const WORD = LATIN | CYRILLIC_GREEK | HAN
const LONGEST = 8192
const scratch = new Uint16Array(LONGEST)
const LEET_SIGN = new Set([...'@$!'].map((sign) => sign.charCodeAt(0)))
/** Three signs between two letters, counted in UTF-16 units. */
const WIDEST_GAP = 6

/** Letters that stand alone, and signs inside watched words. */
const apartHints = (units: Uint16Array, length: number, kinds: Uint8Array): number => {
  let hints = 0
  let lastWord = -1
  let wordLength = 0
  let alone = 0
  let gap = 0
  for (let i = 0; i < length; i++) {
    const unit = units[i]!
    if ((kinds[unit]! & (WORD | DIGIT)) === 0) {
      if (wordLength > 0) alone = wordLength === 1 ? alone + 1 : 0
      wordLength = 0
      gap++
      continue
    }
    if (gap > 0 && gap <= WIDEST_GAP && lastWord >= 0 && mayPair(lastWord, unit)) hints |= GAP
    gap = 0
    wordLength++
    lastWord = unit
    if (alone >= 2) hints |= APART
  }
  return hints
}

/** Looks at one unit after the other and gathers what later steps need to know. */
const hintsOf = (units: Uint16Array, length: number): number => {
  const { kinds } = unitTables()
  let hints = 0
  let last = -1
  let before = -1
  let kind = 0
  let run = 1
  let pairs = 0
  let signs = 0
  for (let i = 0; i < length; i++) {
    const unit = units[i]!
    const next = kinds[unit]!
    hints |= next
    run = unit === last ? run + 1 : 1
    pairs = unit === before && unit !== last ? pairs + 1 : 0
    if (run >= 3 && (run >= 4 || next & (LATIN | CYRILLIC_GREEK))) hints |= REPEATS
    if (pairs >= 6) hints |= REPEATS
    if ((next & (WORD | DIGIT)) === 0) signs++
    if ((next & DIGIT && kind & LATIN) || (next & LATIN && (kind & DIGIT || LEET_SIGN.has(last)))) hints |= LEET
    before = last
    last = unit
    kind = next
  }
  return signs > 0 ? hints | apartHints(units, length, kinds) : hints
}

const textOf = (units: Uint16Array, length: number): string => {
  let text = ''
  for (let i = 0; i < length; i += 4096)
    text += String.fromCharCode.apply(null, units.subarray(i, Math.min(length, i + 4096)) as unknown as number[])
  return text
}

/** The short way; null when some unit needs the long one. */
const foldShort = (raw: string): Folded | null => {
  const { becomes, kinds } = unitTables()
  const length = raw.length
  if (length > LONGEST) return null
  let changed = false
  let space = true
  for (let i = 0; i < length; i++) {
    const unit = raw.charCodeAt(i)
    const to = becomes[unit]!
    if (to === 0) return null
    const isSpace = (kinds[to]! & SPACE) !== 0
    if (isSpace && (space || i === length - 1)) return null
    space = isSpace
    if (to !== unit) changed = true
    scratch[i] = to
  }
  const hints = hintsOf(scratch, length)
  return { text: changed ? textOf(scratch, length) : raw, from: null, hints, settled: true }
}

/** Characters as NFKC must see them: a letter with its marks, a run of Hangul letters, a katakana with its voicing. */
const CHARACTER =
  /(?:[\uac00-\ud7a3]?[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]+|[\s\S])(?:(?![\u0e00-\u0e7f])[\p{M}\uff9e\uff9f])*/uy

class Output {
  readonly units: number[] = []
  readonly from: number[] = []
  end = 0

  put(unit: number, source: number, sourceEnd: number): void {
    const isSpace = unit === 0x20 || unit === 0x0a
    const last = this.units.at(-1)
    if (isSpace && (last === undefined || last === 0x20 || last === 0x0a)) {
      if (unit === 0x0a && last === 0x20) this.units[this.units.length - 1] = unit
      return
    }
    this.units.push(unit)
    this.from.push(source)
    if (!isSpace) this.end = sourceEnd
  }

  finish(): Folded {
    const last = this.units.at(-1)
    if (last === 0x20 || last === 0x0a) {
      this.units.pop()
      this.from.pop()
    }
    this.from.push(this.end)
    const units = Uint16Array.from(this.units)
    const hints = hintsOf(units, units.length)
    return { text: textOf(units, units.length), from: Int32Array.from(this.from), hints, settled: false }
  }
}

const WHITE = /\s/
const foldLong = (raw: string): Folded => {
  const { becomes, kinds } = unitTables()
  const out = new Output()
  for (let i = 0; i < raw.length; ) {
    const unit = raw.charCodeAt(i)
    const to = becomes[unit]!
    const nextKind = i + 1 < raw.length ? kinds[raw.charCodeAt(i + 1)]! : 0
    if (to !== 0 && !(nextKind & MARK)) {
      out.put(to, i, i + 1)
      i++
      continue
    }
    CHARACTER.lastIndex = i
    const character = CHARACTER.exec(raw)![0]
    const end = i + character.length
    const folded = foldCharacter(character)
    for (let k = 0; k < folded.length; k++) {
      const source = folded === character ? i + k : i
      out.put(WHITE.test(folded[k]!) && folded[k] !== '\n' ? 0x20 : folded.charCodeAt(k), source, end)
    }
    i = end
  }
  return out.finish()
}

/** NFKC, lower case, one width, nothing invisible, single spaces, trimmed. Any string; lone surrogates become U+FFFD. */
export const fold = (raw: string): Folded => foldShort(raw) ?? foldLong(raw)
