// One-vs-all logistic regression by Adagrad. On short texts it beat a softmax over the classes in every set measured.
import type { Linear } from './linear.ts'
import { seeded, shuffle, upTo } from './random.ts'
import type { Rows } from './rows.ts'

export interface LogisticOptions {
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  readonly seed?: number
  /** How much an example of each class counts. */
  readonly classWeights?: Float32Array
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
/** Gradients smaller than this move nothing: most classes are sure to be absent after the first pass. */
const NEGLIGIBLE = 1e-3

/** Trains on rows whose labels are class numbers; a label of -1 belongs to no class (an example of none of them). */
export const trainLogistic = (
  rows: Rows,
  labels: Int32Array,
  size: { features: number; classes: number },
  options: LogisticOptions,
): Linear => {
  const { classes } = size
  const model = new LogisticSteps(size.features, classes, options.l2)
  const random = seeded(options.seed ?? 7)
  const order = upTo(rows.count)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs)
    for (let k = 0; k < order.length; k++) {
      const r = order[k]!
      const label = labels[r]!
      const weight = options.classWeights && label >= 0 ? options.classWeights[label]! : 1
      model.step(rows, r, label, rate, weight)
    }
  }
  return { classes, weights: model.weights, bias: model.bias }
}

/** The state of a training run: weights and the squared gradients that slow each of them down. */
class LogisticSteps {
  readonly weights: Float32Array
  readonly bias: Float32Array
  private readonly squares: Float32Array
  private readonly biasSquares: Float32Array
  private readonly scores: Float32Array
  private readonly classes: number
  private readonly l2: number

  constructor(features: number, classes: number, l2: number) {
    this.classes = classes
    this.l2 = l2
    this.weights = new Float32Array(features * classes)
    this.squares = new Float32Array(features * classes).fill(1e-8)
    this.bias = new Float32Array(classes)
    this.biasSquares = new Float32Array(classes).fill(1e-8)
    this.scores = new Float32Array(classes)
  }

  step(rows: Rows, r: number, label: number, rate: number, weight: number): void {
    const { classes, scores, weights } = this
    const from = rows.start[r]!
    const to = rows.start[r + 1]!
    scores.set(this.bias)
    for (let j = from; j < to; j++) {
      const at = rows.index[j]! * classes
      const value = rows.value[j]!
      for (let c = 0; c < classes; c++) scores[c]! += weights[at + c]! * value
    }
    for (let c = 0; c < classes; c++) {
      const gradient = (logistic(scores[c]!) - (c === label ? 1 : 0)) * weight
      if (gradient < NEGLIGIBLE && gradient > -NEGLIGIBLE) continue
      this.move(rows, from, to, c, gradient, rate)
    }
  }

  private move(rows: Rows, from: number, to: number, c: number, gradient: number, rate: number): void {
    const { classes, weights, squares, l2 } = this
    for (let j = from; j < to; j++) {
      const at = rows.index[j]! * classes + c
      const g = gradient * rows.value[j]! + l2 * weights[at]!
      const sum = squares[at]! + g * g
      squares[at] = sum
      weights[at]! -= (rate * g) / Math.sqrt(sum)
    }
    const sum = this.biasSquares[c]! + gradient * gradient
    this.biasSquares[c] = sum
    this.bias[c]! -= (0.1 * rate * gradient) / Math.sqrt(sum)
  }
}
