// Which words decided: every feature's push for a class, shared over the characters it stands on, summed by word.
import { DENSE, kindOf, SPACE } from './characters.ts'
import type { Linear } from './linear.ts'
import { emptyRow, type Vocabulary } from './vocabulary.ts'

export interface WordWeight {
  readonly words: string
  /** Push towards the class, in log odds against the average class; negative: away from it. */
  readonly weight: number
}

/** Push per UTF-16 unit of the folded text. */
const pushes = (vocabulary: Vocabulary, linear: Linear, wanted: number): Float32Array => {
  const { reader } = vocabulary
  const row = emptyRow()
  vocabulary.read(reader.text, row)
  const values = new Map<number, number>()
  for (let i = 0; i < row.length; i++) values.set(row.index[i]!, row.value[i]!)
  const times = new Map<number, number>()
  for (let f = 0; f < reader.length; f++) {
    const id = vocabulary.idOf(reader.hash[f]!)
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  const push = new Float32Array(reader.text.length)
  for (let f = 0; f < reader.length; f++) {
    const id = vocabulary.idOf(reader.hash[f]!)
    const value = values.get(id)
    if (value === undefined) continue
    let mean = 0
    for (let c = 0; c < linear.classes; c++) mean += linear.weights[id * linear.classes + c]! / linear.classes
    const total = ((linear.weights[id * linear.classes + wanted]! - mean) * value) / times.get(id)!
    const start = reader.start[f]!
    const end = Math.max(start + 1, reader.end[f]!)
    for (let i = start; i < end && i < push.length; i++) push[i]! += total / (end - start)
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
