// What the code of a turn computed or read from the shop's systems, as values: a reply may state these, however it writes them.
import type { Instant, Money } from '@ballast/contract'
import type { Claim } from '@ballast/understanding/claims'

export type Fact =
  | { readonly kind: 'money'; readonly money: Money }
  /** `off`: so much is taken away; otherwise a rate, of duty for example. */
  | { readonly kind: 'share'; readonly percent: number; readonly off: boolean }
  | { readonly kind: 'span'; readonly amount: number; readonly unit: Extract<Claim, { kind: 'span' }>['unit'] }
  | { readonly kind: 'instant'; readonly at: Instant }
  /** Pieces left, a measure the customer gave. */
  | { readonly kind: 'count'; readonly value: number }
  /** The shop's own words: a title, a number of a parcel, what a carrier reports. They may stand word for word. */
  | { readonly kind: 'words'; readonly text: string }

export const moneyFact = (money: Money): Fact => ({ kind: 'money', money })
export const instantFact = (at: Instant): Fact => ({ kind: 'instant', at })
export const wordsFact = (text: string): Fact => ({ kind: 'words', text })
export const countFact = (value: number): Fact => ({ kind: 'count', value })
