// Under which keys a rule is found: its products and categories as 32-bit hashes. Two names with one hash only cost a
// second look, never a wrong price: every rule found is asked again whether it means the line.
import type { Rule } from '@ballast/contract/promotions'

const PRODUCT = 0x811c9dc5
const CATEGORY = 0x1b873593

/** FNV-1a over UTF-16 units, never 0: that marks an empty slot. */
const hash = (text: string, seed: number): number => {
  let h = seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h === 0 ? 1 : h
}
export const productKey = (id: string): number => hash(id, PRODUCT)
export const categoryKey = (id: string): number => hash(id, CATEGORY)

/** Empty: the rule is for everything. */
export const keysOf = (rule: Pick<Rule, 'products' | 'categories'>): number[] => {
  const keys = new Set<number>()
  for (const id of rule.products ?? []) keys.add(productKey(id))
  for (const id of rule.categories ?? []) keys.add(categoryKey(id))
  return [...keys]
}
