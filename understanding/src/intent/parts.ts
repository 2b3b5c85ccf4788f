// What an intent model is made of.
import type { Example } from '../learn/classifier.ts'
import type { Vocabulary } from '../learn/vocabulary.ts'
import type { Machine } from './machine.ts'
import type { Scope } from './scope.ts'

export interface IntentParts {
  readonly labels: readonly string[]
  /** What a message of none of the intents is called. */
  readonly oosLabel: string
  readonly vocabulary: Vocabulary
  readonly machine: Machine
  readonly scope: Scope
  /** A message below this is out of scope. */
  readonly bar: number
  /** Everything it was taught; kept with it, because the nearest examples take part in each answer. */
  readonly examples: readonly Example[]
}
