// Which Latin-script language a text is in: naive Bayes over pieces of words, and over whole frequent words.
import { FREQUENT, NEIGHBOURS } from './frequent.ts'
import { english } from './samples/english.ts'
import { french } from './samples/french.ts'
import { german } from './samples/german.ts'
import { indonesian } from './samples/indonesian.ts'
import { italian } from './samples/italian.ts'
import { portuguese } from './samples/portuguese.ts'
import { spanish } from './samples/spanish.ts'
import { turkish } from './samples/turkish.ts'
import { vietnamese } from './samples/vietnamese.ts'

const SAMPLES: Readonly<Record<string, string>> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  it: italian,
  vi: vietnamese,
  id: indonesian,
  tr: turkish,
}
/** Ours first; the neighbours after them only take away. */
const OURS = Object.keys(SAMPLES)
const LANGUAGES = [...OURS, ...Object.keys(NEIGHBOURS)]

/** What is bound by an apostrophe stands alone (l'ordine, Ankara'dan, it's): it tells more than the word it is bound to. */
const WORD =
  /(?<![#@\w])(?:[a-zß-ɏ\u1ea0-\u1ef9]{1,2}|[dnsa]all|[dnsq]?u?ell|sull|jusqu|lorsqu|puisqu|aujourd)['’](?=[a-zß-ɏ\u1ea0-\u1ef9]{2})|['’][a-zß-ɏ\u1ea0-\u1ef9]{1,4}(?![a-zß-ɏ\u1ea0-\u1ef9])|(?<![#@\w])[a-zß-ɏ\u1ea0-\u1ef9]+/gi
const LONGEST_GRAM = 4
/** One frequent word seen in the list counts as so many sightings in running text. */
const LIST_WEIGHT = 3.5
const SMOOTHING = 0.3
/** Pieces of a word overlap, so their evidence is worth less than it seems. */
const PIECE_WEIGHT = 0.33
const WORD_WEIGHT = 0.9
/** Names and titles say little about the sentence they stand in. */
const NAME_WEIGHT = 0.2
/** Customers write our languages more often than their neighbours: e to the power of this. */
const NEIGHBOUR_PENALTY = 2
/** Log-odds shrunk so that what is said with 0.8 is right in about 8 of 10 (public sentences, whole and cut short). */
const TRUST = 0.4

const gramsOf = (word: string, visit: (gram: string) => void): void => {
  const framed = `<${word}>`
  for (let length = 1; length <= LONGEST_GRAM; length++)
    for (let start = 0; start + length <= framed.length; start++) {
      const gram = framed.slice(start, start + length)
      if (gram !== '<' && gram !== '>') visit(gram)
    }
}

type Weights = Map<string, Float32Array>
interface Model {
  readonly pieces: Weights
  readonly words: Weights
  /** What an unseen piece says for each language. */
  readonly unseenPiece: Float32Array
  readonly unseenWord: Float32Array
}

const logs = (counts: Map<string, Float32Array>, kinds: number): { weights: Weights; unseen: Float32Array } => {
  const totals = new Float32Array(LANGUAGES.length)
  for (const row of counts.values()) for (let l = 0; l < totals.length; l++) totals[l]! += row[l]!
  const divisor = totals.map((total) => total + SMOOTHING * kinds)
  const weights: Weights = new Map()
  for (const [key, row] of counts)
    weights.set(
      key,
      row.map((count, l) => Math.log((count + SMOOTHING) / divisor[l]!)),
    )
  return { weights, unseen: divisor.map((sum) => Math.log(SMOOTHING / sum)) }
}

const train = (): Model => {
  const pieces = new Map<string, Float32Array>()
  const words = new Map<string, Float32Array>()
  const count = (into: Map<string, Float32Array>, key: string, language: number, times: number) => {
    let row = into.get(key)
    if (!row) {
      row = new Float32Array(LANGUAGES.length)
      into.set(key, row)
    }
    row[language]! += times
  }
  LANGUAGES.forEach((language, index) => {
    const learn = (text: string, times: number) => {
      for (const [word] of text.toLowerCase().matchAll(WORD)) {
        count(words, word, index, times)
        gramsOf(word, (gram) => count(pieces, gram, index, times))
      }
    }
    learn(SAMPLES[language] ?? '', 1)
    learn(FREQUENT[language] ?? NEIGHBOURS[language] ?? '', LIST_WEIGHT)
  })
  const piece = logs(pieces, pieces.size)
  const word = logs(words, words.size)
  return { pieces: piece.weights, words: word.weights, unseenPiece: piece.unseen, unseenWord: word.unseen }
}

let model: Model | null = null

const addAll = (sums: Float64Array | Float32Array, row: ArrayLike<number>, weight: number): void => {
  for (let l = 0; l < sums.length; l++) sums[l]! += row[l]! * weight
}

interface WordVerdict {
  readonly sums: Float32Array
  readonly known: boolean
  /** Share of its three-letter pieces that any language has. */
  readonly familiar: number
}
const verdictOn = (word: string, { pieces, words, unseenPiece, unseenWord }: Model): WordVerdict => {
  const sums = new Float32Array(LANGUAGES.length)
  const row = words.get(word)
  let triples = 0
  let seen = 0
  addAll(sums, row ?? unseenWord, WORD_WEIGHT)
  gramsOf(word, (gram) => {
    const weights = pieces.get(gram)
    if (gram.length === 3) {
      triples++
      if (weights) seen++
    }
    addAll(sums, weights ?? unseenPiece, PIECE_WEIGHT)
  })
  return { sums, known: row !== undefined, familiar: triples === 0 ? 1 : seen / triples }
}

const KEPT = 8192
const LONGEST_KEPT = 24
const kept = new Map<string, WordVerdict>()
const remembered = (word: string): WordVerdict => {
  const seen = kept.get(word)
  if (seen) return seen
  model ??= train()
  const verdict = verdictOn(word, model)
  if (word.length <= LONGEST_KEPT) {
    if (kept.size >= KEPT) kept.clear()
    kept.set(word, verdict)
  }
  return verdict
}

export interface LatinGuess {
  /** One of ours, or "unknown" for a neighbour. */
  readonly language: string
  /** 0..1, among our languages and the neighbours, calibrated. */
  readonly probability: number
  /** Share of the words that stand in some language's list or sample. */
  readonly known: number
  /** Share of the three-letter pieces that any language has: low for what fingers type without a thought. */
  readonly familiar: number
}

const isName = (word: string): boolean => word[0] !== word[0]!.toLowerCase()
/** A sentence tells its language in its first hundred words. */
const MOST_WORDS = 100

/** `words` as typed, capitals kept (they mark names). Null when there are none. */
export const guessLatin = (words: readonly string[]): LatinGuess | null => {
  if (words.length === 0) return null
  const read = words.slice(0, MOST_WORDS)
  const sums = Float64Array.from(LANGUAGES, (_, l) => (l < OURS.length ? 0 : -NEIGHBOUR_PENALTY))
  const allNames = read.every(isName)
  let known = 0
  let familiar = 0
  read.forEach((typed, i) => {
    const verdict = remembered(typed.toLowerCase())
    addAll(sums, verdict.sums, i > 0 && !allNames && isName(typed) ? NAME_WEIGHT : 1)
    if (verdict.known) known++
    familiar += verdict.familiar
  })
  let best = 0
  for (let l = 1; l < sums.length; l++) if (sums[l]! > sums[best]!) best = l
  let total = 0
  for (let l = 0; l < sums.length; l++) total += Math.exp((sums[l]! - sums[best]!) * TRUST)
  const language = best < OURS.length ? LANGUAGES[best]! : 'unknown'
  return { language, probability: 1 / total, known: known / read.length, familiar: familiar / read.length }
}

/** The Latin words of a text; hashtags and mentions are left out. */
export const latinWords = (text: string): string[] => text.match(WORD) ?? []
