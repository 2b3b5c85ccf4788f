// The door of canned replies: what agents type with a slash.
export type { CannedParts } from './parts.ts'
export { type CannedDraft, saveCannedReply } from './save.ts'
