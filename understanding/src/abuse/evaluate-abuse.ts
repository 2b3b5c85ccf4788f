// Abuse and spam kinds measured on labelled sets: models trained on the train part only.
import { type ClassFigures, figuresOf } from '../feeling/evaluate-emotion.ts'
import { bestOf, type Labelled, trainRatio, type View } from '../ratio/model.ts'

const ABUSE_VIEWS: readonly View[] = [
  { chars: 4, words: true, ratio: 1, rarity: 0, cost: 0.3 },
  { chars: 2, segments: true, ratio: 0.5, rarity: 0.5, cost: 0.3 },
]
const SPAM_VIEWS: readonly View[] = [
  { chars: 4, words: true, cost: 2 },
  { chars: 1, segments: true, cost: 1 },
]

export interface MeasuredKinds {
  readonly labels: readonly string[]
  readonly bytes: number
  classify(text: string): string
}
const trained = (train: readonly Labelled[], views: readonly View[]): MeasuredKinds => {
  const model = trainRatio(train, views)
  return {
    labels: model.labels,
    bytes: model.bytes,
    classify: (text) => model.labels[bestOf(model.scores(text))]!,
  }
}
export const trainAbuse = (train: readonly Labelled[]): MeasuredKinds => trained(train, ABUSE_VIEWS)
export const trainSpam = (train: readonly Labelled[]): MeasuredKinds => trained(train, SPAM_VIEWS)

const evaluated = (model: MeasuredKinds, test: readonly Labelled[]): ClassFigures =>
  figuresOf(
    test.map((row) => row.label),
    test.map((row) => model.classify(row.text)),
    model.bytes,
  )
export const evaluateAbuse = (train: readonly Labelled[], test: readonly Labelled[]): ClassFigures =>
  evaluated(trainAbuse(train), test)
export const evaluateSpam = (train: readonly Labelled[], test: readonly Labelled[]): ClassFigures =>
  evaluated(trainSpam(train), test)
