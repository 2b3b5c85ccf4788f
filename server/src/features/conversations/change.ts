// From a decision to a change set, and from its outcome to what the others are told.
import type { Conversation, Fact, Message, Part, Uuid } from '@ballast/contract'
import type { Loaded, StoredContact, StoredConversation } from '../../platform/database/reader.ts'
import type { ChangeSet, NewContact, NewFact, NewMessage } from '../../platform/database/train.ts'
import type { Ids } from '../../platform/ids.ts'
import type { PersonKey } from '../../platform/secrets/secrets.ts'
import { isRating } from './rules/rate.ts'
import type { Decision, DraftMessage } from './rules/state.ts'
import { previewText, sealBody, sealDialog, sealPreview } from './sealing.ts'
import type { Aside } from './store.ts'
import { rowAfter, toConversation } from './thread.ts'

/** What a decision is made on: the conversation (null: none yet), its person, and the person's key. */
export interface Ground {
  readonly conversation: StoredConversation | null
  readonly contact: StoredContact
  readonly key: PersonKey
  /** Set when the person has no row yet. */
  readonly newContact?: NewContact
}

export interface Draft {
  readonly tenant: Uuid
  readonly conversationId: Uuid
  readonly changeId: Uuid
  readonly ground: Ground
  readonly decision: Decision
  readonly dedupe: readonly string[]
  /** An append decides nothing about the state: a note. */
  readonly append: boolean
  readonly externalId?: string
}
export interface Change {
  readonly set: ChangeSet
  readonly ids: readonly Uuid[]
}

const sealed = (draft: Draft, message: DraftMessage, id: Uuid, index: number): NewMessage => ({
  id,
  authorKind: message.author.kind,
  ...(message.author.id === undefined ? {} : { authorId: message.author.id }),
  ...(message.author.name === undefined ? {} : { authorName: message.author.name }),
  channel: message.channel,
  body: sealBody(draft.ground.key, { tenant: draft.tenant, messageId: id }, message),
  note: message.note,
  ...(message.inReplyTo === undefined ? {} : { inReplyTo: message.inReplyTo }),
  ...asideOf(message),
  ...(index === 0 && draft.externalId !== undefined ? { externalId: draft.externalId } : {}),
})

/** One column: what was understood of a customer's message, what the bot did with its own, that a line is a rating. */
const asideOf = ({ verdict, turn, author, parts }: DraftMessage): { readonly verdict?: Aside } => {
  if (verdict !== undefined) return { verdict }
  if (turn !== undefined) return { verdict: { turn } }
  return author.kind === 'system' && isRating(parts) ? { verdict: { rated: true } } : {}
}

const lastSaid = (messages: readonly DraftMessage[]): readonly Part[] | undefined =>
  messages.findLast((message) => !message.note && message.author.kind !== 'system')?.parts

const dialogOf = ({ decision, ground, tenant, conversationId }: Draft): Buffer | null => {
  const { dialog } = decision.next
  return dialog === null ? null : sealDialog(ground.key, tenant, conversationId, dialog)
}

const previewOf = (draft: Draft): Buffer | null => {
  const said = lastSaid(draft.decision.messages)
  if (said === undefined) return draft.ground.conversation?.preview ?? null
  return sealPreview(draft.ground.key, draft.tenant, draft.conversationId, previewText(said))
}

export const toChange = (makeIds: Ids, draft: Draft): Change => {
  const { decision, ground } = draft
  const ids = decision.messages.map((message) => message.id ?? makeIds.uuid())
  const facts = decision.facts.map(
    (fact): NewFact => ({
      id: makeIds.uuid(),
      type: fact.type,
      subject: draft.conversationId,
      data: 'message' in fact ? { ...fact.data, messageId: ids[fact.message] } : fact.data,
      ...('message' in fact ? { messageIndex: fact.message } : {}),
    }),
  )
  const set: ChangeSet = {
    id: draft.changeId,
    tenant: draft.tenant,
    conversationId: draft.conversationId,
    expectedVersion: draft.append ? -1 : (ground.conversation?.version ?? 0),
    ...(draft.append ? {} : { state: { ...decision.next, preview: previewOf(draft), dialog: dialogOf(draft) } }),
    ...(ground.newContact === undefined ? {} : { contact: ground.newContact }),
    messages: decision.messages.map((message, index) => sealed(draft, message, ids[index]!, index)),
    facts,
    dedupe: draft.dedupe,
  }
  return { set, ids }
}

export interface After {
  readonly loaded: Loaded
  readonly conversation: Conversation
  readonly messages: readonly Message[]
  readonly facts: readonly Fact[]
}

/** What the commit made true. `at`: the commit's time, epoch ms. */
export const afterCommit = (
  draft: Draft,
  change: Change,
  outcome: { readonly version: number; readonly firstSeq: number; readonly at: number },
): After => {
  const { decision, ground } = draft
  const messages = decision.messages.map((message, index) =>
    plainMessage(draft, message, { id: change.ids[index]!, seq: outcome.firstSeq + index, at: outcome.at }),
  )
  const customer = messages.findLast((message) => message.author.kind === 'customer')?.seq
  const row = rowAfter(ground.conversation, decision.next, {
    tenant: draft.tenant,
    id: draft.conversationId,
    seq: outcome.firstSeq + messages.length - 1,
    version: outcome.version,
    at: outcome.at,
    preview: change.set.state?.preview ?? ground.conversation?.preview ?? null,
    dialog: change.set.state === undefined ? (ground.conversation?.dialog ?? null) : change.set.state.dialog,
    customerSeq: customer ?? ground.conversation?.customerSeq ?? 0,
  })
  return {
    loaded: { conversation: row, contact: ground.contact },
    conversation: toConversation(row),
    messages,
    facts: change.set.facts.map((fact) => toFact(draft.tenant, fact, outcome)),
  }
}

const plainMessage = (
  draft: Draft,
  message: DraftMessage,
  placed: { readonly id: Uuid; readonly seq: number; readonly at: number },
): Message => ({
  id: placed.id,
  conversationId: draft.conversationId,
  seq: placed.seq,
  author: message.author,
  channel: message.channel,
  parts: [...message.parts],
  note: message.note,
  sentAt: new Date(placed.at).toISOString(),
  recalled: false,
  delivery: 'sent',
  ...(message.inReplyTo === undefined ? {} : { inReplyTo: message.inReplyTo }),
  ...(message.context === undefined ? {} : { context: message.context }),
  ...(message.verdict === undefined ? {} : { verdict: message.verdict }),
  ...(message.turn === undefined ? {} : { turn: message.turn }),
})

const toFact = (tenant: Uuid, fact: NewFact, outcome: { readonly firstSeq: number; readonly at: number }): Fact =>
  ({
    id: fact.id,
    tenant,
    type: fact.type,
    subject: fact.subject,
    at: new Date(outcome.at).toISOString(),
    data: fact.messageIndex === undefined ? fact.data : { ...fact.data, seq: outcome.firstSeq + fact.messageIndex },
  }) as Fact
