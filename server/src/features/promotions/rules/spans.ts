// Stretches of time: when a rule is in force, where two meet, what a promise leaves open.
import type { Rule } from '@ballast/contract/promotions'
import { FOREVER } from './layout.ts'

/** Epoch ms; `to` is exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}
export const spanOf = ({ from, to }: Pick<Rule, 'from' | 'to'>): Span => ({
  from: from === undefined ? -FOREVER : Date.parse(from),
  to: to === undefined ? FOREVER : Date.parse(to),
})
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** What of `wanted` none of the spans covers, in order. */
export const uncovered = (wanted: Span, spans: readonly Span[]): Span[] => {
  const open: Span[] = []
  let at = wanted.from
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from > at && at < wanted.to) open.push({ from: at, to: Math.min(from, wanted.to) })
    at = Math.max(at, to)
  }
  if (at < wanted.to) open.push({ from: at, to: wanted.to })
  return open
}
