// One new example, and the next answer is another: no retraining, the same result on every machine.
import type { Linear } from '../learn/linear.ts'
import type { Net } from '../learn/net.ts'
import { emptyRow, Vocabulary } from '../learn/vocabulary.ts'
import { scoreWith } from './machine.ts'
import { withExample } from './means.ts'
import { IntentModel } from './model.ts'
import type { IntentParts } from './parts.ts'

/** The taught intent must lead the others by this many log odds on its own example. */
const LEAD = 3
const MOST_STEPS = 60

/**
 * A model that has also been taught `text`. A label it did not know becomes a new intent; the out-of-scope label teaches it
 * to refuse. The old model stays as it was.
 */
export const learned = (model: IntentModel, text: string, label: string): IntentModel => {
  const wider = withLabel(withWords(model.parts, text), label)
  const examples = [...wider.examples, { text, label }]
  const row = emptyRow()
  wider.vocabulary.read(text, row)
  const size = { features: wider.vocabulary.size, classes: wider.labels.length }
  const wanted = wider.labels.indexOf(label)
  const exemplars = wider.machine.exemplars.with(row, wanted, size)
  const means = withExample(wider.machine.means, wider.machine.net, { row, intent: wanted })
  const machine = { ...wider.machine, exemplars, means }
  if (wanted < 0) return new IntentModel({ ...wider, machine, examples })
  const linear: Linear = { ...machine.linear, weights: machine.linear.weights.slice(), bias: machine.linear.bias }
  const buffers = { out: new Float32Array(size.classes), scratch: new Float64Array(machine.net.hidden) }
  for (let step = 0; step < MOST_STEPS; step++) {
    const scores = scoreWith({ ...machine, linear }, row, buffers)
    let rival = -1
    for (let c = 0; c < scores.length; c++) if (c !== wanted && (rival < 0 || scores[c]! > scores[rival]!)) rival = c
    const lack = rival < 0 ? LEAD - scores[wanted]! : LEAD - (scores[wanted]! - scores[rival]!)
    if (lack <= 1e-3) break
    // Rows have length 1: a push of p along the row moves a score by p × the linear model's share.
    const push = lack / (1 - machine.share) / (rival < 0 ? 1 : 2)
    for (let j = 0; j < row.length; j++) {
      const at = row.index[j]! * size.classes
      linear.weights[at + wanted]! += push * row.value[j]!
      if (rival >= 0) linear.weights[at + rival]! -= push * row.value[j]!
    }
  }
  return new IntentModel({ ...wider, machine: { ...machine, linear }, examples })
}

/** The features of a text that the vocabulary does not know are added to it, as rare as can be. */
const withWords = (parts: IntentParts, text: string): IntentParts => {
  const { vocabulary, machine } = parts
  const { reader } = vocabulary
  reader.read(text)
  const fresh = new Set<number>()
  for (let f = 0; f < reader.length; f++) if (vocabulary.idOf(reader.hash[f]!) < 0) fresh.add(reader.hash[f]!)
  if (!fresh.size) return parts
  const keys = Uint32Array.from([...vocabulary.keys, ...fresh])
  const idf = new Float32Array(keys.length).fill(vocabulary.rarest)
  idf.set(vocabulary.idf)
  const longer = (weights: Float32Array, columns: number): Float32Array => {
    const more = new Float32Array(keys.length * columns)
    more.set(weights)
    return more
  }
  const linear = { ...machine.linear, weights: longer(machine.linear.weights, machine.linear.classes) }
  const net = { ...machine.net, inner: longer(machine.net.inner, machine.net.hidden) }
  const next = new Vocabulary({ options: vocabulary.options, keys, idf, weights: vocabulary.weights })
  return { ...parts, vocabulary: next, machine: { ...machine, linear, net } }
}

/** Room for a label that is not known yet; the network has no opinion on it. */
const withLabel = (parts: IntentParts, label: string): IntentParts => {
  const { labels, oosLabel, machine } = parts
  if (label === oosLabel || labels.includes(label)) return parts
  const classes = labels.length + 1
  const linear: Linear = {
    classes,
    weights: widened(machine.linear.weights, classes),
    bias: Float32Array.from([...machine.linear.bias, UNLIKELY]),
  }
  const outer = new Float32Array(classes * machine.net.hidden)
  outer.set(machine.net.outer)
  const net: Net = { ...machine.net, classes, outer, bias: Float32Array.from([...machine.net.bias, UNLIKELY]) }
  return { ...parts, labels: [...labels, label], machine: { ...machine, linear, net } }
}
/** Log odds of an intent with a single example before any word has spoken. */
const UNLIKELY = -2

const widened = (weights: Float32Array, classes: number): Float32Array => {
  const features = weights.length / (classes - 1)
  const wider = new Float32Array(features * classes)
  for (let f = 0; f < features; f++)
    for (let c = 0; c < classes - 1; c++) wider[f * classes + c] = weights[f * (classes - 1) + c]!
  return wider
}
