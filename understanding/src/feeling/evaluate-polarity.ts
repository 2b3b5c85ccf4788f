// Polarity measured on a labelled set: three models of different eyes, their margins averaged.
import { trainClassifier } from '../learn/index.ts'
import { bestOf, type Labelled, trainRatio, type View } from '../ratio/model.ts'
import { type ClassFigures, figuresOf } from './evaluate-emotion.ts'

const VIEWS: readonly View[] = [
  { chars: 4, ratio: 0.7, rarity: 0.3, cost: 1, epochs: 8 },
  { chars: 1, segments: true, ratio: 1, rarity: 0, cost: 1, epochs: 8 },
]
/** A logistic score is worth a third of a margin. */
const LOGISTIC = 1 / 3

export interface MeasuredPolarity {
  readonly labels: readonly string[]
  readonly bytes: number
  classify(text: string): string
}

/** Two or three polarities; nothing is tuned beyond what stands above, so a valid part is not needed. */
export const trainPolarity = (train: readonly Labelled[]): MeasuredPolarity => {
  const ratio = trainRatio(train, VIEWS)
  const logistic = trainClassifier(train, {
    kind: 'logistic',
    epochs: 6,
    features: { dense: 4 },
    minTexts: train.length > 5000 ? 3 : 1,
    calibrate: false,
  })
  const at = ratio.labels.map((label) => logistic.labels.indexOf(label))
  return {
    labels: ratio.labels,
    bytes: ratio.bytes + logistic.toBytes().byteLength,
    classify: (text) => {
      const scores = logistic.scores(text)
      const sums = ratio.scores(text).map((score, c) => score * VIEWS.length + scores[at[c]!]! * LOGISTIC)
      return ratio.labels[bestOf(sums)]!
    },
  }
}

export const evaluatePolarity = (train: readonly Labelled[], test: readonly Labelled[]): ClassFigures => {
  const model = trainPolarity(train)
  return figuresOf(
    test.map((row) => row.label),
    test.map((row) => model.classify(row.text)),
    model.bytes,
  )
}
