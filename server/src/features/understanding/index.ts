// The door of understanding: hearing a message, what a workspace teaches, and the models that came of it.
export type { MessageVerdict } from '@ballast/understanding/verdict'
export { forgetContact } from './change-examples.ts'
export { understandingConfig } from './config.ts'
export { createLanguage, type Language } from './create-language.ts'
export { startEncoder } from './encoder/start-encoder.ts'
export { type Hear, hearWith } from './hear.ts'
export { keptOf } from './rules/kept.ts'
