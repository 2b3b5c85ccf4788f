// How well one entry fits a question: likeness to its best question, what of the question it speaks of, words, meaning.
import type { Asked } from './ask.ts'
import { placeOf } from './lists.ts'
import { BODY_SHARE, type Candidate, damped } from './scan.ts'
import { loudIn, postingOf, quietIn } from './segment.ts'
import { type Held, type Shelf, weightOfDimension, weightOfTerm } from './shelf.ts'

/** Each 0…1. */
export interface Fit {
  /** Likeness of grams, as thresholds were tuned on it. */
  readonly grams: number
  /** BM25 of words, of the most it can be. */
  readonly words: number
  /** Cosine of the best question's sentence vector. */
  readonly vector: number
}

const LIKENESS = 0.55
const COVERAGE = 0.45

/** Where a question's terms stand in one segment: those it has. */
interface Places {
  readonly grams: readonly { readonly place: number; readonly weight: number }[]
  readonly words: readonly { readonly place: number; readonly weight: number; readonly text: string | null }[]
}

const placesIn = (asked: Asked, { segment }: Held): Places => {
  const { keys } = segment.terms
  return {
    grams: asked.grams.flatMap(({ key, weight }) => {
      const place = placeOf(keys, key)
      return place < 0 ? [] : [{ place, weight }]
    }),
    words: asked.words.flatMap(({ key, weight, text, frame }) => {
      const place = placeOf(keys, key)
      return place < 0 ? [] : [{ place, weight, text: frame ? null : text }]
    }),
  }
}

/** What the question's terms weigh by their place in one segment, while an entry of it is looked at; else all zero. */
let heard = new Float32Array(1 << 16)

/** What all terms of a question written in an entry weigh; worked out once until weights change. */
const weightOfQuestion = (shelf: Shelf, held: Held, question: number): number => {
  const known = held.questionWeights[question]!
  if (!Number.isNaN(known)) return known
  const { gramsFrom, grams } = held.segment
  let whole = 0
  for (let i = gramsFrom[question]!; i < gramsFrom[question + 1]!; i++) whole += weightOfTerm(shelf, held, grams[i]!)
  held.questionWeights[question] = whole
  return whole
}

const gramsFit = (asked: Asked, places: Places, { candidate, shelf }: In): number => {
  const { held, document } = candidate
  const { questionsFrom, gramsFrom, grams, terms } = held.segment
  if (terms.keys.length > heard.length) heard = new Float32Array(terms.keys.length * 2)
  let covered = 0
  let any = false
  for (const { place, weight } of places.grams) {
    const value = postingOf(terms, place, document)
    if (value < 0) continue
    if (loudIn(value) > 0) {
      covered += weight
      heard[place] = weight
      any = true
    } else if (quietIn(value) > 0) covered += weight * BODY_SHARE
  }
  let best = 0
  const last = any ? questionsFrom[document + 1]! : 0
  for (let question = questionsFrom[document]!; question < last; question++) {
    let shared = 0
    for (let i = gramsFrom[question]!; i < gramsFrom[question + 1]!; i++) shared += heard[grams[i]!]!
    if (shared > 0) best = Math.max(best, (2 * shared) / (asked.weight + weightOfQuestion(shelf, held, question)))
  }
  for (const { place } of places.grams) heard[place] = 0
  return Math.min(1, LIKENESS * best + COVERAGE * (covered / asked.weight))
}

const wordsFit = (asked: Asked, places: Places, { candidate, shelf }: In): number => {
  const { held, document } = candidate
  const { terms, lengths } = held.segment
  let sum = 0
  for (const { place, weight } of places.words) {
    const value = postingOf(terms, place, document)
    if (value >= 0) sum += weight * Math.min(1, damped(value, lengths[document]!, shelf.meanLength))
  }
  return asked.wordWeight > 0 ? Math.min(1, sum / asked.wordWeight) : 0
}

/** The question's vector by dimension while it is looked for; all zero between questions. */
const pull = new Float32Array(1 << 16)

/** How long the vector of a question written in an entry is; worked out once until weights change. */
const lengthOfQuestion = (shelf: Shelf, held: Held, question: number): number => {
  const known = held.questionLengths[question]!
  if (!Number.isNaN(known)) return known
  const { vectorsFrom, vectors, strengths } = held.segment
  let square = 0
  for (let i = vectorsFrom[question]!; i < vectorsFrom[question + 1]!; i++)
    square += (strengths[i]! * weightOfDimension(shelf, held, vectors[i]!)) ** 2
  held.questionLengths[question] = Math.sqrt(square)
  return held.questionLengths[question]!
}

const vectorFit = (asked: Asked, { candidate, shelf }: In): number => {
  const { held, document } = candidate
  const { dimensions, questionsFrom, vectorsFrom, vectors, strengths } = held.segment
  const { keys } = dimensions
  let best = 0
  for (let question = questionsFrom[document]!; question < questionsFrom[document + 1]!; question++) {
    let dot = 0
    for (let i = vectorsFrom[question]!; i < vectorsFrom[question + 1]!; i++) {
      const pulled = pull[keys[vectors[i]!]!]!
      if (pulled !== 0) dot += strengths[i]! * weightOfDimension(shelf, held, vectors[i]!) * pulled
    }
    if (dot > 0) best = Math.max(best, dot / (lengthOfQuestion(shelf, held, question) * asked.vectorLength))
  }
  return Math.min(1, best)
}

interface In {
  readonly candidate: Candidate
  readonly shelf: Shelf
}
export interface Fitted {
  readonly candidate: Candidate
  readonly fit: Fit
  /** The question's telling words that stand in the entry, looked up when wanted. */
  readonly words: () => string[]
}

/** How well each candidate fits. The question must have known or unknown terms. */
export const fitAll = (asked: Asked, shelf: Shelf, candidates: readonly Candidate[]): Fitted[] => {
  const bySegment = new Map<Held, Places>()
  const placesOf = (held: Held): Places => {
    const places = bySegment.get(held) ?? placesIn(asked, held)
    bySegment.set(held, places)
    return places
  }
  for (const { key, value } of asked.vector) pull[key] = value
  const fitted = candidates.map((candidate) => {
    const places = placesOf(candidate.held)
    const where = { candidate, shelf }
    const { terms } = candidate.held.segment
    return {
      candidate,
      fit: {
        grams: gramsFit(asked, places, where),
        words: wordsFit(asked, places, where),
        vector: vectorFit(asked, where),
      },
      words: () =>
        places.words.flatMap(({ place, text }) =>
          text !== null && postingOf(terms, place, candidate.document) >= 0 ? [text] : [],
        ),
    }
  })
  for (const { key } of asked.vector) pull[key] = 0
  return fitted
}
