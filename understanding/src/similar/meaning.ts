// What an intent model makes of a question, as dimensions of its sentence: brings together what shares no word, or no language.
import type { IntentModel } from '../intent/index.ts'
import { normalise } from '../text/index.ts'
import type { Meaning } from './sentence.ts'

const STRONGEST = 3
/** A guess below this says nothing. */
const LEAST = 0.1

/** Entries and questions must be read by the same model. */
export const meaningOf =
  (intents: IntentModel): Meaning =>
  (text) =>
    intents
      .classify(normalise(text).text)
      .ranked.slice(0, STRONGEST)
      .filter(({ probability }) => probability >= LEAST)
      .map(({ label, probability }) => [label, probability] as const)
