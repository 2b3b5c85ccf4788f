// How well one entry fits a question: likeness to its best question, what of the question it speaks of, words, meaning.
import type { Asked } from './ask.ts'
import { placeOf } from './lists.ts'
import { BODY_SHARE, type Candidate, damped } from './scan.ts'
import { loudIn, postingOf, quietIn } from './segment.ts'
import { type Shelf, weightOfDimension, weightOfTerm } from './shelf.ts'

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

/** Of one segment, by place: the question's known grams. */
const knownPlaces = (asked: Asked, { held, document }: Candidate) => {
  const { terms } = held.segment
  const places: number[] = []
  const weights: number[] = []
  let covered = 0
  for (const { key, weight } of asked.grams) {
    const place = placeOf(terms.keys, key)
    const value = place < 0 ? -1 : postingOf(terms, place, document)
    if (value < 0) continue
    if (loudIn(value) > 0) {
      covered += weight
      places.push(place)
      weights.push(weight)
    } else if (quietIn(value) > 0) covered += weight * BODY_SHARE
  }
  return { places, weights, covered }
}

const gramsFit = (asked: Asked, candidate: Candidate, shelf: Shelf): number => {
  if (asked.weight === 0) return 0
  const { held, document } = candidate
  const { questionsFrom, gramsFrom, grams } = held.segment
  const { places, weights, covered } = knownPlaces(asked, candidate)
  let best = 0
  for (let question = questionsFrom[document]!; question < questionsFrom[document + 1]!; question++) {
    let shared = 0
    let whole = 0
    for (let i = gramsFrom[question]!; i < gramsFrom[question + 1]!; i++) {
      whole += weightOfTerm(shelf, held, grams[i]!)
      const known = places.indexOf(grams[i]!)
      if (known >= 0) shared += weights[known]!
    }
    if (shared > 0) best = Math.max(best, (2 * shared) / (asked.weight + whole))
  }
  return Math.min(1, LIKENESS * best + COVERAGE * (covered / asked.weight))
}

const wordsFit = (asked: Asked, { held, document }: Candidate, shelf: Shelf): number => {
  const { terms, lengths } = held.segment
  let sum = 0
  for (const { key, weight } of asked.words) {
    const place = placeOf(terms.keys, key)
    const value = place < 0 ? -1 : postingOf(terms, place, document)
    if (value >= 0) sum += weight * Math.min(1, damped(value, lengths[document]!, shelf.meanLength))
  }
  return asked.wordWeight > 0 ? Math.min(1, sum / asked.wordWeight) : 0
}

const vectorFit = (asked: Asked, { held, document }: Candidate, shelf: Shelf): number => {
  const { dimensions, questionsFrom, vectorsFrom, vectors, strengths } = held.segment
  if (asked.vectorLength === 0) return 0
  const values = new Map<number, number>()
  for (const { key, value } of asked.vector) {
    const place = placeOf(dimensions.keys, key)
    if (place >= 0) values.set(place, value)
  }
  let best = 0
  for (let question = questionsFrom[document]!; question < questionsFrom[document + 1]!; question++) {
    let dot = 0
    let square = 0
    for (let i = vectorsFrom[question]!; i < vectorsFrom[question + 1]!; i++) {
      const value = strengths[i]! * weightOfDimension(shelf, held, vectors[i]!)
      square += value * value
      const own = values.get(vectors[i]!)
      if (own !== undefined) dot += value * own
    }
    if (dot > 0) best = Math.max(best, dot / (Math.sqrt(square) * asked.vectorLength))
  }
  return Math.min(1, best)
}

export const fitOf = (asked: Asked, candidate: Candidate, shelf: Shelf): Fit => ({
  grams: gramsFit(asked, candidate, shelf),
  words: wordsFit(asked, candidate, shelf),
  vector: vectorFit(asked, candidate, shelf),
})

/** The question's telling words that stand in the entry. */
export const wordsIn = (asked: Asked, { held, document }: Candidate): string[] =>
  asked.words
    .filter(({ key, frame }) => {
      const place = frame ? -1 : placeOf(held.segment.terms.keys, key)
      return place >= 0 && postingOf(held.segment.terms, place, document) >= 0
    })
    .map(({ text }) => text)
