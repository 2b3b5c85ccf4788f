// In scope or not: a small logistic model over the signals, taught on intents that were held out on purpose.
import { SIGNALS } from './signals.ts'

export interface Scope {
  /** Weight of each signal (already divided by its spread) and the bias, in log odds of being in scope. */
  readonly weights: Float32Array
  readonly bias: number
}

/** Signals of a message and whether it was one of the known intents. */
export interface Witness {
  readonly signals: Float32Array
  readonly inScope: boolean
  /** The best intent was the right one. */
  readonly right: boolean
}

/** What is used when there are too few intents to hold any out. */
export const PLAIN_SCOPE: Scope = {
  weights: Float32Array.from(SIGNALS, ({ name }) => (name === 'nearest' ? 6 : name === 'best score' ? 0.8 : 0)),
  bias: -1.2,
}

/** 0..1 */
export const inScope = (scope: Scope, signals: Float32Array): number => {
  let sum = scope.bias
  for (let s = 0; s < signals.length; s++) sum += scope.weights[s]! * signals[s]!
  return 1 / (1 + Math.exp(-sum))
}

/** Mean and spread of every signal. */
const spreadOf = (witnesses: readonly Witness[]): { mean: Float64Array; spread: Float64Array } => {
  const mean = new Float64Array(SIGNALS.length)
  const spread = new Float64Array(SIGNALS.length)
  for (const { signals } of witnesses) for (let s = 0; s < mean.length; s++) mean[s]! += signals[s]! / witnesses.length
  for (const { signals } of witnesses)
    for (let s = 0; s < mean.length; s++) spread[s]! += (signals[s]! - mean[s]!) ** 2 / witnesses.length
  return { mean, spread: spread.map((square) => Math.sqrt(square) || 1) }
}

const PASSES = 300
/** Pull towards no opinion; on few refused messages it is strong. */
const RIDGE = 0.01

/** Full-batch gradient descent on standardised signals, both sides weighing the same. Convex and small: it converges. */
export const fitScope = (witnesses: readonly Witness[]): Scope => {
  const inside = witnesses.filter((witness) => witness.inScope).length
  if (!inside || inside === witnesses.length) return PLAIN_SCOPE
  const { mean, spread } = spreadOf(witnesses)
  const count = SIGNALS.length
  const z = Float64Array.from({ length: witnesses.length * count }, (_, i) => {
    const s = i % count
    return (witnesses[(i - s) / count]!.signals[s]! - mean[s]!) / spread[s]!
  })
  const weights = new Float64Array(count)
  const ridge = RIDGE + 2 / (1 + witnesses.length - inside)
  let bias = 0
  const gradient = new Float64Array(count)
  for (let pass = 0; pass < PASSES; pass++) {
    gradient.fill(0)
    let slope = 0
    for (let i = 0; i < witnesses.length; i++) {
      let sum = bias
      for (let s = 0; s < count; s++) sum += weights[s]! * z[i * count + s]!
      const target = witnesses[i]!.inScope
      const push = (1 / (1 + Math.exp(-sum)) - (target ? 1 : 0)) / (2 * (target ? inside : witnesses.length - inside))
      for (let s = 0; s < count; s++) gradient[s]! += push * z[i * count + s]!
      slope += push
    }
    const rate = pass < PASSES / 2 ? 1.5 : 0.7
    for (let s = 0; s < count; s++) {
      const next = weights[s]! - rate * (gradient[s]! + ridge * weights[s]!)
      weights[s] = next * SIGNALS[s]!.sign > 0 ? next : 0
    }
    bias -= rate * slope
  }
  for (let s = 0; s < count; s++) {
    bias -= (weights[s]! * mean[s]!) / spread[s]!
    weights[s] = weights[s]! / spread[s]!
  }
  return { weights: Float32Array.from(weights), bias }
}

/** From so many refused messages on a bar stands by itself; below, the middle is worth `FEW` of them. */
const ENOUGH = 50
const FEW = 20

/**
 * The bar a message's scope must reach. `share` is how much of the traffic is expected to be out of scope: the bar maximises
 * the share of messages treated rightly (known intent named, unknown one refused) at that mix.
 */
export const chooseBar = (scope: Scope, witnesses: readonly Witness[], share: number): number => {
  const scored = witnesses
    .map((witness) => ({ at: inScope(scope, witness.signals), ...witness }))
    .sort((a, b) => a.at - b.at)
  const inside = scored.filter((each) => each.inScope).length
  const outside = scored.length - inside
  if (!inside || !outside) return 0.5
  const gain = share / outside
  const loss = (1 - share) / inside
  let value = 0
  let best = 0
  let bar = 0
  scored.forEach((each, i) => {
    if (each.inScope) value -= each.right ? loss : 0
    else value += gain
    const next = scored[i + 1]?.at ?? 1
    if (value > best && next > each.at) {
      best = value
      bar = (each.at + next) / 2
    }
  })
  // A bar found on a handful of messages is mostly chance; it is then drawn towards the middle.
  return outside >= ENOUGH ? bar : (bar * outside + 0.5 * FEW) / (outside + FEW)
}
