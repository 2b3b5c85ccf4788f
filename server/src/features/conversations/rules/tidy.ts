// What PostgreSQL and JSON cannot carry is cleaned at the edge: U+0000 and lone surrogates. Nothing else is touched.
import { MAX_TEXT, type Part } from '@ballast/contract/parts'
import type { Refusal } from './state.ts'

export const tidyText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** Every string inside a JSON value cleaned. */
export const tidyJson = (value: unknown): unknown => {
  if (typeof value === 'string') return tidyText(value)
  if (Array.isArray(value)) return value.map(tidyJson)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [tidyText(name), tidyJson(inner)]))
}

/** Every string of every part cleaned; texts with nothing in them are left out. */
export const tidyParts = (parts: readonly Part[]): { readonly parts: Part[] } | Refusal => {
  const tidy = parts.map((part) => tidyJson(part) as Part)
  if (tidy.some((part) => part.kind === 'text' && part.text.length > MAX_TEXT)) return { refused: 'message.too-long' }
  const kept = tidy.filter((part) => part.kind !== 'text' || part.text.trim() !== '')
  return kept.length === 0 ? { refused: 'message.empty' } : { parts: kept }
}

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, canonical(inner)]))
}
/** Whether two messages say the same, whatever the order of their fields. */
export const sameParts = (a: readonly Part[], b: readonly Part[]): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))
