// Reading one conversation and its messages, by whoever may see it.
import {
  type Contact,
  type Conversation,
  type ConversationRow,
  type Message,
  type Principal,
  problem,
  type Uuid,
} from '@ballast/contract'
import type { Loaded } from '../../platform/database/reader.ts'
import { readContact } from '../contacts/index.ts'
import { readMessages } from './messages.ts'
import type { ConversationParts, StaffSide } from './parts.ts'
import { toRows } from './rows.ts'
import { conversationForCustomer, messageForCustomer } from './rules/for-customer.ts'
import { seesConversation } from './rules/visibility.ts'
import { inboxesOfContact } from './store.ts'
import { toConversation } from './thread.ts'

type Reader = Extract<Principal, { tenant: Uuid }>

/** The conversation as it is now, for somebody who may see it. Throws `conversation.not-found`. */
export const loadVisible = async (
  parts: ConversationParts,
  principal: Reader,
  conversationId: Uuid,
): Promise<Loaded> => {
  const loaded = await parts.reader.conversation(principal.tenant, conversationId, true)
  if (loaded === null) throw problem('conversation.not-found')
  const inboxes = principal.kind === 'visitor' ? [] : await parts.visibleInboxes(principal)
  if (!seesConversation(principal, inboxes, loaded.conversation)) throw problem('conversation.not-found')
  return loaded
}

export const readConversation = async (
  parts: ConversationParts,
  principal: StaffSide,
  conversationId: Uuid,
): Promise<{ row: ConversationRow; contact: Contact }> => {
  const loaded = await loadVisible(parts, principal, conversationId)
  const [row] = await toRows(parts, principal, [loaded])
  if (row === undefined) throw problem('conversation.not-found')
  return { row, contact: await readContact(parts, principal, loaded.contact.id) }
}

export interface MessagePage {
  readonly conversationId: Uuid
  readonly afterSeq?: number
  readonly beforeSeq?: number
  readonly limit?: number
}
/** In sequence order. A visitor never gets notes or verdicts; `lastSeq` counts every message all the same. */
export const listMessages = async (
  parts: ConversationParts,
  principal: Reader,
  { conversationId, limit = 100, ...page }: MessagePage,
): Promise<{ messages: Message[]; lastSeq: number }> => {
  const loaded = await loadVisible(parts, principal, conversationId)
  const isCustomer = principal.kind === 'visitor'
  const messages = await readMessages(parts, loaded, { ...page, limit, withoutNotes: isCustomer })
  return {
    messages: isCustomer ? messages.flatMap((message) => messageForCustomer(message) ?? []) : messages,
    lastSeq: loaded.conversation.seq,
  }
}

/** Throws `conversation.not-found` for what the caller may not see. */
export const mustSee = async (parts: ConversationParts, principal: Reader, conversationId: Uuid): Promise<void> => {
  await loadVisible(parts, principal, conversationId)
}

/** A visitor's conversation in their inbox; null before the first message. */
export const currentConversation = async (
  parts: ConversationParts,
  visitor: Extract<Principal, { kind: 'visitor' }>,
): Promise<Conversation | null> => {
  const person = await parts.reader.contact(visitor.tenant, visitor.contactId, visitor.inboxId)
  return person?.latest == null ? null : conversationForCustomer(toConversation(person.latest))
}

/** Whether the caller sees any conversation of this person. */
export const seesContact = async (
  parts: ConversationParts,
  principal: StaffSide,
  contactId: Uuid,
): Promise<boolean> => {
  const [mine, theirs] = await Promise.all([
    parts.visibleInboxes(principal),
    parts.database.as(principal.tenant, (tx) => inboxesOfContact(tx, principal.tenant, contactId)),
  ])
  return theirs.some((inbox) => mine.includes(inbox))
}
