// Which known word a misspelt one is likely meant to be, by the trigrams they share.
import { hashOf } from './hashes.ts'
import { type Lists, placeOf } from './lists.ts'
import { isHanTerm } from './term-shares.ts'

const SHORTEST_TO_MEND = 5
/** Share of trigrams two spellings must have in common. */
const NEAR = 0.55

export const canBeMeant = (term: string): boolean => !isHanTerm(term) && term.length >= SHORTEST_TO_MEND - 1
export const canBeMended = (term: string): boolean => !isHanTerm(term) && term.length >= SHORTEST_TO_MEND

/** Hashed trigrams of a word with its ends. */
export const piecesOf = (word: string): number[] => {
  const padded = `^${word}$`
  const pieces: number[] = []
  for (let i = 0; i + 3 <= padded.length; i++) pieces.push(hashOf(padded.slice(i, i + 3)))
  return pieces
}

/** Of one segment: words by piece, and each word's letters. */
export interface Spellings {
  readonly pieces: Lists
  readonly letters: Uint8Array
  readonly keys: Uint32Array
}

/** The hash of the known word nearest to `term`, or undefined. */
export const nearest = (term: string, all: readonly Spellings[]): number | undefined => {
  const own = piecesOf(term)
  let found: number | undefined
  let most = NEAR
  for (const { pieces, letters, keys } of all) {
    const shared = new Map<number, number>()
    for (const piece of own) {
      const place = placeOf(pieces.keys, piece)
      if (place < 0) continue
      for (let i = pieces.from[place]!; i < pieces.from[place + 1]!; i++)
        shared.set(pieces.values[i]!, (shared.get(pieces.values[i]!) ?? 0) + 1)
    }
    for (const [word, count] of shared) {
      const likeness = (2 * count) / (own.length + letters[word]!)
      if (likeness < most) continue
      found = keys[word]
      most = likeness
    }
  }
  return found
}
