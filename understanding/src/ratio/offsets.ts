// Offsets of the class scores that give the best macro-F1 on scores of rows the models had not seen.
import { bestOf } from './model.ts'

const macroF1 = (gold: ArrayLike<number>, guess: ArrayLike<number>, classes: number): number => {
  const right = new Float64Array(classes)
  const all = new Float64Array(classes)
  for (let r = 0; r < gold.length; r++) {
    all[gold[r]!]!++
    all[guess[r]!]!++
    if (gold[r] === guess[r]) right[gold[r]!]!++
  }
  let sum = 0
  for (let c = 0; c < classes; c++) sum += all[c]! ? (2 * right[c]!) / all[c]! : 0
  return sum / classes
}

const REACH = 0.6
const STEP = 0.04
/** Far offsets must earn their distance: the rare classes are few rows. */
const PRICE = 0.01

export const tuneOffsets = (
  scores: readonly Float64Array[],
  gold: readonly number[],
  classes: number,
): Float64Array => {
  const offsets = new Float64Array(classes)
  const guess = new Int32Array(gold.length)
  for (let round = 0; round < 3; round++)
    for (let c = 0; c < classes; c++) {
      let best = -1
      let at = 0
      for (let offset = -REACH; offset <= REACH; offset += STEP) {
        offsets[c] = offset
        for (let r = 0; r < guess.length; r++) guess[r] = bestOf(scores[r]!, offsets)
        const value = macroF1(gold, guess, classes) - PRICE * Math.abs(offset)
        if (value <= best) continue
        best = value
        at = offset
      }
      offsets[c] = at
    }
  return offsets
}
