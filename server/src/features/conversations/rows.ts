// A row of the desk's list: the conversation with its person's name and the last words.
import type { ConversationRow, Principal, Uuid } from '@ballast/contract'
import type { Loaded } from '../../platform/database/reader.ts'
import { nameFor, openField } from '../contacts/index.ts'
import { keyOfPerson } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { gradeOf } from './rules/grade.ts'
import { openPreview } from './sealing.ts'
import { type RowMarks, readMarks } from './store-lists.ts'
import { toConversation } from './thread.ts'

/** Rows in the order given; all of one tenant. Names are masked for a reader whose role asks for it. */
export const toRows = async (
  parts: Pick<ConversationParts, 'database' | 'secrets' | 'staffNames'>,
  principal: Principal,
  loaded: readonly Loaded[],
): Promise<ConversationRow[]> => {
  const tenant = loaded[0]?.conversation.tenant
  if (tenant === undefined) return []
  const asked = loaded.map(({ conversation }) => ({ id: conversation.id, after: conversation.agentReadSeq }))
  const marks = await parts.database.as(tenant, (tx) => readMarks(tx, tenant, asked))
  const assignees = loaded.flatMap(({ conversation }) => conversation.assigneeId ?? [])
  const names = assignees.length === 0 ? new Map<Uuid, string>() : await parts.staffNames(tenant, assignees)
  return Promise.all(loaded.map((one) => toRow(parts, principal, one, { marks, names })))
}

const toRow = async (
  parts: Pick<ConversationParts, 'secrets'>,
  principal: Principal,
  loaded: Loaded,
  known: { readonly marks: ReadonlyMap<Uuid, RowMarks>; readonly names: ReadonlyMap<Uuid, string> },
): Promise<ConversationRow> => {
  const { conversation, contact } = loaded
  const { tenant, id: conversationId } = conversation
  const key = await keyOfPerson(parts, loaded)
  const name = openField(key, { tenant, contactId: contact.id, field: 'name' }, contact.name) ?? ''
  const marks = known.marks.get(conversationId)
  const grade = marks && gradeOf({ ...marks, handedOver: conversation.handoverReason !== null })
  return {
    conversation: toConversation(conversation),
    contactName: nameFor(principal, name),
    contactLevel: contact.level,
    assigneeName: conversation.assigneeId === null ? null : (known.names.get(conversation.assigneeId) ?? null),
    preview: openPreview(key, { tenant, conversationId }, conversation.preview),
    lastAuthor: (conversation.lastAuthor ?? 'customer') as ConversationRow['lastAuthor'],
    unread: marks?.unread ?? 0,
    ...(grade ? { grade } : {}),
  }
}
