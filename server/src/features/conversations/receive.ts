// A customer's message and, when the bot has the turn and is quick, its answer: one change set, one COMMIT.
import type { Message, Part, Uuid, VisitContext } from '@ballast/contract'
import { type Act, type Acted, act } from './act.ts'
import type { Ground } from './change.ts'
import { onReusedId } from './change-id.ts'
import { groundOf, locate, type Whereabouts } from './ground.ts'
import type { ConversationParts } from './parts.ts'
import { decide } from './rules/decide.ts'
import type { BotAnswered } from './rules/decide-turn.ts'
import { andThen, type ConversationState, type Decision, isRefusal, type Refusal } from './rules/state.ts'

export interface Inbound extends Whereabouts {
  readonly changeId: Uuid
  readonly messageId: Uuid
  /** The platform's own id; taken in once per inbox. */
  readonly externalId?: string
  readonly parts: readonly Part[]
  readonly inReplyTo?: Uuid
  /** What was on view; sealed with the message, for colleagues. */
  readonly context?: VisitContext
  /** Off: people only. */
  readonly botOn: boolean
}
export interface Thought {
  /** Null: no answer yet (or ever). The message is stored all the same. */
  readonly answer: Omit<BotAnswered, 'type'> | null
}
/** Both are called outside any transaction, and again when the conversation changed meanwhile. */
export interface Listener {
  /** What the message says, whoever has the turn. */
  readonly hear: (ground: Ground) => Promise<Message['verdict']>
  /** Called when the bot has the turn. */
  readonly think: (state: ConversationState, ground: Ground, conversationId: Uuid) => Promise<Thought>
}

export const externalKey = (inboxId: Uuid, externalId: string): string => `in:${inboxId}:${externalId}`

/** The inbound message is the first of `messages`, also on a duplicate. */
export const receive = async (parts: ConversationParts, inbound: Inbound, listener: Listener): Promise<Acted> => {
  const located = await locate(parts, inbound)
  const { conversationId } = located
  const wish: Act = {
    tenant: inbound.tenant,
    conversationId,
    changeId: inbound.changeId,
    dedupe: inbound.externalId === undefined ? [] : [externalKey(inbound.inboxId, inbound.externalId)],
    ...(inbound.externalId === undefined ? {} : { externalId: inbound.externalId }),
    load: (fresh) => groundOf(parts, inbound, located, fresh),
    decide: (state, ground) => turn(parts, { inbound, listener, conversationId }, state, ground),
  }
  return onReusedId(act(parts, wish))
}

const turn = async (
  parts: ConversationParts,
  call: { readonly inbound: Inbound; readonly listener: Listener; readonly conversationId: Uuid },
  state: ConversationState | null,
  ground: Ground,
): Promise<Decision | Refusal> => {
  const now = parts.clock.now()
  const verdict = await call.listener.hear(ground)
  const heard = verdict === undefined ? {} : { verdict }
  const wrote = decide(state, { type: 'customer-wrote', ...call.inbound, ...heard }, now)
  if (isRefusal(wrote) || wrote.next.status !== 'bot') return wrote
  const { answer } = await call.listener.think(wrote.next, ground, call.conversationId)
  if (answer === null) return wrote
  const said = decide(wrote.next, { type: 'bot-answered', ...answer }, now)
  return isRefusal(said) ? wrote : andThen(wrote, said)
}

/** Somebody asks for a person before, or instead of, writing. Answers the conversation, waiting or already with someone. */
export const askForPerson = async (
  parts: ConversationParts,
  at: Whereabouts & { readonly changeId: Uuid },
): Promise<Acted> => {
  const located = await locate(parts, at)
  const { conversationId } = located
  const { contactId, inboxId, channel, locale } = at
  const start = { contactId, inboxId, channel, locale }
  return act(parts, {
    tenant: at.tenant,
    conversationId,
    changeId: at.changeId,
    load: (fresh) => groundOf(parts, at, located, fresh),
    decide: (state) => decide(state, { type: 'hand-over', by: 'customer', reason: 'asked', start }, parts.clock.now()),
  })
}
