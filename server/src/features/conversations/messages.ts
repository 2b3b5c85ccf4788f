// Reading messages: opened in batch with the person's key; a person who was erased reads as erased, never as an error.
import type { Message, Uuid } from '@ballast/contract'
import type { Loaded } from '../../platform/database/reader.ts'
import type { PersonKey } from '../../platform/secrets/secrets.ts'
import type { ConversationParts } from './parts.ts'
import { openBody, RECALLED } from './sealing.ts'
import { type BotAside, type MessageRow, type Page, pageOfMessages } from './store.ts'

export const toMessage = (key: PersonKey | null, tenant: Uuid, row: MessageRow): Message => ({
  id: row.id,
  conversationId: row.conversationId,
  seq: row.seq,
  author: {
    kind: row.authorKind,
    ...(row.authorId === null ? {} : { id: row.authorId }),
    ...(row.authorName === null ? {} : { name: row.authorName }),
  },
  channel: row.channel,
  ...bodyOf(key, tenant, row),
  note: row.note,
  sentAt: row.sentAt.toISOString(),
  recalled: row.recalled,
  delivery: row.delivery,
  ...(row.editedAt === null ? {} : { editedAt: row.editedAt.toISOString() }),
  ...(row.failure === null ? {} : { failure: row.failure }),
  ...(row.inReplyTo === null ? {} : { inReplyTo: row.inReplyTo }),
  ...asideOf(row),
})

const bodyOf = (key: PersonKey | null, tenant: Uuid, row: MessageRow): Pick<Message, 'parts' | 'context'> => {
  if (row.recalled) return { parts: [...RECALLED] }
  const { parts, context } = openBody(key, { tenant, messageId: row.id }, row.body)
  return { parts: [...parts], ...(context === undefined ? {} : { context }) }
}

const asideOf = ({ authorKind, aside }: MessageRow): Pick<Message, 'turn' | 'judgement' | 'verdict'> => {
  if (aside === null || authorKind === 'system') return {}
  if (authorKind !== 'bot') return { verdict: aside as NonNullable<Message['verdict']> }
  const { turn, judgement } = aside as BotAside
  return { ...(turn === undefined ? {} : { turn }), ...(judgement === undefined ? {} : { judgement }) }
}

/** The key of the conversation's person; null once they were erased. */
export const keyOfPerson = async (
  parts: Pick<ConversationParts, 'secrets'>,
  { conversation, contact }: Loaded,
): Promise<PersonKey | null> =>
  contact.personKey === null ? null : parts.secrets.openPersonKey(conversation.tenant, contact.personKey)

export const readMessages = async (
  parts: Pick<ConversationParts, 'database' | 'secrets'>,
  loaded: Loaded,
  page: Page,
): Promise<Message[]> => {
  const { tenant, id } = loaded.conversation
  const rows = await parts.database.as(tenant, (tx) => pageOfMessages(tx, tenant, id, page))
  const key = await keyOfPerson(parts, loaded)
  return rows.map((row) => toMessage(key, tenant, row))
}
