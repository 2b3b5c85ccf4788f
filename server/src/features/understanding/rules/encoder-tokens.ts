// How a text becomes the numbers an encoder reads. `tools/understanding/encoder/tokens.py` does the same when training;
// the probes in a model's card hold the two together.

export interface Vocabulary {
  /** `pieces`: the longest piece known at each place. `wordpiece`: as BERT reads, `##` where a word goes on. */
  readonly kind: 'pieces' | 'wordpiece'
  readonly lowercase: boolean
  readonly ids: ReadonlyMap<string, number>
  /** Characters with which longer pieces begin: most begin none, and need no search. */
  readonly begins: ReadonlySet<string>
}

/** `tokens`: the place of each is its number. */
export const vocabularyOf = (kind: Vocabulary['kind'], lowercase: boolean, tokens: readonly string[]): Vocabulary => ({
  kind,
  lowercase,
  ids: new Map(tokens.map((token, i) => [token, i])),
  begins: new Set(tokens.map((token) => [...token]).flatMap((chars) => (chars.length > 1 ? chars.slice(0, 1) : []))),
})

export const UNKNOWN = '[UNK]'
export const START = '[CLS]'
export const END = '[SEP]'
const LONGEST_PIECE = 12
const LONGEST_WORD = 100

const longestFrom = (chars: readonly string[], at: number, { ids, begins }: Vocabulary): string => {
  if (!begins.has(chars[at]!)) return chars[at]!
  for (let length = Math.min(LONGEST_PIECE, chars.length - at); length > 1; length--) {
    const piece = chars.slice(at, at + length).join('')
    if (ids.has(piece)) return piece
  }
  return chars[at]!
}

const piecesOf = (text: string, vocabulary: Vocabulary): string[] => {
  const plain = text.normalize('NFKC')
  const chars = [...(vocabulary.lowercase ? plain.toLowerCase() : plain)]
  const found: string[] = []
  for (let at = 0; at < chars.length; ) {
    if (/\s/u.test(chars[at]!)) {
      at++
      continue
    }
    const piece = longestFrom(chars, at, vocabulary)
    found.push(piece)
    at += [...piece].length
  }
  return found
}

/** CJK ideographs and punctuation are words of their own. */
const ALONE = /[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2ceaf}\u{2f800}-\u{2fa1f}!-/:-@[-`{-~]|\p{P}/gu
const UNSEEN = /(?!\s)[\p{Cc}\p{Cf}]/gu

const wordpiecesOf = (word: string, ids: ReadonlyMap<string, number>): string[] => {
  const chars = [...word]
  if (chars.length > LONGEST_WORD) return [UNKNOWN]
  const parts: string[] = []
  for (let at = 0; at < chars.length; ) {
    let end = chars.length
    const piece = () => (at ? '##' : '') + chars.slice(at, end).join('')
    while (end > at && !ids.has(piece())) end--
    if (end === at) return [UNKNOWN]
    parts.push(piece())
    at = end
  }
  return parts
}

const wordsOf = (text: string, { ids, lowercase }: Vocabulary): string[] => {
  const plain = lowercase
    ? text
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
    : text
  const words = plain
    .replace(UNSEEN, '')
    .replace(ALONE, ' $& ')
    .split(/\s+/u)
    .filter((word) => word !== '')
  return words.flatMap((word) => wordpiecesOf(word, ids))
}

/** Token numbers between start and end, at most `most` (from 2) in all. The vocabulary has been checked to hold all three marks. */
export const encoderTokens = (vocabulary: Vocabulary, text: string, most: number): number[] => {
  const { ids, kind } = vocabulary
  const tokens = kind === 'pieces' ? piecesOf(text, vocabulary) : wordsOf(text, vocabulary)
  const unknown = ids.get(UNKNOWN)!
  const inner = tokens.slice(0, most - 2).map((token) => ids.get(token) ?? unknown)
  return [ids.get(START)!, ...inner, ids.get(END)!]
}
