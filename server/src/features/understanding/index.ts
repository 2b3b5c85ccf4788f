// The door of understanding: what a workspace teaches, and the models that came of it.
export { forgetContact } from './change-examples.ts'
export { createLanguage, type Language } from './create-language.ts'
export { askedOf, type Models } from './models.ts'
export { createTrainer, type Trainer } from './trainer.ts'
