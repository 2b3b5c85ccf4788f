// Scores to probabilities that mean what they say: fitted on texts the scores were not trained on.

/** Softmax of scores × sharpness, into `out`; returns the best class. */
export const soften = (scores: Float32Array, sharpness: number, out: Float32Array): number => {
  let best = 0
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    out[c] = Math.exp((scores[c]! - scores[best]!) * sharpness)
    sum += out[c]!
  }
  for (let c = 0; c < scores.length; c++) out[c] = out[c]! / sum
  return best
}

/** Mean negative log probability of the right classes. */
export const logLoss = (scores: readonly Float32Array[], labels: readonly number[], sharpness: number): number => {
  let total = 0
  for (let i = 0; i < scores.length; i++) {
    const row = scores[i]!
    let most = row[0]!
    for (const score of row) if (score > most) most = score
    let sum = 0
    for (const score of row) sum += Math.exp((score - most) * sharpness)
    total += Math.log(sum) - (row[labels[i]!]! - most) * sharpness
  }
  return total / Math.max(1, scores.length)
}

/** The sharpness (1 / temperature) of least log loss, by golden-section search over 0.05..50. */
export const fitSharpness = (scores: readonly Float32Array[], labels: readonly number[]): number => {
  if (!scores.length) return 1
  const golden = (Math.sqrt(5) - 1) / 2
  let low = Math.log(0.05)
  let high = Math.log(50)
  const at = (x: number): number => logLoss(scores, labels, Math.exp(x))
  let left = high - golden * (high - low)
  let right = low + golden * (high - low)
  let lossLeft = at(left)
  let lossRight = at(right)
  for (let step = 0; step < 25; step++) {
    if (lossLeft < lossRight) {
      ;[high, right, lossRight] = [right, left, lossLeft]
      left = high - golden * (high - low)
      lossLeft = at(left)
    } else {
      ;[low, left, lossLeft] = [left, right, lossRight]
      right = low + golden * (high - low)
      lossRight = at(right)
    }
  }
  return Math.exp((low + high) / 2)
}
