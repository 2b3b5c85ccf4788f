// The built-in model, from the bytes the library ships: read once in a process.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { IntentModel } from '@ballast/understanding/intent'
import { shippedFromBytes } from '@ballast/understanding/shipped'

const FILE = fileURLToPath(import.meta.resolve('@ballast/understanding/models/shipped.bin'))
let reading: Promise<IntentModel> | undefined

/** The first call holds the event loop for some 100 ms: make it before anybody is served. */
export const shippedIntents = (): Promise<IntentModel> => {
  reading ??= readFile(FILE).then((bytes) => shippedFromBytes(bytes).intents)
  return reading
}
