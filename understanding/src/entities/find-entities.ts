// Everything a customer names in one message. Pure; offsets are into the raw text.
import { findColours } from './colours.ts'
import type { Entity, EntityOptions, Finds, Reading } from './entity.ts'
import { findErrors } from './error-codes.ts'
import { findMeasures } from './measures.ts'
import { findMoney } from './money.ts'
import { findCarriers, findLastFour, findNumbers } from './numbers-of-orders.ts'
import { findProducts } from './products.ts'
import { findQuantities } from './quantities.ts'
import { finds, reading } from './reading.ts'
import { findBareSizes, findSizes } from './sizes.ts'
import { findTimes } from './times.ts'

/** Surest first: what one finder holds, the next cannot claim. */
const FINDERS: readonly ((reading: Reading, finds: Finds) => void)[] = [
  findNumbers,
  findErrors,
  findMoney,
  findTimes,
  findProducts,
  findSizes,
  findMeasures,
  findQuantities,
  findColours,
  findCarriers,
  findLastFour,
  findBareSizes,
]

/** Longer texts are read up to here; what follows names nothing more. UTF-16 code units. */
export const LONGEST_READ = 8_000

/**
 * In order of place, never overlapping. The same text, instant and zone give the same entities.
 * Never throws: an unknown zone counts as UTC, a broken surrogate is a character like any other.
 */
export const findEntities = (raw: string, options: EntityOptions): Entity[] => {
  const read = reading(raw.length > LONGEST_READ ? raw.slice(0, LONGEST_READ) : raw, options)
  if (read.flags === 0) return []
  const kept = finds()
  for (const find of FINDERS) find(read, kept)
  return kept.found.length > 1 ? kept.found.sort((a, b) => a.start - b.start) : kept.found
}
