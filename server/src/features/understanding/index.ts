// The door of understanding: what a workspace teaches, and the models that came of it.
export { forgetContact } from './change-examples.ts'
export { understandingConfig } from './config.ts'
export { createLanguage, type Language } from './create-language.ts'
export { EncoderError } from './encoder/encoder-error.ts'
export { type OpenEncoder, openEncoder } from './encoder/open-encoder.ts'
export { type Encoder, startEncoder } from './encoder/start-encoder.ts'
export { askedOf, type Models } from './models.ts'
export { createTrainer, type Trainer } from './trainer.ts'
