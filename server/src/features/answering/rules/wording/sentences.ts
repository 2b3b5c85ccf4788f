// A text that comes in pieces, given out sentence by sentence, as plain text: what a model adds for looks is taken away.

export interface Sentences {
  /** The sentences that are whole now. */
  take(piece: string): string[]
  /** What is left at the end, which may be no sentence. */
  rest(): string
}

/** One that does not end is no sentence. */
export const LONGEST_SENTENCE = 1_000
const END = /[。！？!?…]+["”’」』）)]*\s*|\n+|\.["”’)]*\s+(?!\d)/

/** Directions of writing, blanks nobody sees, controls: of no use in an answer and a way to hide one in it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu
const LIST_MARK = /^\s*(?:[-*•·]\s+|\d{1,2}[.)、]\s*(?!\d)|#{1,6}\s+|>\s+)/

/** Plain writing: no emphasis, no list marks, nothing unseen. */
export const plainSentence = (sentence: string): string => {
  const line = sentence.replace(UNSEEN, (one) => (one === '\n' ? one : ''))
  return line.replace(LIST_MARK, '').replace(/\*\*|__|(?<!\w)`|`(?!\w)/g, '')
}

export const createSentences = (): Sentences => {
  let held = ''
  return {
    take: (piece) => {
      held += piece
      const whole: string[] = []
      for (;;) {
        const end = END.exec(held)
        const at = end === null ? -1 : end.index + end[0].length
        // An end at the very end may go on: `...`, `?!`, `3.` of 3.5.
        if (end === null || (at === held.length && !/\n$/.test(held))) break
        whole.push(held.slice(0, at))
        held = held.slice(at)
      }
      if (held.length > LONGEST_SENTENCE) {
        whole.push(held)
        held = ''
      }
      return whole
    },
    rest: () => {
      const left = held
      held = ''
      return left
    },
  }
}
