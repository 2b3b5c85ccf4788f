// One-vs-all support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al., ICML 2008).
import type { Linear } from './linear.ts'
import { seeded, upTo } from './random.ts'
import type { Rows } from './rows.ts'

export interface SvmOptions {
  readonly cost: number
  readonly epochs: number
  /** How much an example of each class counts when its class is asked for. */
  readonly classWeights?: Float32Array
  readonly seed?: number
}

/** Optimal enough: no projected gradient above this. */
const TOLERANCE = 0.05
/** A dual variable at zero whose gradient pushes it further is left out of later passes. */
const HOPELESS = 0.3

/** Labels are class numbers; -1 belongs to none. */
export const trainSvm = (
  rows: Rows,
  labels: Int32Array,
  size: { features: number; classes: number },
  options: SvmOptions,
): Linear => {
  const { features, classes } = size
  const weights = new Float32Array(features * classes)
  const bias = new Float32Array(classes)
  const solver = new DualSolver(rows, features, options)
  // Two classes are one question asked twice, unless some rows belong to neither.
  const mirror = classes === 2 && !labels.includes(-1)
  for (let c = mirror ? 1 : 0; c < classes; c++) {
    const w = solver.solve(labels, c)
    for (let f = 0; f < features; f++) weights[f * classes + c] = w[f]!
    bias[c] = w[features]!
  }
  if (mirror) {
    for (let f = 0; f < features; f++) weights[f * 2] = -weights[f * 2 + 1]!
    bias[0] = -bias[1]!
  }
  return { classes, weights, bias }
}

class DualSolver {
  private readonly rows: Rows
  private readonly options: SvmOptions
  private readonly w: Float32Array
  private readonly alpha: Float32Array
  private readonly length: Float32Array
  private readonly random: () => number
  private readonly order: Int32Array

  constructor(rows: Rows, features: number, options: SvmOptions) {
    this.rows = rows
    this.options = options
    this.w = new Float32Array(features + 1)
    this.alpha = new Float32Array(rows.count)
    this.order = upTo(rows.count)
    this.random = seeded(options.seed ?? 11)
    this.length = new Float32Array(rows.count)
    for (let r = 0; r < rows.count; r++) {
      let sum = 1
      for (let j = rows.start[r]!; j < rows.start[r + 1]!; j++) sum += rows.value[j]! ** 2
      this.length[r] = sum
    }
  }

  /** Weights of one class against the rest; the last is the bias. Valid until the next call. */
  solve(labels: Int32Array, c: number): Float32Array {
    const { order, rows } = this
    this.w.fill(0)
    this.alpha.fill(0)
    let active = rows.count
    const positive = this.options.classWeights?.[c] ?? 1
    for (let epoch = 0; epoch < this.options.epochs; epoch++) {
      let worst = 0
      for (let k = active - 1; k > 0; k--) this.swap(k, Math.floor(this.random() * (k + 1)))
      for (let k = 0; k < active; k++) {
        const moved = this.step(order[k]!, labels[order[k]!] === c ? 1 : -1, positive)
        if (moved < 0 && epoch > 1) this.swap(k--, --active)
        else if (moved > worst) worst = moved
      }
      if (worst < TOLERANCE) break
    }
    return this.w
  }

  /** The size of the projected gradient; -1: hopeless. */
  private step(r: number, y: number, positive: number): number {
    const { w, alpha, options } = this
    const { index, value, start } = this.rows
    const from = start[r]!
    const to = start[r + 1]!
    const last = w.length - 1
    let sum = w[last]!
    for (let j = from; j < to; j++) sum += w[index[j]!]! * value[j]!
    const diagonal = 0.5 / (options.cost * (y > 0 ? positive : 1))
    const old = alpha[r]!
    const gradient = sum * y - 1 + diagonal * old
    if (old === 0 && gradient >= 0) return gradient > HOPELESS ? -1 : 0
    const next = Math.max(old - gradient / (this.length[r]! + diagonal), 0)
    alpha[r] = next
    const delta = (next - old) * y
    for (let j = from; j < to; j++) w[index[j]!]! += delta * value[j]!
    w[last]! += delta
    return Math.abs(gradient)
  }

  private swap(a: number, b: number): void {
    const held = this.order[a]!
    this.order[a] = this.order[b]!
    this.order[b] = held
  }
}
