// A small network: features -> one hidden layer -> one-vs-all scores. It learns which words stand for each other, which a
// linear model cannot; features are dropped at random while it learns, so that no single word is relied on.
import { seeded, shuffle, upTo } from './random.ts'
import type { Row, Rows } from './rows.ts'

export interface Net {
  readonly hidden: number
  readonly classes: number
  /** Feature by feature, `hidden` numbers each. */
  readonly inner: Float32Array
  /** Class by class, `hidden` numbers each. */
  readonly outer: Float32Array
  readonly bias: Float32Array
}
export interface NetOptions {
  /** A multiple of four. */
  readonly hidden: number
  readonly epochs: number
  readonly rate: number
  /** Share of the features that is hidden from each step. */
  readonly dropFeatures: number
  readonly dropHidden: number
  readonly seed: number
}
export const NET: NetOptions = { hidden: 128, epochs: 10, rate: 0.05, dropFeatures: 0.5, dropHidden: 0.3, seed: 3 }

/** Adds share × score of every class to `out`; `scratch` (as long as the hidden layer) is overwritten. */
export const addNet = (
  net: Net,
  row: Row,
  into: { readonly share: number; readonly out: Float32Array; readonly scratch: Float64Array },
): void => {
  fillHidden(net, row, into.scratch)
  addScores(net, into)
}

/** Apart from what follows: compiled together the two run at half the speed. */
const fillHidden = ({ hidden, inner }: Net, row: Row, scratch: Float64Array): void => {
  scratch.fill(0)
  let j = 0
  for (; j + 4 <= row.length; j += 4) {
    const one = row.index[j]! * hidden
    const two = row.index[j + 1]! * hidden
    const three = row.index[j + 2]! * hidden
    const four = row.index[j + 3]! * hidden
    // Not as one list: lists of numbers are made on the heap.
    const v1 = row.value[j]!
    const v2 = row.value[j + 1]!
    const v3 = row.value[j + 2]!
    const v4 = row.value[j + 3]!
    for (let d = 0; d < hidden; d++)
      scratch[d]! += inner[one + d]! * v1 + inner[two + d]! * v2 + inner[three + d]! * v3 + inner[four + d]! * v4
  }
  for (; j < row.length; j++) {
    const at = row.index[j]! * hidden
    const value = row.value[j]!
    for (let d = 0; d < hidden; d++) scratch[d]! += inner[at + d]! * value
  }
  for (let d = 0; d < hidden; d++) if (scratch[d]! < 0) scratch[d] = 0
}

const addScores = (
  { hidden, outer, bias, classes }: Net,
  { share, out, scratch }: Parameters<typeof addNet>[2],
): void => {
  // Four sums at once: one alone would wait for each addition before the next.
  for (let c = 0; c < classes; c++) {
    let one = bias[c]!
    let two = 0
    let three = 0
    let four = 0
    const at = c * hidden
    for (let d = 0; d < hidden; d += 4) {
      one += outer[at + d]! * scratch[d]!
      two += outer[at + d + 1]! * scratch[d + 1]!
      three += outer[at + d + 2]! * scratch[d + 2]!
      four += outer[at + d + 3]! * scratch[d + 3]!
    }
    out[c]! += share * (one + two + three + four)
  }
}

/** Trains by Adagrad. Labels are class numbers; -1 belongs to none of them. */
export const trainNet = (
  rows: Rows,
  labels: Int32Array,
  size: { features: number; classes: number },
  options: NetOptions,
): Net => {
  const steps = new NetSteps(size, options)
  const random = seeded(options.seed)
  const order = upTo(rows.count)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs)
    for (let k = 0; k < order.length; k++) steps.step(rows, order[k]!, labels[order[k]!]!, rate)
  }
  return steps.net
}

const NEGLIGIBLE = 1e-3

class NetSteps {
  readonly net: Net
  private readonly options: NetOptions
  private readonly random: () => number
  private readonly innerSquares: Float32Array
  private readonly outerSquares: Float32Array
  private readonly biasSquares: Float32Array
  private readonly layer: Float32Array
  private readonly back: Float32Array
  /** Hidden units that speak in this step, and features that are shown. */
  private readonly units: Int32Array
  private speaking = 0
  private shown = new Int32Array(256)
  private showing = 0

  constructor({ features, classes }: { features: number; classes: number }, options: NetOptions) {
    const { hidden } = options
    this.options = options
    this.random = seeded(options.seed + 1)
    const spread = (length: number, width: number): Float32Array =>
      Float32Array.from({ length }, () => (this.random() * 2 - 1) * width)
    this.net = {
      hidden,
      classes,
      inner: spread(features * hidden, 0.3),
      outer: spread(classes * hidden, 1 / Math.sqrt(hidden)),
      bias: new Float32Array(classes),
    }
    this.innerSquares = new Float32Array(features * hidden).fill(1e-6)
    this.outerSquares = new Float32Array(classes * hidden).fill(1e-6)
    this.biasSquares = new Float32Array(classes).fill(1e-6)
    this.layer = new Float32Array(hidden)
    this.back = new Float32Array(hidden)
    this.units = new Int32Array(hidden)
  }

  step(rows: Rows, r: number, label: number, rate: number): void {
    this.show(rows, r)
    this.forward(rows)
    this.back.fill(0)
    const { outer, bias, hidden, classes } = this.net
    for (let c = 0; c < classes; c++) {
      let sum = bias[c]!
      const at = c * hidden
      for (let u = 0; u < this.speaking; u++) sum += outer[at + this.units[u]!]! * this.layer[this.units[u]!]!
      const gradient = 1 / (1 + Math.exp(-sum)) - (c === label ? 1 : 0)
      if (gradient > NEGLIGIBLE || gradient < -NEGLIGIBLE) this.moveOuter(c, gradient, rate)
    }
    this.moveInner(rows, rate)
  }

  private show(rows: Rows, r: number): void {
    const from = rows.start[r]!
    const to = rows.start[r + 1]!
    if (to - from > this.shown.length) this.shown = new Int32Array((to - from) * 2)
    this.showing = 0
    for (let j = from; j < to; j++) if (this.random() >= this.options.dropFeatures) this.shown[this.showing++] = j
  }

  private forward(rows: Rows): void {
    const { layer, units, options } = this
    const { inner, hidden } = this.net
    layer.fill(0)
    const louder = 1 / (1 - options.dropFeatures)
    for (let k = 0; k < this.showing; k++) {
      const at = rows.index[this.shown[k]!]! * hidden
      const value = rows.value[this.shown[k]!]! * louder
      for (let d = 0; d < hidden; d++) layer[d]! += inner[at + d]! * value
    }
    this.speaking = 0
    const scale = 1 / (1 - options.dropHidden)
    for (let d = 0; d < hidden; d++) {
      if (layer[d]! <= 0 || this.random() < options.dropHidden) continue
      layer[d] = layer[d]! * scale
      units[this.speaking++] = d
    }
  }

  private moveOuter(c: number, gradient: number, rate: number): void {
    const { layer, back, units, outerSquares } = this
    const { outer, hidden, bias } = this.net
    const base = c * hidden
    for (let u = 0; u < this.speaking; u++) {
      const d = units[u]!
      const at = base + d
      back[d]! += outer[at]! * gradient
      const g = gradient * layer[d]!
      const sum = outerSquares[at]! + g * g
      outerSquares[at] = sum
      outer[at]! -= (rate * g) / Math.sqrt(sum)
    }
    const sum = this.biasSquares[c]! + gradient * gradient
    this.biasSquares[c] = sum
    bias[c]! -= (0.1 * rate * gradient) / Math.sqrt(sum)
  }

  private moveInner(rows: Rows, rate: number): void {
    const { back, units, innerSquares, options } = this
    const { inner, hidden } = this.net
    const scale = 1 / (1 - options.dropHidden) / (1 - options.dropFeatures)
    for (let k = 0; k < this.showing; k++) {
      const base = rows.index[this.shown[k]!]! * hidden
      const value = rows.value[this.shown[k]!]! * scale
      for (let u = 0; u < this.speaking; u++) {
        const at = base + units[u]!
        const g = back[units[u]!]! * value
        if (g === 0) continue
        const sum = innerSquares[at]! + g * g
        innerSquares[at] = sum
        inner[at]! -= (rate * g) / Math.sqrt(sum)
      }
    }
  }
}
