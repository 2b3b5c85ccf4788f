// The feature, put together: models, trainings, and what they stand on.
import type { IntentModel } from '@ballast/understanding/intent'
import type { Encoder } from './encoder/start-encoder.ts'
import { type Hear, hearWith } from './hear.ts'
import { createModels } from './models.ts'
import type { LanguageParts } from './parts.ts'
import { shippedIntents } from './shipped.ts'
import { createTrainer, type Trainer } from './trainer.ts'
import { createTrainings, type Trainings } from './trainings.ts'

export interface Language {
  readonly parts: LanguageParts
  readonly trainings: Trainings
  readonly hear: Hear
  /** Threads end; nothing half trained is stored. */
  close(): Promise<void>
}

export const createLanguage = (
  given: Omit<LanguageParts, 'models' | 'trainer'> & {
    readonly trainer?: Trainer
    /** Default: the model the library ships. */
    readonly builtIn?: () => Promise<IntentModel>
    /** Default: none. */
    readonly encoder?: Encoder
  },
): Language => {
  const trainer = given.trainer ?? createTrainer()
  const models = createModels({ ...given, builtIn: given.builtIn ?? shippedIntents })
  const parts: LanguageParts = { ...given, trainer, models }
  const trainings = createTrainings(parts)
  return {
    parts,
    trainings,
    hear: hearWith(parts, given.encoder),
    close: async () => {
      models.close()
      await given.encoder?.close()
      await trainings.close()
    },
  }
}
