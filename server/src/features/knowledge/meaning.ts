// What the shipped model makes of a text, as part of its sentence vector: read once in a process or thread.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { shippedFromBytes } from '@ballast/understanding/shipped'
import { type Meaning, meaningOf } from '@ballast/understanding/similar'

let meaning: Meaning | undefined

/** The first call takes 0.2 s; entries and questions must be read by the same model. */
export const shippedMeaning = (): Meaning => {
  const file = fileURLToPath(import.meta.resolve('@ballast/understanding/models/shipped.bin'))
  meaning ??= meaningOf(shippedFromBytes(readFileSync(file)).intents)
  return meaning
}
