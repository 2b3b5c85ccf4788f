// Emotion measured on a labelled set: a model trained on its train part, offsets and the alarm for anger chosen without
// its test part.
import { accuracy, bootstrap, macroF1, mcc } from '../learn/index.ts'
import { bestOf, heldOutScores, type Labelled, type RatioModel, trainRatio, type View } from '../ratio/model.ts'
import { tuneOffsets } from '../ratio/offsets.ts'
import { EMOTIONS } from './verdict.ts'
import { weigh } from './weigh.ts'

/** What our phrases say of a text, as marks a trained model may learn from. */
export const feelingMarks = (text: string): string[] => {
  const { weights } = weigh(text, 'posts')
  const marks: string[] = []
  let best = 'none'
  let most = 0
  for (const emotion of EMOTIONS) {
    const weight = weights[emotion]
    for (const step of [0, 2, 5]) if (weight > step) marks.push(`${emotion}>${step}`)
    if (weight <= most) continue
    most = weight
    best = emotion
  }
  marks.push(`most ${best}`)
  return marks
}

const VIEWS: readonly View[] = [
  { chars: 2, posts: true, segments: true, words: false, cost: 0.2, balance: 0.5, marks: feelingMarks },
]
const FOLDS = 4
const WANTED_RECALL = 0.85

export interface MeasuredEmotion {
  readonly labels: readonly string[]
  readonly bytes: number
  classify(text: string): string
  /** How likely what `classify` says is, 0..1. */
  probability(text: string): number
  /** How angry beyond what else it could be; above `alarm` counts as angry whatever `classify` says. */
  anger(text: string): number
  readonly alarm: number
}

const ANGRY = /^(angry|anger)$/
const angerOf = (scores: Float64Array, angry: number): number => {
  let other = Number.NEGATIVE_INFINITY
  for (let c = 0; c < scores.length; c++) if (c !== angry) other = Math.max(other, scores[c]!)
  return angry < 0 ? Number.NEGATIVE_INFINITY : scores[angry]! - other
}

/** The highest threshold that still finds the wanted share of the angry. */
const alarmFor = (scores: readonly Float64Array[], gold: readonly number[], angry: number): number => {
  const found = scores.flatMap((row, r) => (gold[r] === angry ? [angerOf(row, angry)] : [])).sort((a, b) => b - a)
  return found.length ? found[Math.min(found.length - 1, Math.ceil(found.length * WANTED_RECALL) - 1)]! : 0
}

const chancesOf = (scores: Float64Array, offsets: Float64Array, steepness: number): Float64Array => {
  const logits = scores.map((score, c) => steepness * (score + offsets[c]!))
  const most = Math.max(...logits)
  const powers = logits.map((logit) => Math.exp(logit - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

const STEEPNESS = [1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10]
/** Margins are no chances: the steepness under which the rows the models had not seen are likeliest. */
const steepnessFor = (scores: readonly Float64Array[], gold: readonly number[], offsets: Float64Array): number => {
  const surprise = (steepness: number): number =>
    scores.reduce((sum, row, r) => sum - Math.log(chancesOf(row, offsets, steepness)[gold[r]!]! + 1e-9), 0)
  return STEEPNESS.reduce((best, each) => (surprise(each) < surprise(best) ? each : best))
}

/** Trains on `train` only; `valid`, where given, joins the cross-validated rows on which offsets and alarm are chosen. */
export const trainEmotion = (train: readonly Labelled[], valid: readonly Labelled[] = []): MeasuredEmotion => {
  const model: RatioModel = trainRatio(train, VIEWS)
  const scores = [...heldOutScores(train, VIEWS, FOLDS), ...valid.map((row) => model.scores(row.text))]
  const gold = [...train, ...valid].map((row) => model.labels.indexOf(row.label))
  const known = gold.flatMap((label, r) => (label < 0 ? [] : [r]))
  const knownScores = known.map((r) => scores[r]!)
  const knownGold = known.map((r) => gold[r]!)
  const offsets = tuneOffsets(knownScores, knownGold, model.labels.length)
  const angry = model.labels.findIndex((label) => ANGRY.test(label))
  const steepness = steepnessFor(knownScores, knownGold, offsets)
  return {
    labels: model.labels,
    bytes: model.bytes,
    classify: (text) => model.labels[bestOf(model.scores(text), offsets)]!,
    probability: (text) => Math.max(...chancesOf(model.scores(text), offsets, steepness)),
    anger: (text) => angerOf(model.scores(text), angry),
    alarm: alarmFor(knownScores, knownGold, angry),
  }
}

export interface ClassFigures {
  readonly accuracy: number
  /** 95 %, by bootstrap. */
  readonly interval: readonly [low: number, high: number]
  readonly macroF1: number
  readonly mcc: number
  readonly modelBytes: number
}
export interface EmotionFigures extends ClassFigures {
  /** At the alarm chosen before the test was looked at. */
  readonly angryRecall: number
  readonly angryPrecision: number
}

export const figuresOf = (gold: readonly string[], guess: readonly string[], modelBytes: number): ClassFigures => ({
  accuracy: accuracy(gold, guess),
  interval: bootstrap(gold.map((label, r) => label === guess[r])),
  macroF1: macroF1(gold, guess),
  mcc: mcc(gold, guess),
  modelBytes,
})

export const evaluateEmotion = (
  train: readonly Labelled[],
  test: readonly Labelled[],
  valid: readonly Labelled[] = [],
): EmotionFigures => {
  const model = trainEmotion(train, valid)
  const gold = test.map((row) => row.label)
  const guess = test.map((row) => model.classify(row.text))
  const alarmed = test.map((row) => model.anger(row.text) >= model.alarm)
  const angry = gold.map((label) => ANGRY.test(label))
  const both = angry.filter((is, r) => is && alarmed[r]).length
  return {
    ...figuresOf(gold, guess, model.bytes),
    angryRecall: both / Math.max(1, angry.filter(Boolean).length),
    angryPrecision: both / Math.max(1, alarmed.filter(Boolean).length),
  }
}
