// From rules to a block, and from one block to the next by a few changes: what did not change is copied unread.
import type { Rule, RuleSet, RuleSetHead } from '@ballast/contract/promotions'
import { keysOf } from './keys.ts'
import { type Block, buildBlock, FOREVER, headBytes, type Piece, type Run, textAt } from './layout.ts'

const encoder = new TextEncoder()
const pieceOf = (rule: Rule): Piece => ({
  // A paused rule stays in the set and is in force never. A deposit's rule works until its balance is due.
  from: rule.paused ? FOREVER : rule.from === undefined ? -FOREVER : Date.parse(rule.from),
  to: rule.kind === 'deposit' ? Date.parse(rule.balanceTo) : rule.to === undefined ? FOREVER : Date.parse(rule.to),
  keys: keysOf(rule),
  text: encoder.encode(JSON.stringify(rule)),
})
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** Ids are unique; of two rules with one id the later counts. The order of the rules means nothing. */
export const compile = (set: RuleSet): Block => {
  const rules = [...new Map(set.rules.map((rule) => [rule.id, rule])).values()].sort(byId)
  return buildBlock(rules.map(pieceOf), headBytes(set))
}

export interface Changes {
  readonly put: readonly Rule[]
  readonly remove: readonly string[]
  readonly head?: RuleSetHead
}

export const headOf = (block: Block): RuleSetHead => JSON.parse(textAt(block, block.count)) as RuleSetHead
export const ruleAt = (block: Block, i: number): Rule => JSON.parse(textAt(block, i)) as Rule
export const rulesOf = (block: Block): Rule[] => Array.from({ length: block.count }, (_, i) => ruleAt(block, i))
export const setOf = (block: Block): RuleSet => ({ ...headOf(block), rules: rulesOf(block) })

/** The id stands first in a rule's text or not; only those that may be meant are read. */
const findId = (block: Block, id: string): { at: number; held: boolean } => {
  let low = 0
  let high = block.count
  while (low < high) {
    const middle = (low + high) >>> 1
    const here = ruleAt(block, middle).id
    if (here === id) return { at: middle, held: true }
    if (here < id) low = middle + 1
    else high = middle
  }
  return { at: low, held: false }
}
export const findRule = (block: Block, id: string): Rule | null => {
  const { at, held } = findId(block, id)
  return held ? ruleAt(block, at) : null
}

/** What removes an unknown id changes nothing; what is put and removed is put. */
export const change = (block: Block, changes: Changes): Block => {
  const puts = new Map(changes.put.map((rule) => [rule.id, rule]))
  const gone = new Set<number>()
  const added = new Map<number, Rule[]>()
  for (const id of changes.remove) {
    const { at, held } = findId(block, id)
    if (held) gone.add(at)
  }
  for (const rule of [...puts.values()].sort(byId)) {
    const { at, held } = findId(block, rule.id)
    if (held) gone.add(at)
    const here = added.get(at)
    if (here === undefined) added.set(at, [rule])
    else here.push(rule)
  }
  const list: (Piece | Run)[] = []
  let first = 0
  for (const at of [...new Set([...gone, ...added.keys()])].sort((a, b) => a - b)) {
    if (first < at) list.push({ block, first, end: at })
    for (const rule of added.get(at) ?? []) list.push(pieceOf(rule))
    first = gone.has(at) ? at + 1 : at
  }
  if (first < block.count) list.push({ block, first, end: block.count })
  return buildBlock(list, headBytes(changes.head ?? headOf(block)))
}
