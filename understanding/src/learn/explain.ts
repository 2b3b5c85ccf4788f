// Which words decided: every feature's push for a class, shared over the characters it stands on, summed by word.
import { DENSE, kindOf, SPACE } from './characters.ts'
import type { Linear } from './linear.ts'
import { emptyRow, type Vocabulary } from './vocabulary.ts'

export interface WordWeight {
  readonly words: string
  /** Push towards the class, in log odds against the average class; negative: away from it. */
  readonly weight: number
}

/** Written again for every text. */
const row = emptyRow()
let place = new Int32Array(256)
let times = new Int32Array(256)
let push = new Float32Array(1024)

/**
 * Which of the row's features each feature of the text is (-1: none), into `place`, and how often each stands, into `times`.
 * The row holds features in the order in which the text first shows them.
 */
const findPlaces = (vocabulary: Vocabulary): void => {
  const { reader } = vocabulary
  if (place.length < reader.length) place = new Int32Array(reader.length * 2)
  if (times.length < row.length) times = new Int32Array(row.length * 2)
  times.fill(0, 0, row.length)
  let met = 0
  for (let f = 0; f < reader.length; f++) {
    const id = vocabulary.idOf(reader.hash[f]!)
    let at = -1
    if (met < row.length && row.index[met] === id) at = met++
    else if (id >= 0) at = row.index.indexOf(id)
    place[f] = at
    if (at >= 0) times[at]!++
  }
}

/** Push per UTF-16 unit of the folded text; overwritten by the next text. */
const pushes = (vocabulary: Vocabulary, linear: Linear, wanted: number): Float32Array => {
  const { reader } = vocabulary
  vocabulary.read(reader.text, row)
  findPlaces(vocabulary)
  const { length } = reader.text
  if (push.length < length) push = new Float32Array(length * 2)
  push.fill(0, 0, length)
  for (let f = 0; f < reader.length; f++) {
    const at = place[f]!
    if (at < 0) continue
    const from = row.index[at]! * linear.classes
    let mean = 0
    for (let c = 0; c < linear.classes; c++) mean += linear.weights[from + c]! / linear.classes
    const total = ((linear.weights[from + wanted]! - mean) * row.value[at]!) / times[at]!
    const start = reader.start[f]!
    const end = Math.max(start + 1, reader.end[f]!)
    for (let i = start; i < end && i < length; i++) push[i]! += total / (end - start)
  }
  return push
}

/** Made on first use and kept: making one takes longer than a thousand cuts. */
let cutter: Intl.Segmenter | undefined

/** Start and end of the words of a folded text; runs without blanks are cut by the language's own rules. */
const wordSpans = (vocabulary: Vocabulary): [start: number, end: number][] => {
  const { reader } = vocabulary
  const spans: [number, number][] = []
  for (let t = 0; t < reader.tokens; t++) {
    const start = reader.tokenStart[t]!
    const end = reader.tokenEnd[t]!
    if (reader.tokenKind[t] !== DENSE) {
      spans.push([start, end])
      continue
    }
    cutter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
    for (const piece of cutter.segment(reader.text.slice(start, end)))
      spans.push([start + piece.index, start + piece.index + piece.segment.length])
  }
  return spans
}

export const explained = (
  vocabulary: Vocabulary,
  linear: Linear,
  ask: { readonly text: string; readonly wanted: number },
): WordWeight[] => {
  vocabulary.reader.read(ask.text)
  const spans = wordSpans(vocabulary)
  const { text } = vocabulary.reader
  const push = pushes(vocabulary, linear, ask.wanted)
  return spans
    .filter(([start]) => kindOf(text.charCodeAt(start)) !== SPACE)
    .map(([start, end]) => {
      let weight = 0
      for (let i = start; i < end; i++) weight += push[i]!
      return { words: text.slice(start, end), weight }
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
