// The language library: what a line of chat means. No I/O, no server, nothing of ours below it.
export type { Entities } from './entities.ts'
export { fold, hanGrams, terms, words } from './features.ts'
export type { Emotion } from './mood.ts'
export { type Context, EXAMPLES, INTENTS, PATTERN_EXAMPLES, understand, type Verdict } from './understand.ts'
