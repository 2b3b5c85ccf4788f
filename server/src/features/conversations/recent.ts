// The last exchanges of a conversation as the bot reads them: from memory when known, else one read.
import { type Message, plainText } from '@ballast/contract'
import type { Loaded } from '../../platform/database/reader.ts'
import { readMessages } from './messages.ts'
import type { ConversationParts } from './parts.ts'

export const RECENT = 10

export interface Utterance {
  readonly author: 'customer' | 'bot' | 'agent'
  readonly text: string
  /** On the customer's. */
  readonly verdict?: NonNullable<Message['verdict']>
}
const spoken = (message: Message): Utterance[] => {
  const { kind } = message.author
  const text = plainText(message.parts)
  if (message.note || message.recalled || kind === 'system' || text === '') return []
  return [{ author: kind, text, ...(message.verdict === undefined ? {} : { verdict: message.verdict }) }]
}

/** The last exchanges up to and including `uptoSeq`, oldest first. Notes and recalled messages are never among them. */
export const recentUtterances = async (
  parts: ConversationParts,
  loaded: Loaded | null,
  uptoSeq: number,
): Promise<Utterance[]> => {
  if (loaded === null || uptoSeq < 1) return []
  const from = Math.max(1, uptoSeq - RECENT + 1)
  const known = parts.recent.range(loaded.conversation.id, from, uptoSeq)
  const messages = known ?? (await readMessages(parts, loaded, { beforeSeq: uptoSeq + 1, limit: RECENT }))
  if (known === null) parts.recent.add(loaded.conversation.id, messages)
  return messages.flatMap(spoken)
}
