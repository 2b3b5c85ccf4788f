// An intent model as bytes: weights quantised, examples as text (their vectors are made again when it is read).
import { type ByteReader, ByteWriter, quantised, unquantising } from '../learn/bytes.ts'
import type { Example } from '../learn/classifier.ts'
import type { FeatureOptions } from '../learn/features.ts'
import { makingRows, Vocabulary } from '../learn/vocabulary.ts'
import { Exemplars } from './exemplars.ts'
import type { IntentParts } from './parts.ts'

const FORMAT = 'ballast-intents-1'

interface Head {
  readonly labels: string[]
  readonly oosLabel: string
  readonly features: FeatureOptions
  readonly weights: number[]
  readonly hidden: number
  readonly examples: Example[]
}

const writeWeights = (writer: ByteWriter, weights: Float32Array, columns: number): void => {
  const { bytes, scale } = quantised(weights, columns)
  writer.floats(scale)
  writer.bytes(bytes)
}
const readWeights = (reader: ByteReader): Generator<undefined, Float32Array> => {
  const scale = reader.floats()
  return unquantising(reader.bytes(), scale)
}

export const writeParts = ({
  labels,
  oosLabel,
  vocabulary,
  machine,
  scope,
  bar,
  examples,
}: IntentParts): Uint8Array => {
  const writer = new ByteWriter()
  const { linear, net } = machine
  const head: Head = {
    labels: [...labels],
    oosLabel,
    features: vocabulary.options,
    weights: [...vocabulary.weights],
    hidden: net.hidden,
    examples: examples.map(({ text, label }) => ({ text, label })),
  }
  writer.text(FORMAT)
  writer.text(JSON.stringify(head))
  for (const value of [machine.share, machine.sharpness, scope.bias, bar]) writer.number(value)
  writer.floats(scope.weights)
  writer.words(vocabulary.keys)
  writer.floats(vocabulary.idf)
  writer.floats(linear.bias)
  writer.floats(net.bias)
  writeWeights(writer, linear.weights, linear.classes)
  writeWeights(writer, net.inner, net.hidden)
  writeWeights(writer, net.outer, net.hidden)
  return writer.done()
}

/** Pauses every millisecond or so, a few milliseconds at most between two. */
export function* readParts(reader: ByteReader): Generator<undefined, IntentParts> {
  if (reader.text() !== FORMAT) throw new RangeError('not an intent model of this format')
  const { labels, oosLabel, features, weights, hidden, examples } = JSON.parse(reader.text()) as Head
  const [share, sharpness, scopeBias, bar] = [reader.number(), reader.number(), reader.number(), reader.number()]
  const scope = { weights: reader.floats(), bias: scopeBias }
  const keys = reader.words()
  const vocabulary = new Vocabulary({ options: features, keys, idf: reader.floats(), weights })
  const [linearBias, netBias] = [reader.floats(), reader.floats()]
  const classes = labels.length
  yield
  const linear = { classes, bias: linearBias, weights: yield* readWeights(reader) }
  const inner = yield* readWeights(reader)
  const net = { hidden, classes, bias: netBias, inner, outer: yield* readWeights(reader) }
  const rows = yield* makingRows(
    vocabulary,
    examples.map((example) => example.text),
  )
  const number = new Map(labels.map((label, i) => [label, i]))
  const numbers = Int32Array.from(examples, (example) => number.get(example.label) ?? -1)
  const exemplars = Exemplars.of(rows, numbers, { features: vocabulary.size, classes })
  return { labels, oosLabel, vocabulary, machine: { linear, net, share, sharpness, exemplars }, scope, bar, examples }
}
