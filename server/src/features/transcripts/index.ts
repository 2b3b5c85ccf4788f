// A customer's conversation by mail.
export { createTranscripts, type Transcripts } from './create-transcripts.ts'
export { TRANSCRIPT_JOB, TranscriptJob, type TranscriptParts } from './parts.ts'
