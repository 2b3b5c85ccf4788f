// Which rules are looked at: by state, kind, campaign, product, and words. Pure.
import type { Rule, RuleKind } from '@ballast/contract/promotions'

export const STATES = ['in-force', 'not-yet', 'over', 'paused'] as const
export type State = (typeof STATES)[number]

export const stateOf = ({ paused, from, to }: Rule, now: number): State => {
  if (paused) return 'paused'
  if (to !== undefined && Date.parse(to) <= now) return 'over'
  return from !== undefined && Date.parse(from) > now ? 'not-yet' : 'in-force'
}

export interface Wanted {
  readonly words: string
  readonly kind: RuleKind | ''
  readonly campaign: string
  readonly product: string
  readonly state: State | ''
}
export const EVERYTHING: Wanted = { words: '', kind: '', campaign: '', product: '', state: '' }

/** Names the product, or is for everything and does not leave it out. */
const concerns = ({ products, categories, notProducts }: Rule, product: string): boolean => {
  if (notProducts?.includes(product)) return false
  if (!products?.length && !categories?.length) return true
  return products?.some((each) => each.toLowerCase().includes(product)) === true
}
const textOf = (rule: Rule): string => {
  const { id, name, nameEn, campaign, group, products, categories } = rule
  const code = rule.kind === 'coupon' ? rule.code : ''
  return [id, name, nameEn, campaign, group, code, ...(products ?? []), ...(categories ?? [])].join(' ').toLowerCase()
}

export const chosen = (rules: readonly Rule[], wanted: Wanted, now: number): Rule[] => {
  const words = wanted.words.trim().toLowerCase()
  const product = wanted.product.trim().toLowerCase()
  return rules.filter(
    (rule) =>
      (wanted.kind === '' || rule.kind === wanted.kind) &&
      (wanted.campaign === '' || rule.campaign === wanted.campaign) &&
      (wanted.state === '' || stateOf(rule, now) === wanted.state) &&
      (product === '' || concerns(rule, product)) &&
      (words === '' || textOf(rule).includes(words)),
  )
}
export const campaignsIn = (rules: readonly Rule[]): string[] =>
  [...new Set(rules.flatMap(({ campaign }) => campaign ?? []))].sort()
