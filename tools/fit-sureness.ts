// Fits what turns the figures of a ranking into sureness, on the trial questions, and says how well it tells right from wrong on
// questions it was not fitted on. `node tools/fit-sureness.ts`; the weights go into knowledge/rules/finding/sureness.ts.
import { qualityQuestions, readBase } from '../demo/evaluation/quality.ts'
import { figuresOf } from '../server/src/features/knowledge/rules/finding/sureness.ts'

interface Case {
  readonly x: readonly number[]
  readonly right: boolean
  readonly due: boolean
}
const FOLDS = 8
const PULL = 0.5
const STEPS = 12

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** Solves m · x = v by elimination; `m` is symmetric and positive, and is used up. */
const solve = (m: number[][], v: number[]): number[] => {
  const size = v.length
  for (let column = 0; column < size; column++) {
    for (let row = column + 1; row < size; row++) {
      const factor = m[row]![column]! / m[column]![column]!
      for (let i = column; i < size; i++) m[row]![i]! -= factor * m[column]![i]!
      v[row]! -= factor * v[column]!
    }
  }
  const x = v.slice()
  for (let row = size - 1; row >= 0; row--) {
    for (let i = row + 1; i < size; i++) x[row]! -= m[row]![i]! * x[i]!
    x[row]! /= m[row]![row]!
  }
  return x
}

/** Logistic regression by Newton's steps; all weights but the last, the constant, are pulled towards nothing. */
const fit = (cases: readonly Case[]): number[] => {
  const size = cases[0]!.x.length
  let weights = Array.from({ length: size }, () => 0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, i) => (i === size - 1 ? 0 : PULL * weight))
    const bend = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === size - 1 ? 1e-6 : PULL) : 0)))
    for (const { x, right } of cases) {
      const sure = sigmoid(dot(weights, x))
      for (let i = 0; i < size; i++) {
        slope[i]! += (sure - (right ? 1 : 0)) * x[i]!
        for (let j = 0; j < size; j++) bend[i]![j]! += sure * (1 - sure) * x[i]! * x[j]!
      }
    }
    const move = solve(bend, slope)
    weights = weights.map((weight, i) => weight - move[i]!)
  }
  return weights
}

/** For each share of wrong answers: from which sureness on, and how many of those due are then answered rightly. */
const table = (judged: readonly { readonly sure: number; readonly one: Case }[]) => {
  const ordered = judged.toSorted((a, b) => b.sure - a.sure)
  const due = judged.filter(({ one }) => one.due).length
  return [0.005, 0.01, 0.02, 0.03, 0.05].map((most) => {
    let wrong = 0
    let right = 0
    let from = 1
    for (const { sure, one } of ordered) {
      if (one.right) right++
      else if (++wrong > most * judged.length) break
      from = sure
    }
    return { wrongAtMost: most, rightOfDue: Number((right / due).toFixed(3)), from: Number(from.toFixed(2)) }
  })
}

const questions = qualityQuestions('trial')
const bases = new Map(
  await Promise.all(
    [...new Set(questions.map(({ base }) => base))].map(
      async (name) => [name, await readBase(name, Date.now())] as const,
    ),
  ),
)
const casesOf = (): Case[] =>
  questions.flatMap(({ base, text, locale, expect }) => {
    const { index, entries } = bases.get(base)!
    const [best] = index.search(text, locale, { limit: 1 })
    if (!best?.why.figures) return []
    const { key } = entries.find(({ id }) => id === best.entryId)!
    const wanted = 'entries' in expect ? expect.entries : []
    return [{ x: figuresOf(best.why.figures), right: wanted.includes(key), due: wanted.length > 0 }]
  })

const cases = casesOf()
const folds = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((_, at) => at % FOLDS !== fold)))
const judged = cases.map((one, at) => ({ one, sure: sigmoid(dot(folds[at % FOLDS]!, one.x)) }))
const weights = fit(cases).map((weight) => Number(weight.toFixed(2)))
const first = cases.filter(({ right }) => right).length / cases.filter(({ due }) => due).length
console.log(JSON.stringify({ cases: cases.length, first, weights, heldOut: table(judged) }, null, 2))
