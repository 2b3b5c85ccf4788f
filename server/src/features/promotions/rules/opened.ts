// A block as prices are made from it: rules are read from their text when first asked for, then kept.
import type { Buyer, Cart, CartLine, Rule, RuleKind } from '@ballast/contract/promotions'
import { headOf, ruleAt } from './compile.ts'
import { categoryKey, productKey } from './keys.ts'
import { type Block, slotOf } from './layout.ts'

/** A rule with its lists as sets. */
export interface Ready<R extends Rule = Rule> {
  readonly rule: R
  readonly id: string
  readonly kind: RuleKind
  readonly priority: number
  readonly products: ReadonlySet<string>
  readonly categories: ReadonlySet<string>
  readonly notProducts: ReadonlySet<string>
  readonly notCategories: ReadonlySet<string>
  /** Marks of kinds and groups, see `marksOf`. */
  readonly notWith: readonly string[]
  readonly marks: readonly string[]
}

/** What prices are made from: immutable to its readers, one reference a turn. */
export interface Compiled {
  readonly block: Block
  readonly currency: string
  ready(i: number): Ready
  /** Numbers of the rules that may concern the cart at this moment, each once. */
  candidates(cart: Cart, now: number): number[]
}

const NONE: ReadonlySet<string> = new Set()
const setOf = (list: readonly string[] | undefined): ReadonlySet<string> =>
  list === undefined || list.length === 0 ? NONE : new Set(list)

/** Kinds and groups are told apart, so that a group may be called `percent`. */
const groupMark = (group: string): string => `group ${group}`

export const readyOf = <R extends Rule>(rule: R): Ready<R> => ({
  rule,
  id: rule.id,
  kind: rule.kind,
  priority: rule.priority ?? 0,
  products: setOf(rule.products),
  categories: setOf(rule.categories),
  notProducts: setOf(rule.notProducts),
  notCategories: setOf(rule.notCategories),
  notWith: [
    ...(rule.notWith ?? []).flatMap((name) => [name, groupMark(name)]),
    ...(rule.group === undefined ? [] : [groupMark(rule.group)]),
    // One deposit a line, whatever the groups.
    ...(rule.kind === 'deposit' ? ['deposit'] : []),
  ],
  marks: rule.group === undefined ? [rule.kind] : [rule.kind, groupMark(rule.group)],
})

const some = (set: ReadonlySet<string>, list: readonly string[] | undefined): boolean => {
  if (set.size === 0 || list === undefined) return false
  for (const one of list) if (set.has(one)) return true
  return false
}

export const means = (ready: Ready, line: CartLine): boolean => {
  const { products, categories, rule } = ready
  const named = products.size + categories.size
  if (named > 0 && !products.has(line.productId) && !some(categories, line.categories)) return false
  if (ready.notProducts.has(line.productId) || some(ready.notCategories, line.categories)) return false
  return rule.shops === undefined || rule.shops.length === 0 || rule.shops.includes(line.shop ?? '')
}

const inRegion = (regions: readonly string[], region: string | undefined): boolean =>
  region !== undefined && regions.some((one) => region === one || region.startsWith(`${one}-`))

/** Why this customer, here, is not meant; null when they are. */
export const refusedTo = (
  { rule }: Ready,
  cart: Cart,
  buyer: Buyer,
): 'level' | 'region' | 'channel' | 'used-up' | null => {
  if (rule.levels?.length && !rule.levels.includes(buyer.level ?? '')) return 'level'
  if (rule.regions?.length && !inRegion(rule.regions, cart.region)) return 'region'
  if (rule.channels?.length && !rule.channels.includes(cart.channel ?? '')) return 'channel'
  if (rule.perCustomer !== undefined && usedOf(buyer, rule.id) >= rule.perCustomer) return 'used-up'
  return null
}
export const usedOf = (buyer: Buyer, id: string): number => {
  let sum = 0
  for (const { rule, count } of buyer.used ?? []) if (rule === id) sum += count
  return sum
}

export const open = (block: Block): Compiled => {
  const held: (Ready | undefined)[] = []
  // Which call saw a rule last: no list is searched and nothing is cleared between calls.
  const seen = new Int32Array(block.count)
  let call = 0
  return {
    block,
    currency: headOf(block).currency,
    ready: (i) => {
      held[i] ??= readyOf(ruleAt(block, i))
      return held[i]
    },
    candidates: (cart, now) => {
      call++
      const list: number[] = []
      const take = (rule: number) => {
        if (seen[rule] === call) return
        seen[rule] = call
        if (block.from[rule]! <= now && now < block.to[rule]!) list.push(rule)
      }
      const takeKey = (key: number) => {
        const slot = slotOf(block.table, key) * 3
        const [start, length] = [block.table[slot + 1]!, block.table[slot + 2]!]
        for (let i = start; i < start + length; i++) take(block.found[i]!)
      }
      for (const rule of block.everywhere) take(rule)
      for (const line of cart.lines) {
        takeKey(productKey(line.productId))
        for (const category of line.categories ?? []) takeKey(categoryKey(category))
      }
      return list
    },
  }
}
