// What a character is to the feature extractor; looked up once per character of the world, then remembered.

export const SPACE = 1
/** Letters of scripts that put blanks between words. */
export const LETTER = 2
export const DIGIT = 3
/** Letters of scripts without blanks: Han, kana, Thai, Lao, Khmer, Burmese. Read as grams. */
export const DENSE = 4
/** Hangul: blanks between words, yet one character carries a syllable. */
export const SYLLABLE = 5
export const SIGN = 6

const KNOWN = new Uint8Array(0x10000)
const DENSE_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]/u
const SYLLABLE_SCRIPT = /\p{Script=Hangul}/u
const LETTER_LIKE = /[\p{L}\p{M}'’]/u

const judge = (character: string): number => {
  if (/\s|\p{C}/u.test(character)) return SPACE
  if (DENSE_SCRIPT.test(character)) return DENSE
  if (SYLLABLE_SCRIPT.test(character)) return SYLLABLE
  if (/\p{N}/u.test(character)) return DIGIT
  return LETTER_LIKE.test(character) ? LETTER : SIGN
}

/** The kind of a UTF-16 unit. Surrogates are letters of a dense script when they write one (rare Han), else signs. */
export const kindOf = (unit: number): number => {
  const known = KNOWN[unit]!
  if (known) return known
  // High surrogates from D840 lead into the supplementary Han planes; a low surrogate follows its high one.
  const kind =
    unit >= 0xd800 && unit < 0xe000
      ? unit >= 0xd840 && unit < 0xd880
        ? DENSE
        : SIGN
      : judge(String.fromCharCode(unit))
  KNOWN[unit] = kind
  return kind
}

const PLAIN = /^[ -@[-~]*$/

/** Compatibility forms folded, lower case, no more than `most` UTF-16 units. */
export const folded = (text: string, most: number): string => {
  const cut = text.length > most ? text.slice(0, most) : text
  return PLAIN.test(cut) ? cut : cut.normalize('NFKC').toLowerCase()
}
