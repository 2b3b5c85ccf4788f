// A question as the index looks for it: known terms with their weights, words, and its sentence vector.
import type { Meaning } from '@ballast/understanding/similar'
import { hashOf } from './hashes.ts'
import { readText, sentenceOfText } from './read-text.ts'
import { rarityOf, rarityOfDimension, type Shelf, termCount } from './shelf.ts'
import { canBeMended, nearest } from './spelling.ts'
import { isFrame, shareOf, shareOfUnknown } from './term-shares.ts'

export interface AskedTerm {
  readonly key: number
  readonly weight: number
  readonly count: number
}
export interface Asked {
  /** Known grams; `weight` sums up the unknown ones, too: what the index knows nothing of. */
  readonly grams: readonly AskedTerm[]
  readonly weight: number
  /** Known words, and what all of them weigh. */
  readonly words: readonly (AskedTerm & { readonly text: string; readonly frame: boolean })[]
  readonly wordWeight: number
  readonly vector: readonly { readonly key: number; readonly value: number; readonly rarity: number }[]
  readonly vectorLength: number
}

type Meant = { readonly key: number; readonly count: number } | undefined

/** The term itself, or the known one it is likely a misspelling of. */
const mend = (term: string, shelf: Shelf): Meant => {
  const key = hashOf(term)
  const count = termCount(shelf, key)
  if (count > 0) return { key, count }
  if (!canBeMended(term)) return undefined
  const spellings = shelf.held.map(({ segment: { pieces, letters, terms } }) => ({ pieces, letters, keys: terms.keys }))
  const meant = nearest(term, spellings)
  return meant === undefined ? undefined : { key: meant, count: termCount(shelf, meant) }
}

const sum = (terms: Iterable<{ readonly weight: number }>): number => {
  let weight = 0
  for (const term of terms) weight += term.weight
  return weight
}

const weighVector = (question: string, shelf: Shelf, meaning: Meaning | undefined) => {
  const { dimensions, weights } = sentenceOfText(question, meaning)
  const vector = Array.from(dimensions, (key, i) => {
    const rarity = rarityOfDimension(shelf, key)
    return { key, value: weights[i]! * rarity, rarity }
  })
  const vectorLength = Math.sqrt(vector.reduce((square, { value }) => square + value * value, 0))
  return { vector, vectorLength }
}

export const askedOf = (question: string, shelf: Shelf, meaning?: Meaning): Asked => {
  const { grams, words } = readText(question)
  const meant = new Map<string, Meant>()
  for (const term of new Set([...grams, ...words.map((word) => word.term)])) meant.set(term, mend(term, shelf))
  const weigh = (term: string, known: { readonly count: number }) => shareOf(term) * rarityOf(shelf, known.count)
  const weightOfUnknown = (term: string) => shareOfUnknown(term) * rarityOf(shelf, 0.5)
  const knownGrams = new Map<number, AskedTerm>()
  let unknown = 0
  for (const gram of new Set(grams)) {
    const known = meant.get(gram)
    if (!known) unknown += weightOfUnknown(gram)
    else if (!knownGrams.has(known.key)) knownGrams.set(known.key, { ...known, weight: weigh(gram, known) })
  }
  const knownWords = new Map<number, Asked['words'][number]>()
  let unknownWords = 0
  for (const [term, text] of new Map(words.map((word) => [word.term, word.text]))) {
    const known = meant.get(term)
    if (!known) unknownWords += weightOfUnknown(term)
    else if (!knownWords.has(known.key))
      knownWords.set(known.key, { ...known, weight: weigh(term, known), text, frame: isFrame(term) })
  }
  return {
    grams: [...knownGrams.values()],
    weight: sum(knownGrams.values()) + unknown,
    words: [...knownWords.values()],
    wordWeight: sum(knownWords.values()) + unknownWords,
    ...weighVector(question, shelf, meaning),
  }
}
