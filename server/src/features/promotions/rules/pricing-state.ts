// A cart on its way through the rules: what each line still costs, who took part in it, and what is said of it.
import type { Buyer, Cart, CartLine, RuleKind, Step } from '@ballast/contract/promotions'
import { means, type Ready } from './opened.ts'

export interface Mark {
  readonly mark: string
  readonly by: string
}
export interface State {
  readonly cart: Cart
  readonly buyer: Buyer
  readonly now: number
  readonly lines: readonly CartLine[]
  /** What each line costs after the rules so far. */
  readonly amounts: number[]
  /** Kinds and groups of the rules that took part in each line. */
  readonly marks: (readonly Mark[])[]
  readonly offs: { rule: string; amount: number }[][]
  readonly steps: Step[]
}

/** A rule with the lines it means, in cart order. */
export interface Candidate {
  readonly ready: Ready
  readonly lines: readonly number[]
}

export const newState = (cart: Cart, buyer: Buyer, now: number): State => ({
  cart,
  buyer,
  now,
  lines: cart.lines,
  amounts: cart.lines.map(({ price, quantity }) => price * quantity),
  marks: cart.lines.map(() => []),
  offs: cart.lines.map(() => []),
  steps: [],
})

export const candidateOf = (ready: Ready, cart: Cart): Candidate => {
  const lines: number[] = []
  for (let i = 0; i < cart.lines.length; i++) if (means(ready, cart.lines[i]!)) lines.push(i)
  return { ready, lines }
}

export type Outcome = Step['outcome']
type More = Partial<Pick<Step, 'amount' | 'by' | 'missing'>>
export const say = (state: State, ready: Ready, outcome: Outcome, more: More = {}): void => {
  state.steps.push({ rule: ready.id, kind: ready.kind as RuleKind, outcome, amount: 0, ...more })
}

/** Who keeps the rule off this line; undefined: nobody. */
export const blockedBy = (marks: readonly Mark[], ready: Ready): string | undefined => {
  if (ready.notWith.length === 0) return undefined
  for (const { mark, by } of marks) if (ready.notWith.includes(mark)) return by
  return undefined
}

export const marked = (marks: readonly Mark[], ready: Ready): readonly Mark[] => [
  ...marks,
  ...ready.marks.map((mark) => ({ mark, by: ready.id })),
]

/** Takes amounts off lines; all of them took part, also those too cheap for a part of their own. */
export const takeOff = (state: State, ready: Ready, off: Reduction): void => {
  for (const [n, line] of off.lines.entries()) {
    const amount = off.parts[n]!
    if (amount > 0) state.offs[line]!.push({ rule: ready.id, amount })
    state.amounts[line]! -= amount
    state.marks[line] = marked(state.marks[line]!, ready)
  }
}

/** What a rule would take off: `parts` of `lines`, exact. */
export interface Reduction {
  readonly lines: readonly number[]
  readonly parts: readonly number[]
  readonly total: number
}
export interface NoReduction {
  readonly outcome: Outcome
  readonly by?: string
  readonly missing?: NonNullable<Step['missing']>
}

/** Lines of the candidate nobody keeps it off. */
export const freeLines = (
  { ready, lines }: Candidate,
  marks: State['marks'],
): { readonly free: readonly number[]; readonly by: string | undefined } => {
  if (ready.notWith.length === 0) return { free: lines, by: undefined }
  let by: string | undefined
  const free = lines.filter((line) => {
    const who = blockedBy(marks[line]!, ready)
    by ??= who
    return who === undefined
  })
  return { free, by }
}

export const sumOf = (lines: readonly number[], amounts: readonly number[]): number => {
  let sum = 0
  for (const line of lines) sum += amounts[line]!
  return sum
}
export const piecesOf = (lines: readonly number[], all: readonly CartLine[]): number => {
  let sum = 0
  for (const line of lines) sum += all[line]!.quantity
  return sum
}

/** What is missing to the rule's own minimum; null: nothing. */
export const missingOf = (
  { rule }: Ready,
  amount: number,
  pieces: number,
): { amount?: number; pieces?: number } | null => {
  const short: { amount?: number; pieces?: number } = {}
  if (rule.leastAmount !== undefined && amount < rule.leastAmount) short.amount = rule.leastAmount - amount
  if (rule.leastPieces !== undefined && pieces < rule.leastPieces) short.pieces = rule.leastPieces - pieces
  return short.amount === undefined && short.pieces === undefined ? null : short
}
