// The customer says whether an answer of the bot helped. It stands beside the answer and may be changed or taken back.
import { type Judgement, type Message, problem, type Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { loadFor } from './act.ts'
import { toMessage } from './messages.ts'
import type { ConversationParts, Visitor } from './parts.ts'
import { type Judging, judgementOf, refuseJudging, sameJudgement } from './rules/judge.ts'
import { type BotAside, type MessageRow, messageById, setAside } from './store.ts'
import { toConversation } from './thread.ts'

export interface JudgeWish extends Judging {
  readonly conversationId: Uuid
  readonly messageId: Uuid
}

/** Answers the message as it is now. Idempotent: said again, nothing is written, but the devices are told once more. */
export const judge = async (parts: ConversationParts, visitor: Visitor, wish: JudgeWish): Promise<Message> => {
  const { tenant } = visitor
  const { conversationId, messageId } = wish
  const ground = await loadFor(parts, visitor, tenant, conversationId)(true)
  if ('refused' in ground) throw problem(ground.refused)
  const judgement = judgementOf(wish)
  const row = await parts.database.as(tenant, async (tx) => {
    const found = await messageById(tx, { tenant, conversationId, messageId })
    const refused = refuseJudging(found)
    if (found === null || refused !== null) throw problem(refused?.refused ?? 'message.not-found')
    const { judgement: before = null, ...rest } = (found.aside ?? {}) as BotAside
    if (sameJudgement(before, judgement)) return found
    const aside: BotAside = judgement === null ? rest : { ...rest, judgement }
    await setAside(tx, tenant, messageId, aside)
    await appendFacts(tx, [factOf(parts, tenant, found, judgement)])
    return { ...found, aside }
  })
  const message = toMessage(ground.key, tenant, row)
  parts.recent.replace(message)
  const conversation = toConversation(ground.conversation!)
  parts.published({ tenant, conversation, facts: [], messages: [], updated: [message] })
  return message
}

const factOf = (
  parts: Pick<ConversationParts, 'ids' | 'clock'>,
  tenant: Uuid,
  { id: messageId, seq, conversationId }: MessageRow,
  judgement: Judgement | null,
) => ({
  id: parts.ids.uuid(),
  tenant,
  type: 'message.judged' as const,
  subject: conversationId,
  at: parts.clock.now(),
  data: { messageId, seq, helpful: null, ...judgement },
})
