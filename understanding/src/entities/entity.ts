// The things a customer names in a message, each with its place in the raw text.
interface Place {
  /** UTF-16 offsets into the raw text, end exclusive. */
  readonly start: number
  readonly end: number
}

/** `context`: the words around say so; `shape`: only the form does, and a shop should look it up before it trusts it. */
export type Ground = 'context' | 'shape' | 'check-digit'

export interface OrderEntity extends Place {
  readonly kind: 'order'
  readonly value: string
  readonly ground: Ground
}
export interface ParcelEntity extends Place {
  readonly kind: 'parcel'
  readonly value: string
  /** Carrier keys that number parcels so, likeliest first; empty when no known one does. */
  readonly carriers: readonly string[]
  readonly ground: Ground
}
export interface CarrierEntity extends Place {
  readonly kind: 'carrier'
  readonly value: string
}
export interface SizeEntity extends Place {
  readonly kind: 'size'
  readonly system: 'letter' | 'cn' | 'eu' | 'us' | 'uk' | 'jp' | 'waist' | 'body' | 'number'
  /** `XXL`, `38`, `175/96A`, `32`. */
  readonly value: string
  readonly ground: Ground
}
export interface ColourEntity extends Place {
  readonly kind: 'colour'
  /** Canonical English name. */
  readonly value: string
  /** `dark`, `light` or absent. */
  readonly shade?: 'dark' | 'light'
}
export interface QuantityEntity extends Place {
  readonly kind: 'quantity'
  readonly amount: number
  /** `piece`, `pair`, `box`, … */
  readonly unit: string
}
export interface MoneyEntity extends Place {
  readonly kind: 'money'
  /** Whole minor units (fen, cents; whole yen and won). A single sum has `from === to`; an open side is null. */
  readonly from: number | null
  readonly to: number | null
  /** ISO 4217. */
  readonly currency: string
}
export interface TimeEntity extends Place {
  readonly kind: 'time'
  /** Local ISO dates (`2026-11-19`) or minutes (`2026-11-19T15:00`) in the zone asked for; `to` exclusive. */
  readonly from: string
  readonly to: string
  readonly grain: 'minute' | 'hour' | 'part-of-day' | 'day' | 'week' | 'month' | 'year' | 'span'
}
export interface ProductEntity extends Place {
  readonly kind: 'product'
  /** An article number, upper case; or for a reference how it points: `this`, `that`, `previous`, `nth`. */
  readonly value: string
  readonly reference?: 'this' | 'that' | 'previous' | 'nth'
  /** From 1; -1 is the last. */
  readonly nth?: number
}
export interface ErrorEntity extends Place {
  readonly kind: 'error'
  readonly value: string
}
export interface MeasureEntity extends Place {
  readonly kind: 'measure'
  readonly of: 'height' | 'weight' | 'foot'
  /** Centimetres, kilograms, millimetres. */
  readonly amount: number
}
export interface DigitsEntity extends Place {
  readonly kind: 'last-four'
  readonly value: string
}
export type Entity =
  | OrderEntity
  | ParcelEntity
  | CarrierEntity
  | SizeEntity
  | ColourEntity
  | QuantityEntity
  | MoneyEntity
  | TimeEntity
  | ProductEntity
  | ErrorEntity
  | MeasureEntity
  | DigitsEntity

export interface EntityOptions {
  /** Epoch ms, what 昨天 counts from. */
  readonly now: number
  /** IANA name; default UTC. */
  readonly timeZone?: string
  /** How this shop writes order numbers: each pattern matches a whole number, letters in lower case. */
  readonly orderPatterns?: readonly RegExp[]
  /** How this shop writes article numbers. */
  readonly productPatterns?: readonly RegExp[]
  /** What a bare `$` or 块 means. Default CNY for Chinese, USD for `$`, JPY for `¥` beside kana. */
  readonly dollar?: string
}

/** What every finder is given. `text` has exactly the length of `raw`: narrow widths, lower-case ASCII. */
export interface Reading {
  readonly raw: string
  readonly text: string
  readonly flags: number
  readonly options: EntityOptions
}

/** Adds what it finds; `free` says whether nothing found before covers the place. */
export interface Finds {
  readonly found: Entity[]
  free(start: number, end: number): boolean
  add(entity: Entity): void
}
