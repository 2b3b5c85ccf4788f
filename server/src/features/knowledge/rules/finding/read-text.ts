// A text as the index reads it: grams that find it whatever its words, the words themselves, and its sentence vector.
import { fold, hanGrams, words } from '@ballast/understanding'
import { type Meaning, type Sentence, sentenceOf } from '@ballast/understanding/similar'
import { normalise, segment } from '@ballast/understanding/text'
import { conceptsOf } from './concepts.ts'

export interface Word {
  readonly term: string
  /** As it stands in the text, in normal writing. */
  readonly text: string
}
export interface Read {
  /** Stemmed words, Han characters and pairs of them, in order, repeats included. */
  readonly grams: readonly string[]
  /** What the text was cut into: jieba's words, and the runtime's for other scripts; Latin ones stemmed as grams are. */
  readonly words: readonly Word[]
}

/** What `fold` reads of a text at once; a longer one is read piece by piece. */
const PIECE = 560

const isHan = (word: string): boolean => word.charCodeAt(0) >= 0x3400

function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const space = text.length - from > PIECE ? text.lastIndexOf(' ', from + PIECE) : -1
    const to = space > from + PIECE / 2 ? space : from + PIECE
    yield text.slice(from, to)
    from = to
  }
}

/** Normal writing: traditional is simplified, widths and disguises are undone, colloquial Chinese is written out. */
export const readText = (text: string): Read => {
  const grams: string[] = []
  const found: Word[] = []
  for (const piece of piecesOf(normalise(text).text)) {
    const folded = fold(piece)
    grams.push(...words(folded), ...hanGrams(folded))
    for (const word of segment(folded)) {
      if (isHan(word)) found.push({ term: word, text: word })
      else found.push(...words(word).map((term) => ({ term, text: word })))
    }
  }
  return { grams, words: found }
}

/** How strongly a concept counts beside words: as strongly as what a model makes of the text. */
const CONCEPT = 1

/** The text's sentence vector: its words and pieces, the concepts they speak of, and what `meaning` makes of it. */
export const sentenceOfText = (text: string, meaning?: Meaning): Sentence =>
  sentenceOf(normalise(text).text, function* (normal) {
    const { grams, words: found } = readText(normal)
    for (const name of conceptsOf([...grams, ...found.map(({ term }) => term)])) yield [`\u0004${name}`, CONCEPT]
    if (meaning) yield* meaning(normal)
  })
