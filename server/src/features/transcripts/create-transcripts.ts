// Transcripts bound to their parts and limits.
import { createLimiter } from '../../platform/token-bucket.ts'
import { type Ask, ask } from './ask.ts'
import type { TranscriptJob, TranscriptParts, Visitor } from './parts.ts'
import { send } from './send.ts'

export interface Transcripts {
  ask(visitor: Visitor, wish: Ask): Promise<void>
  /** Handler of TRANSCRIPT_JOB. */
  send(job: TranscriptJob): Promise<void>
}
const DAY_S = 86_400
/** Counted in each process; what one conversation may send is counted in the database. */
const OF_ADDRESS = { perSecond: 10 / DAY_S, burst: 10 }
const TO_RECIPIENT = { perSecond: 5 / DAY_S, burst: 5 }

export const createTranscripts = (parts: TranscriptParts): Transcripts => {
  const limits = {
    addresses: createLimiter(OF_ADDRESS, parts.clock.now),
    recipients: createLimiter(TO_RECIPIENT, parts.clock.now),
  }
  return {
    ask: (visitor, wish) => ask(parts, limits, visitor, wish),
    send: (job) => send(parts, job),
  }
}
