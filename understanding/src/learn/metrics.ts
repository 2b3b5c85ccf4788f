// How good a classifier is: the figures that are published, each a pure function of gold and guess.
import { seeded } from './random.ts'

export const accuracy = (gold: readonly string[], guess: readonly string[]): number => {
  let right = 0
  for (let i = 0; i < gold.length; i++) if (gold[i] === guess[i]) right++
  return gold.length ? right / gold.length : 0
}

interface Tally {
  right: number
  gold: number
  guess: number
}
const tallies = (gold: readonly string[], guess: readonly string[]): Map<string, Tally> => {
  const found = new Map<string, Tally>()
  const of = (label: string): Tally => {
    let tally = found.get(label)
    if (!tally) {
      tally = { right: 0, gold: 0, guess: 0 }
      found.set(label, tally)
    }
    return tally
  }
  for (let i = 0; i < gold.length; i++) {
    of(gold[i]!).gold++
    of(guess[i]!).guess++
    if (gold[i] === guess[i]) of(gold[i]!).right++
  }
  return found
}

/** Mean F1 over the classes that occur in gold. */
export const macroF1 = (gold: readonly string[], guess: readonly string[]): number => {
  let sum = 0
  let classes = 0
  for (const { right, gold: inGold, guess: inGuess } of tallies(gold, guess).values()) {
    if (!inGold) continue
    classes++
    sum += (2 * right) / (inGold + inGuess)
  }
  return classes ? sum / classes : 0
}

/** Matthews correlation for many classes (Gorodkin 2004), -1..1; 0 when either side is constant. */
export const mcc = (gold: readonly string[], guess: readonly string[]): number => {
  const count = gold.length
  let right = 0
  let products = 0
  let goldSquares = 0
  let guessSquares = 0
  for (const tally of tallies(gold, guess).values()) {
    right += tally.right
    products += tally.gold * tally.guess
    goldSquares += tally.gold ** 2
    guessSquares += tally.guess ** 2
  }
  const below = Math.sqrt((count ** 2 - guessSquares) * (count ** 2 - goldSquares))
  return below > 0 ? (right * count - products) / below : 0
}

/** The chance that a positive scores above a negative (ties count half); 0.5 when either side is empty. */
export const auroc = (positive: ArrayLike<number>, negative: ArrayLike<number>): number => {
  if (!positive.length || !negative.length) return 0.5
  const up = Float64Array.from(positive).sort()
  const down = Float64Array.from(negative).sort()
  let below = 0
  let upTo = 0
  let sum = 0
  for (const score of up) {
    while (below < down.length && down[below]! < score) below++
    if (upTo < below) upTo = below
    while (upTo < down.length && down[upTo]! === score) upTo++
    sum += below + (upTo - below) / 2
  }
  return sum / (up.length * down.length)
}

/** Share of right answers with its 95 % interval by bootstrap (1,000 draws, seeded). */
export const bootstrap = (right: readonly boolean[], draws = 1000): [low: number, high: number] => {
  if (!right.length) return [0, 0]
  const random = seeded(20)
  const means = new Float64Array(draws)
  for (let d = 0; d < draws; d++) {
    let hits = 0
    for (let i = 0; i < right.length; i++) if (right[Math.floor(random() * right.length)]) hits++
    means[d] = hits / right.length
  }
  means.sort()
  return [means[Math.floor(draws * 0.025)]!, means[Math.floor(draws * 0.975)]!]
}

export interface Reliability {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly meanProbability: number
  readonly accuracy: number
}
/** Ten bins of stated probability against how often it was right: the picture of calibration. */
export const reliability = (probability: readonly number[], right: readonly boolean[], bins = 10): Reliability[] => {
  const found = Array.from({ length: bins }, () => ({ count: 0, sum: 0, right: 0 }))
  for (let i = 0; i < probability.length; i++) {
    const bin = found[Math.min(bins - 1, Math.max(0, Math.floor(probability[i]! * bins)))]!
    bin.count++
    bin.sum += probability[i]!
    if (right[i]) bin.right++
  }
  return found.map((bin, i) => ({
    from: i / bins,
    to: (i + 1) / bins,
    count: bin.count,
    meanProbability: bin.count ? bin.sum / bin.count : 0,
    accuracy: bin.count ? bin.right / bin.count : 0,
  }))
}

/** Expected distance of stated probability from accuracy, 0..1. */
export const calibrationError = (probability: readonly number[], right: readonly boolean[]): number =>
  reliability(probability, right).reduce(
    (sum, bin) => sum + (bin.count / Math.max(1, probability.length)) * Math.abs(bin.meanProbability - bin.accuracy),
    0,
  )
