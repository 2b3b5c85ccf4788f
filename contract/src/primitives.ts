// The smallest words: identifiers, times, locales. Every other schema is made of these.
import { type Static, type TSchema, Type } from 'typebox'

/** A UUID in its canonical lower-case form. Ids made by Ballast are version 7, so they sort by time. */
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'A UUID, lower case.',
})
export type Uuid = Static<typeof Uuid>

/** An instant, ISO 8601 in UTC with milliseconds. Clients show it in the reader's zone. */
export const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z$',
  description: 'An instant, ISO 8601, UTC.',
})
export type Instant = Static<typeof Instant>

/** A BCP 47 language tag such as `zh-CN` or `en`. */
export const Locale = Type.String({ pattern: '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$', maxLength: 35 })
export type Locale = Static<typeof Locale>

/** Money is an integer number of the currency's minor unit (分, cents): never a float. */
export const Money = Type.Object(
  { amount: Type.Integer(), currency: Type.String({ pattern: '^[A-Z]{3}$' }) },
  { additionalProperties: false, description: 'amount in the minor unit (分, cents).' },
)
export type Money = Static<typeof Money>

/** An http(s) address or a path on this server. Never `javascript:` or `data:`. */
export const SafeUrl = Type.String({ pattern: '^(https?://|/)[^\\s<>"]*$', maxLength: 2048 })

export const Text = (maxLength: number, options: { minLength?: number; description?: string } = {}) =>
  Type.String({ maxLength, ...options })

/** Objects in the contract are closed: an unknown field is an error with its path, never silently dropped. */
export const Closed = <P extends Record<string, TSchema>>(properties: P, options: Record<string, unknown> = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })

/** One of a fixed set of words. */
export const OneOf = <const T extends readonly string[]>(values: T, options: Record<string, unknown> = {}) =>
  // Named outright: left to inference the words widen to `string | number` and every type built on them goes soft.
  Type.Enum<[...T]>(values as unknown as [...T], options)
