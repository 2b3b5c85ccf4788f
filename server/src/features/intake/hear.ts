// What a message says, heard once for all who need it: stored beside the message, and read by the bot's turn.
import { type Message, type Part, plainText, type Uuid } from '@ballast/contract'
import type { Utterance } from '../conversations/index.ts'
import { keptOf, type MessageVerdict } from '../understanding/index.ts'
import type { IntakeParts } from './parts.ts'
import type { ThinkGround } from './words.ts'

export interface HeardMessage {
  readonly verdict: MessageVerdict
  /** What is stored of it; undefined for a message without words. */
  readonly kept: Message['verdict']
  /** What was said before it, oldest first. */
  readonly recent: readonly Utterance[]
}
export interface Hearing {
  /** The same message is not heard twice while nothing was said before it. Never rejects. */
  of(ground: ThinkGround): Promise<HeardMessage>
}

interface Said {
  readonly tenant: Uuid
  readonly parts: readonly Part[]
}

/** `before`: its own place in the conversation, for a message stored already. */
export const hearing = (parts: IntakeParts, said: Said, before?: number): Hearing => {
  let last: { readonly seq: number; readonly heard: Promise<HeardMessage> } | null = null
  return {
    of: (ground) => {
      const seq = before === undefined ? (ground.conversation?.seq ?? 0) : before - 1
      if (last?.seq !== seq) last = { seq, heard: hear(parts, said, ground, seq) }
      return last.heard
    },
  }
}

const hear = async (parts: IntakeParts, said: Said, ground: ThinkGround, seq: number): Promise<HeardMessage> => {
  const { conversation, contact } = ground
  const loaded = conversation === null ? null : { conversation, contact }
  const recent = await parts.conversations.recentUtterances(loaded, seq)
  const text = plainText(said.parts)
  const verdict = await parts.hear({ tenant: said.tenant, text, before: recent, now: parts.clock.now() })
  return { verdict, kept: text.trim() === '' ? undefined : keptOf(verdict), recent }
}
