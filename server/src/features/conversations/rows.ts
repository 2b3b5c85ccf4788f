// A row of the desk's list: the conversation with its person's name and the last words.
import type { ConversationRow, Principal, Uuid } from '@ballast/contract'
import type { Loaded } from '../../platform/database/reader.ts'
import { nameFor, openField } from '../contacts/index.ts'
import { keyOfPerson } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { openPreview } from './sealing.ts'
import { countUnread } from './store-lists.ts'
import { toConversation } from './thread.ts'

/** Rows in the order given; all of one tenant. Names are masked for a reader whose role asks for it. */
export const toRows = async (
  parts: Pick<ConversationParts, 'database' | 'secrets' | 'staffNames'>,
  principal: Principal,
  loaded: readonly Loaded[],
): Promise<ConversationRow[]> => {
  const tenant = loaded[0]?.conversation.tenant
  if (tenant === undefined) return []
  const asked = loaded
    .filter(({ conversation }) => conversation.customerSeq > conversation.agentReadSeq)
    .map(({ conversation }) => ({ id: conversation.id, after: conversation.agentReadSeq }))
  const unread =
    asked.length === 0
      ? new Map<Uuid, number>()
      : await parts.database.as(tenant, (tx) => countUnread(tx, tenant, asked))
  const assignees = loaded.flatMap(({ conversation }) => conversation.assigneeId ?? [])
  const names = assignees.length === 0 ? new Map<Uuid, string>() : await parts.staffNames(tenant, assignees)
  return Promise.all(loaded.map((one) => toRow(parts, principal, one, { unread, names })))
}

const toRow = async (
  parts: Pick<ConversationParts, 'secrets'>,
  principal: Principal,
  loaded: Loaded,
  known: { readonly unread: ReadonlyMap<Uuid, number>; readonly names: ReadonlyMap<Uuid, string> },
): Promise<ConversationRow> => {
  const { conversation, contact } = loaded
  const { tenant, id: conversationId } = conversation
  const key = await keyOfPerson(parts, loaded)
  const name = openField(key, { tenant, contactId: contact.id, field: 'name' }, contact.name) ?? ''
  return {
    conversation: toConversation(conversation),
    contactName: nameFor(principal, name),
    contactLevel: contact.level,
    assigneeName: conversation.assigneeId === null ? null : (known.names.get(conversation.assigneeId) ?? null),
    preview: openPreview(key, { tenant, conversationId }, conversation.preview),
    lastAuthor: (conversation.lastAuthor ?? 'customer') as ConversationRow['lastAuthor'],
    unread: known.unread.get(conversationId) ?? 0,
  }
}
