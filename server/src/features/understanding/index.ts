// The door of understanding: what a workspace teaches, and the models that came of it.

export type { MessageVerdict } from '@ballast/understanding/verdict'
export { forgetContact } from './change-examples.ts'
export { createLanguage, type Language } from './create-language.ts'
export { type Hear, hearWith, type Saying } from './hear.ts'
export { askedOf, type Models } from './models.ts'
export { keptOf } from './rules/kept.ts'
export { createTrainer, type Trainer } from './trainer.ts'
