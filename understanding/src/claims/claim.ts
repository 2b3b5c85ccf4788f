// What a text can commit a shop to. Places are offsets into the settled writing of the text.
interface Place {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}
/** A day, or the part of one that is written: 11月11日 has no year, 3月 no day. */
export interface DayClaim {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}
export type Span = 'second' | 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year'

export type Claim = Place &
  (
    | {
        readonly kind: 'money'
        /** Minor units, one or both ends of a range. */
        readonly amounts: readonly number[]
        /** Null: the text does not say. */
        readonly currency: string | null
      }
    /** `off`: so much is taken away (20 % off, 8折); otherwise a bare rate (13 %). */
    | { readonly kind: 'share'; readonly percents: readonly number[]; readonly off: boolean }
    | { readonly kind: 'span'; readonly amounts: readonly number[]; readonly unit: Span }
    /** Readings of one writing: 3/4 is one day or another. */
    | { readonly kind: 'day'; readonly readings: readonly DayClaim[] }
    /** From the first day to before the second, ISO: 明天, 下周, 双十一. */
    | { readonly kind: 'days'; readonly from: string; readonly to: string }
    /** Minutes from midnight. */
    | { readonly kind: 'clock'; readonly readings: readonly number[] }
    /** A number that nothing beside it explains. NaN: no number that can be read. */
    | { readonly kind: 'number'; readonly value: number }
    /** A condition and what it gives: 满300减40, buy two get one. `amounts` in minor units where they are sums. */
    | { readonly kind: 'deal'; readonly amounts: readonly number[] }
  )
