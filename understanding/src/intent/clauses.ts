// Where one message may ask two things: clause borders, in the scripts customers write.

export interface Clause {
  /** UTF-16 offsets into the message. */
  readonly start: number
  readonly end: number
}

/** Sentence ends, commas, and the words that join a second wish: "and also", 另外, 还有, 顺便. */
const BORDER =
  /[。！？!?；;…\n，,、؟،]+|\.(?=\s|$)|(?<=\s)(?:and|also|plus|but|then|und|et|y|dan)(?=\s)|(?:另外|还有|然后|顺便|以及|而且|同时|并且)/giu
const MOST = 400
const TWO = /[\p{L}\p{N}].*?[\p{L}\p{N}]/su
/** Nearly every short message has none of these, which is found out sooner than where borders are. */
const MAY_HOLD_BORDER = /[\s。！？!?；;…，,、؟،.]|另外|还有|然后|顺便|以及|而且|同时|并且/

/** The clauses of a message with at least two characters of content, in order. */
export const clausesOf = (text: string): Clause[] => {
  const cut = text.slice(0, MOST)
  if (!MAY_HOLD_BORDER.test(cut)) return TWO.test(cut) ? [{ start: 0, end: cut.length }] : []
  const clauses: Clause[] = []
  let start = 0
  const push = (end: number): void => {
    if ((cut.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2) clauses.push({ start, end })
  }
  for (const border of cut.matchAll(BORDER)) {
    push(border.index)
    start = border.index + border[0].length
  }
  push(cut.length)
  return clauses
}
