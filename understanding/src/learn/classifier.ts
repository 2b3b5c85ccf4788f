// The classifier every task shares: text in, calibrated probabilities out, taught in seconds, kept as bytes.
import { ByteReader, ByteWriter, quantised, unquantised } from './bytes.ts'
import { fitSharpness, soften } from './calibrate.ts'
import { explained, type WordWeight } from './explain.ts'
import type { FeatureOptions } from './features.ts'
import { fitLinear, heldOutScores, RECIPE, type Recipe, type Taught } from './fit.ts'
import { type Linear, score } from './linear.ts'
import type { Row } from './rows.ts'
import { emptyRow, fitVocabulary, rowsOf, Vocabulary, type VocabularyOptions } from './vocabulary.ts'

export interface Example {
  readonly text: string
  readonly label: string
}
export interface Ranked {
  readonly label: string
  /** 0..1, calibrated on examples the model was not trained on. */
  readonly probability: number
}
export interface Classified extends Ranked {
  /** The best labels, five at most, best first. */
  readonly ranked: readonly Ranked[]
}
export interface Classifier {
  readonly labels: readonly string[]
  /** Raw scores (log odds) in the order of `labels`; overwritten by the next call. */
  scores(text: string): Float32Array
  /** Probabilities in the order of `labels`; overwritten by the next call. */
  probabilities(text: string): Float32Array
  classify(text: string): Classified
  /** The words of a text by how much they spoke for `label` (default: the best one), strongest first. */
  explain(text: string, label?: string): WordWeight[]
  /** Weights as one byte each. */
  toBytes(): Uint8Array
}
export interface TrainOptions extends VocabularyOptions, Partial<Recipe> {
  /** false: probabilities are the plain softmax of the scores (saves a fifth to a half of the time). */
  readonly calibrate?: boolean
  /** What scores are multiplied by before the softmax, where it is known from sets of the same kind. */
  readonly sharpness?: number
}

/** Weights a model may have; beyond, the rarest features are forgotten. */
const MOST_WEIGHTS = 24_000_000
const RANKED = 5

export const trainClassifier = (examples: readonly Example[], options: TrainOptions = {}): Classifier => {
  const labels = [...new Set(examples.map((example) => example.label))]
  const number = new Map(labels.map((label, i) => [label, i]))
  const texts = examples.map((example) => example.text)
  const most = options.most ?? Math.floor(MOST_WEIGHTS / Math.max(1, labels.length))
  const vocabulary = fitVocabulary(texts, { minTexts: examples.length > 5000 ? 2 : 1, ...options, most })
  const taught: Taught = {
    rows: rowsOf(vocabulary, texts),
    labels: Int32Array.from(examples, (example) => number.get(example.label)!),
    features: vocabulary.size,
    classes: labels.length,
  }
  const recipe: Recipe = { ...RECIPE, ...options }
  const sharpness = options.sharpness ?? (options.calibrate === false ? 1 : sharpnessOf(taught, recipe))
  return new LinearClassifier({ labels, vocabulary, linear: fitLinear(taught, recipe), sharpness })
}

/** Small sets are cross-validated whole; of large ones a fifth is held out once. */
const sharpnessOf = (taught: Taught, recipe: Recipe): number => {
  if (taught.classes < 2 || taught.rows.count < 10) return 1
  const large = taught.rows.count > 2500
  const held = heldOutScores(taught, recipe, large ? { folds: 5, rounds: 1 } : { folds: 3, rounds: 3 })
  return fitSharpness(
    held.scores,
    held.rows.map((r) => taught.labels[r]!),
  )
}

export interface ClassifierParts {
  readonly labels: readonly string[]
  readonly vocabulary: Vocabulary
  readonly linear: Linear
  /** Scores are multiplied by this before the softmax: one over the temperature. */
  readonly sharpness: number
}

export class LinearClassifier implements Classifier {
  readonly labels: readonly string[]
  readonly parts: ClassifierParts
  readonly row: Row = emptyRow()
  private readonly held: Float32Array
  private readonly soft: Float32Array

  constructor(parts: ClassifierParts) {
    this.parts = parts
    this.labels = parts.labels
    this.held = new Float32Array(parts.labels.length)
    this.soft = new Float32Array(parts.labels.length)
  }

  scores(text: string): Float32Array {
    this.parts.vocabulary.read(text, this.row)
    return score(this.parts.linear, this.row, this.held)
  }

  probabilities(text: string): Float32Array {
    if (this.labels.length) soften(this.scores(text), this.parts.sharpness, this.soft)
    return this.soft
  }

  classify(text: string): Classified {
    const ranked = rankedOf(this.labels, this.probabilities(text))
    return { label: ranked[0]?.label ?? '', probability: ranked[0]?.probability ?? 0, ranked }
  }

  explain(text: string, label?: string): WordWeight[] {
    const wanted = this.labels.indexOf(label ?? this.classify(text).label)
    return wanted < 0 ? [] : explained(this.parts.vocabulary, this.parts.linear, { text, wanted })
  }

  toBytes(): Uint8Array {
    const writer = new ByteWriter()
    writer.text('ballast-linear-1')
    writeClassifier(writer, this.parts)
    return writer.done()
  }
}

/** The best few without sorting all. */
export const rankedOf = (labels: readonly string[], probabilities: Float32Array): Ranked[] => {
  const best: number[] = []
  for (let c = 0; c < labels.length; c++) {
    const probability = probabilities[c]!
    let at = best.length
    while (at > 0 && probabilities[best[at - 1]!]! < probability) at--
    if (at === RANKED) continue
    for (let to = Math.min(best.length, RANKED - 1); to > at; to--) best[to] = best[to - 1]!
    best[at] = c
  }
  return best.map((c) => ({ label: labels[c]!, probability: probabilities[c]! }))
}

/** Features no class cares about are left out; the rest keep their number's order. */
const weighty = ({ linear, vocabulary }: ClassifierParts): Int32Array => {
  const { classes, weights } = linear
  const kept: number[] = []
  const most = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0)
  for (let f = 0; f < vocabulary.size; f++) {
    let top = 0
    for (let c = 0; c < classes; c++) top = Math.max(top, Math.abs(weights[f * classes + c]!))
    if (top > most / 500) kept.push(f)
  }
  return Int32Array.from(kept)
}

export const writeClassifier = (writer: ByteWriter, parts: ClassifierParts): void => {
  const { vocabulary, linear } = parts
  const kept = weighty(parts)
  const weights = new Float32Array(kept.length * linear.classes)
  for (let i = 0; i < kept.length; i++)
    for (let c = 0; c < linear.classes; c++)
      weights[i * linear.classes + c] = linear.weights[kept[i]! * linear.classes + c]!
  const packed = quantised(weights, linear.classes)
  writer.text(JSON.stringify({ labels: parts.labels, features: vocabulary.options, weights: vocabulary.weights }))
  writer.number(parts.sharpness)
  writer.words(Uint32Array.from(kept, (f) => vocabulary.keys[f]!))
  writer.floats(Float32Array.from(kept, (f) => vocabulary.idf[f]!))
  writer.floats(linear.bias)
  writer.floats(packed.scale)
  writer.bytes(packed.bytes)
}

export const readClassifier = (reader: ByteReader): ClassifierParts => {
  const head = JSON.parse(reader.text()) as { labels: string[]; features: FeatureOptions; weights: number[] }
  const sharpness = reader.number()
  const keys = reader.words()
  const idf = reader.floats()
  const bias = reader.floats()
  const scale = reader.floats()
  const weights = unquantised(reader.bytes(), scale)
  return {
    labels: head.labels,
    vocabulary: new Vocabulary({ options: head.features, keys, idf, weights: head.weights }),
    linear: { classes: head.labels.length, weights, bias },
    sharpness,
  }
}

/** A classifier from `toBytes`. Throws RangeError on bytes of another format. */
export const classifierFromBytes = (bytes: Uint8Array): Classifier => {
  const reader = new ByteReader(bytes)
  if (reader.text() !== 'ballast-linear-1') throw new RangeError('not a classifier of this format')
  return new LinearClassifier(readClassifier(reader))
}
