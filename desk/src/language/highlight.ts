// Where the words that decided stand in the sentence as it was typed.

export interface Piece {
  readonly text: string
  /** -1..1 of the strongest word; 0: did not decide. */
  readonly weight: number
}

/** Below this share of the strongest word nothing is marked. */
const FAINT = 0.15

/** Every unit of the folded text with where it began in the raw one: widths and case may change the length. */
const folded = (raw: string): { text: string; from: number[] } => {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const sign of raw) {
    const plain = sign.normalize('NFKC').toLowerCase()
    for (let unit = 0; unit < plain.length; unit++) from.push(at)
    text += plain
    at += sign.length
  }
  from.push(at)
  return { text, from }
}

/** Each word is marked at its first place that is still free; words that are not found as typed are left unmarked. */
export const highlighted = (
  raw: string,
  words: readonly { readonly text: string; readonly weight: number }[],
): Piece[] => {
  const strongest = Math.max(...words.map(({ weight }) => Math.abs(weight)), 0)
  if (strongest === 0) return [{ text: raw, weight: 0 }]
  const { text, from } = folded(raw)
  const weights = new Float64Array(raw.length)
  const taken = new Uint8Array(text.length)
  for (const word of words) {
    const weight = word.weight / strongest
    if (Math.abs(weight) < FAINT || word.text === '') continue
    let at = text.indexOf(word.text)
    while (at !== -1 && taken[at]) at = text.indexOf(word.text, at + 1)
    if (at === -1) continue
    taken.fill(1, at, at + word.text.length)
    weights.fill(weight, from[at], from[at + word.text.length])
  }
  const pieces: Piece[] = []
  let start = 0
  for (let i = 1; i <= raw.length; i++) {
    if (i < raw.length && weights[i] === weights[start]) continue
    pieces.push({ text: raw.slice(start, i), weight: weights[start] ?? 0 })
    start = i
  }
  return pieces
}
