// What the writer asks for while writing: `/` a canned reply, `@` a colleague. Pure.

export interface Asked {
  readonly sign: '/' | '@'
  /** Where the sign stands; it and the words after it are replaced by what is chosen. */
  readonly from: number
  readonly words: string
}
/** Chinese input methods write `、` or `／` with the key of `/`. */
const SIGNS: Readonly<Record<string, Asked['sign']>> = { '/': '/', '／': '/', '、': '/', '@': '@', '＠': '@' }
const LONGEST = 60

/** Only at the start of a line or after a space: `and/or`, an address or an e-mail asks for nothing. */
export const askedAt = (text: string, caret: number): Asked | null => {
  const word = /\S*$/.exec(text.slice(0, caret))?.[0] ?? ''
  const sign = SIGNS[word[0] ?? '']
  if (sign === undefined || word.length > LONGEST) return null
  return { sign, from: caret - word.length, words: word.slice(1) }
}
