// What speaks for a message being one of the known intents: a few numbers, each cheap, none of them enough alone.
import { soften } from '../learn/calibrate.ts'
import type { Row } from '../learn/rows.ts'
import type { Nearness } from './exemplars.ts'
import { type Machine, scoreWith } from './machine.ts'
import { likeness } from './means.ts'

/** Each signal and the only direction in which it may count: a weight of the wrong sign was noise whenever we met one. */
export const SIGNALS: readonly { readonly name: string; readonly sign: 1 | -1 }[] = [
  { name: 'best score', sign: 1 },
  { name: 'margin', sign: 1 },
  { name: 'probability', sign: 1 },
  { name: 'entropy', sign: -1 },
  { name: 'nearest', sign: 1 },
  { name: 'three nearest', sign: 1 },
  { name: 'known share', sign: 1 },
  { name: 'mean score', sign: -1 },
  { name: 'likeness', sign: 1 },
]

/** Buffers of one reading; used again for every message. */
export interface Reading {
  readonly row: Row
  readonly scores: Float32Array
  readonly soft: Float32Array
  readonly scratch: Float64Array
  readonly signals: Float32Array
  best: number
  /** Similarity to the nearest example of the best intent, and of none of the intents (0 when less than the same). */
  nearest: number
  nearestRefused: number
}
export const newReading = (row: Row, machine: Machine): Reading => ({
  row,
  scores: new Float32Array(machine.linear.classes),
  soft: new Float32Array(machine.linear.classes),
  scratch: new Float64Array(machine.net.hidden),
  signals: new Float32Array(SIGNALS.length),
  best: 0,
  nearest: 0,
  nearestRefused: 0,
})

const near: Nearness = { best: 0, three: 0 }

const secondBest = (scores: Float32Array, best: number): number => {
  let second = Number.NEGATIVE_INFINITY
  for (let c = 0; c < scores.length; c++) if (c !== best && scores[c]! > second) second = scores[c]!
  return second
}

/** Reads a message whose row lies in `reading.row`: scores, probabilities, signals. */
export const read = (machine: Machine, reading: Reading, known: number): Reading => {
  const { scores, soft, row, signals } = reading
  scoreWith(machine, row, { out: scores, scratch: reading.scratch })
  const best = soften(scores, machine.sharpness, soft)
  machine.exemplars.open(row)
  reading.nearestRefused = machine.exemplars.sameRefused()
  machine.exemplars.nearness(best, near)
  machine.exemplars.clear(row)
  reading.best = best
  reading.nearest = near.best
  // log p of each class is its score below the best, sharpened, and log p of the best: one logarithm for all of them.
  let below = 0
  let sum = 0
  for (let c = 0; c < soft.length; c++) {
    below += soft[c]! * (scores[best]! - scores[c]!)
    sum += scores[c]!
  }
  const entropy = below * machine.sharpness - Math.log(soft[best]!)
  const mean = sum / soft.length
  signals[0] = scores[best]!
  signals[1] = scores.length > 1 ? scores[best]! - secondBest(scores, best) : 0
  signals[2] = soft[best]!
  signals[3] = entropy
  signals[4] = near.best
  signals[5] = near.three
  signals[6] = known
  signals[7] = mean
  signals[8] = likeness(machine.means, best, reading.scratch)
  return reading
}
