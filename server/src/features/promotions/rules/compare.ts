// What changed between two versions of a rule set.
import type { Rule, RuleSet } from '@ballast/contract/promotions'
import { byId } from './compile.ts'

export interface Difference {
  readonly added: readonly Rule[]
  readonly removed: readonly Rule[]
  /** `fields`: the names of what differs. */
  readonly changed: readonly { readonly before: Rule; readonly after: Rule; readonly fields: readonly string[] }[]
  readonly head: boolean
}

const text = (value: unknown): string => JSON.stringify(value) ?? ''
/** Independent of the order in which fields were written. */
const fieldsThatDiffer = (a: Rule, b: Rule): string[] => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].filter((name) => text(a[name as keyof Rule]) !== text(b[name as keyof Rule])).sort()
}

export const compare = (before: RuleSet, after: RuleSet): Difference => {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]))
  const now = new Map(after.rules.map((rule) => [rule.id, rule]))
  const both = [...now.values()].filter(({ id }) => old.has(id))
  return {
    added: [...now.values()].filter(({ id }) => !old.has(id)).sort(byId),
    removed: [...old.values()].filter(({ id }) => !now.has(id)).sort(byId),
    changed: both
      .map((after) => ({ before: old.get(after.id)!, after, fields: fieldsThatDiffer(old.get(after.id)!, after) }))
      .filter(({ fields }) => fields.length > 0)
      .sort((a, b) => byId(a.after, b.after)),
    head: text([before.currency, before.campaigns]) !== text([after.currency, after.campaigns]),
  }
}
