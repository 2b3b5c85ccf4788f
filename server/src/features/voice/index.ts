// The door of the brand's voice: which one speaks where, and a message in it.
export { createVoices } from './create-voices.ts'
export type { Place, Voices } from './parts.ts'
export { applyVoice, ownLines, type Speaking } from './rules/apply-voice.ts'
export { saveVoice } from './save.ts'
