// The one shell of every verb: load, decide, commit, tell. Decisions are rules; this file only carries them.
import type { Conversation, Message, Principal, ProblemCode, Uuid } from '@ballast/contract'
import type { Outcome } from '../../platform/database/train.ts'
import { afterCommit, type Change, type Draft, type Ground, toChange } from './change.ts'
import { readMessages } from './messages.ts'
import { type ConversationParts, WAKE_JOB } from './parts.ts'
import { type ConversationState, type Decision, isRefusal, isUnchanged, type Refusal } from './rules/state.ts'
import { seesConversation } from './rules/visibility.ts'
import { stateOf, toConversation } from './thread.ts'

export interface Act {
  readonly tenant: Uuid
  readonly conversationId: Uuid
  /** The change set's id: the same id never commits twice. */
  readonly changeId: Uuid
  readonly load: (fresh: boolean) => Promise<Ground | Refusal>
  readonly decide: (state: ConversationState | null, ground: Ground) => Decision | Refusal | Promise<Decision | Refusal>
  readonly dedupe?: readonly string[]
  readonly append?: boolean
  readonly externalId?: string
}
export interface Acted {
  readonly conversation: Conversation
  /** The messages this change wrote, in order; on a duplicate, those stored the first time. */
  readonly messages: readonly Message[]
  readonly duplicate: boolean
}

type Settled = Exclude<Outcome, { outcome: 'stale' }>

/** Throws the Problem of a refusal. Resolves after COMMIT. */
export const act = async (parts: ConversationParts, wish: Act): Promise<Acted> => {
  let isFresh = false
  return parts.decider.decideAndCommit<Ground | Refusal, Promise<Acted>>({
    tenant: wish.tenant,
    conversationId: wish.conversationId,
    load: (fresh) => {
      isFresh = fresh
      return wish.load(fresh)
    },
    decide: async (loaded) => {
      let decided = await decideOn(wish, loaded)
      // What is remembered is only a hint: nothing is refused, and nothing left undone, on its word alone.
      if (!isFresh && !('draft' in decided)) decided = await decideOn(wish, await wish.load(true))
      if ('refused' in decided) return decided
      if ('idle' in decided) return { nothing: Promise.resolve(decided.idle) }
      const { draft } = decided
      await setTimers(parts, draft)
      const change = toChange(parts.ids, draft)
      return { commit: change.set, result: (outcome) => settle(parts, draft, change, outcome) }
    },
  })
}

const decideOn = async (
  wish: Act,
  ground: Ground | Refusal,
): Promise<Refusal | { readonly idle: Acted } | { readonly draft: Draft }> => {
  if (isRefusal(ground)) return ground
  const before = ground.conversation === null ? null : stateOf(ground.conversation, ground.key)
  const decision = await wish.decide(before, ground)
  if (isRefusal(decision)) return decision
  if (ground.conversation !== null && isUnchanged(decision, before)) {
    return { idle: { conversation: toConversation(ground.conversation), messages: [], duplicate: false } }
  }
  const { tenant, conversationId, changeId, dedupe = [], append = false, externalId } = wish
  const more = externalId === undefined ? {} : { externalId }
  return { draft: { tenant, conversationId, changeId, ground, decision, dedupe, append, ...more } }
}

/** Before the commit: a timer for a snooze that then fails rings for nothing, one never set would lose the customer. */
const setTimers = async (parts: ConversationParts, draft: Draft): Promise<void> => {
  const { tenant, conversationId } = draft
  for (const effect of draft.decision.effects) {
    await parts.schedule(WAKE_JOB, { tenant, conversationId, until: effect.at }, effect.at)
  }
}

const settle = async (parts: ConversationParts, draft: Draft, change: Change, outcome: Settled): Promise<Acted> => {
  if (outcome.outcome === 'committed') return tell(parts, draft, change, outcome)
  return seenBefore(parts, draft, change, outcome)
}

const tell = async (
  parts: ConversationParts,
  draft: Draft,
  change: Change,
  outcome: { readonly version: number; readonly firstSeq: number; readonly at: number },
): Promise<Acted> => {
  const { tenant, conversationId } = draft
  const { loaded, messages, facts, ...after } = afterCommit(draft, change, outcome)
  let { conversation } = after
  parts.recent.add(conversationId, messages)
  if (draft.append && outcome.version !== draft.ground.conversation?.version) {
    // An append looked at an older state than it was added to: what it remembers of it is not worth keeping.
    const now = await parts.reader.conversation(tenant, conversationId, true)
    if (now !== null) conversation = toConversation(now.conversation)
  } else parts.reader.remember(loaded)
  parts.published({ tenant, conversation, messages, facts })
  return { conversation, messages, duplicate: false }
}

/** This id, or one of its keys, was stored earlier: answer what is stored, write nothing. */
const seenBefore = async (parts: ConversationParts, draft: Draft, change: Change, outcome: Settled): Promise<Acted> => {
  const { tenant } = draft
  parts.reader.forget(tenant, outcome.conversationId)
  const loaded = await parts.reader.conversation(tenant, outcome.conversationId, true)
  if (loaded === null) throw new Error('a stored change set without its conversation')
  const messages = await readMessages(parts, loaded, {
    afterSeq: outcome.firstSeq - 1,
    limit: Math.max(2, change.ids.length),
  })
  const conversation = toConversation(loaded.conversation)
  // The commit was ours, only its answer was lost on the way: the others have not been told yet.
  const ours = change.ids.length > 0 && change.ids.every((id, index) => messages[index]?.id === id)
  if (ours) parts.published({ tenant, conversation, messages: messages.slice(0, change.ids.length), facts: [] })
  return { conversation, messages, duplicate: true }
}

/** Loads an existing conversation for somebody who must be allowed to see it. */
export const loadFor =
  (parts: ConversationParts, principal: Principal, tenant: Uuid, conversationId: Uuid) =>
  async (fresh: boolean): Promise<Ground | Refusal> => {
    const ground = await loadGround(parts, tenant, conversationId, fresh)
    if (isRefusal(ground)) return ground
    if (ground.conversation === null) return notFound
    const inboxes = principal.kind === 'visitor' ? [] : await parts.visibleInboxes(principal)
    return seesConversation(principal, inboxes, ground.conversation) ? ground : notFound
  }
const notFound: Refusal = { refused: 'conversation.not-found' satisfies ProblemCode }

export const loadGround = async (
  parts: ConversationParts,
  tenant: Uuid,
  conversationId: Uuid,
  fresh: boolean,
): Promise<Ground | Refusal> => {
  const loaded = await parts.reader.conversation(tenant, conversationId, fresh)
  if (loaded === null) return notFound
  // Nothing can be written to somebody who was erased: there is no key to seal it with.
  if (loaded.contact.personKey === null) return { refused: 'conversation.wrong-status' }
  const key = await parts.secrets.openPersonKey(tenant, loaded.contact.personKey)
  return { conversation: loaded.conversation, contact: loaded.contact, key }
}
