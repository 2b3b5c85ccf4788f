// One question, yes or no, over binary rows: features scaled by their log-count ratio (Wang and Manning, ACL 2012),
// squared hinge loss, dual coordinate descent (Hsieh et al., ICML 2008).

export interface Recipe {
  readonly cost: number
  readonly epochs: number
  /** 0: plain counts; 1: scaled by the log-count ratio. */
  readonly ratio: number
  /** Power of inverse document frequency in the scale. */
  readonly rarity: number
  /** 0: every row counts the same; 1: yes and no count the same. */
  readonly balance: number
}
export interface Question {
  readonly rows: readonly Int32Array[]
  /** 1: yes, -1: no. */
  readonly answers: Int8Array
  readonly features: number
  readonly idf: Float32Array
}
/** Score = norm(text) × sum of weights + bias; weights hold the scale already, `scale` gives the norm. */
export interface Answerer {
  readonly weights: Float32Array
  readonly scale: Float32Array
  readonly bias: number
}

const scaleOf = ({ rows, answers, features, idf }: Question, recipe: Recipe): Float32Array => {
  const yes = new Float32Array(features).fill(1)
  const no = new Float32Array(features).fill(1)
  let yesRows = 2
  let noRows = 2
  rows.forEach((row, r) => {
    const counts = answers[r]! > 0 ? yes : no
    if (answers[r]! > 0) yesRows++
    else noRows++
    for (const f of row) counts[f]!++
  })
  const scale = new Float32Array(features)
  for (let f = 0; f < features; f++) {
    const ratio = Math.abs(Math.log(yes[f]! / yesRows / (no[f]! / noRows)))
    scale[f] = (1 - recipe.ratio + recipe.ratio * ratio) * idf[f]! ** recipe.rarity
  }
  return scale
}

/** One over the length of a row under a scale. */
export const normOf = (row: Int32Array, scale: Float32Array): number => {
  let sum = 0
  for (let j = 0; j < row.length; j++) sum += scale[row[j]!]! ** 2
  return sum > 0 ? 1 / Math.sqrt(sum) : 0
}

export const scoreOf = (answerer: Answerer, row: Int32Array): number => {
  let sum = 0
  const { weights } = answerer
  for (let j = 0; j < row.length; j++) sum += weights[row[j]!]!
  return sum * normOf(row, answerer.scale) + answerer.bias
}

const TOLERANCE = 0.05

interface Work {
  readonly scale: Float32Array
  readonly norms: Float32Array
  readonly costs: readonly [no: number, yes: number]
  readonly weights: Float32Array
  readonly dual: Float64Array
  bias: number
}

/** One row's dual step; returns the size of its projected gradient. */
const step = (question: Question, work: Work, r: number): number => {
  const row = question.rows[r]!
  const y = question.answers[r]!
  const { weights, scale, dual } = work
  const norm = work.norms[r]!
  const diagonal = 0.5 / work.costs[y > 0 ? 1 : 0]
  let sum = 0
  for (let j = 0; j < row.length; j++) sum += weights[row[j]!]! * scale[row[j]!]!
  const old = dual[r]!
  const gradient = (sum * norm + work.bias) * y - 1 + diagonal * old
  if (old === 0 && gradient >= 0) return 0
  // A normalised row has length one; the bias adds one more.
  const next = Math.max(old - gradient / (2 + diagonal), 0)
  dual[r] = next
  const move = (next - old) * y
  const delta = move * norm
  for (let j = 0; j < row.length; j++) weights[row[j]!]! += delta * scale[row[j]!]!
  work.bias += move
  return Math.abs(gradient)
}

export const solve = (question: Question, recipe: Recipe): Answerer => {
  const { rows, answers } = question
  const scale = scaleOf(question, recipe)
  const yes = answers.reduce((count, answer) => count + (answer > 0 ? 1 : 0), 0)
  const yesCost = recipe.cost * ((rows.length - yes) / Math.max(1, yes)) ** recipe.balance
  const work: Work = {
    scale,
    norms: Float32Array.from(rows, (row) => normOf(row, scale)),
    costs: [recipe.cost, yesCost],
    weights: new Float32Array(question.features),
    dual: new Float64Array(rows.length),
    bias: 0,
  }
  const order = Int32Array.from(rows, (_, r) => r)
  let seed = 7
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    let worst = 0
    for (let k = order.length - 1; k > 0; k--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      const other = seed % (k + 1)
      const held = order[k]!
      order[k] = order[other]!
      order[other] = held
    }
    for (let k = 0; k < order.length; k++) worst = Math.max(worst, step(question, work, order[k]!))
    if (worst < TOLERANCE) break
  }
  for (let f = 0; f < work.weights.length; f++) work.weights[f]! *= scale[f]!
  return { weights: work.weights, scale, bias: work.bias }
}
