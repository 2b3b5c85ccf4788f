// Between a row as stored and the words of rules and contract.
import type { Conversation, Uuid } from '@ballast/contract'
import type { StoredConversation } from '../../platform/database/reader.ts'
import type { PersonKey } from '../../platform/secrets/secrets.ts'
import type { ConversationState } from './rules/state.ts'
import { openDialog } from './sealing.ts'

export const stateOf = (row: StoredConversation, key: PersonKey | null): ConversationState => ({
  contactId: row.contactId,
  inboxId: row.inboxId,
  channel: row.channel,
  status: row.status as ConversationState['status'],
  assigneeId: row.assigneeId,
  teamId: row.teamId,
  locale: row.locale,
  handoverReason: row.handoverReason as ConversationState['handoverReason'],
  dialog: openDialog(key, { tenant: row.tenant, conversationId: row.id }, row.dialog) as ConversationState['dialog'],
  waitingSince: row.waitingSince,
  snoozedUntil: row.snoozedUntil,
  openedAt: row.openedAt,
  resolvedAt: row.resolvedAt,
  lastAuthor: (row.lastAuthor ?? 'customer') as ConversationState['lastAuthor'],
})

const instant = (ms: number) => new Date(ms).toISOString()
const maybe = (ms: number | null) => (ms === null ? null : instant(ms))

export const toConversation = (row: StoredConversation): Conversation => ({
  id: row.id,
  contactId: row.contactId,
  inboxId: row.inboxId,
  channel: row.channel,
  status: row.status as Conversation['status'],
  assigneeId: row.assigneeId,
  teamId: row.teamId,
  seq: row.seq,
  version: row.version,
  locale: row.locale,
  handoverReason: row.handoverReason as Conversation['handoverReason'],
  waitingSince: maybe(row.waitingSince),
  snoozedUntil: maybe(row.snoozedUntil),
  openedAt: instant(row.openedAt),
  updatedAt: instant(row.updatedAt),
  resolvedAt: maybe(row.resolvedAt),
  customerReadSeq: row.customerReadSeq,
  agentReadSeq: row.agentReadSeq,
})

/** The row after a commit, so that the next decision need not read it. */
export const rowAfter = (
  before: StoredConversation | null,
  next: ConversationState,
  more: {
    readonly tenant: Uuid
    readonly id: Uuid
    readonly seq: number
    readonly version: number
    readonly at: number
    readonly preview: Buffer | null
    readonly dialog: Buffer | null
    readonly customerSeq: number
  },
): StoredConversation => ({
  ...next,
  tenant: more.tenant,
  id: more.id,
  seq: more.seq,
  version: more.version,
  updatedAt: more.at,
  preview: more.preview,
  dialog: more.dialog,
  customerSeq: more.customerSeq,
  customerReadSeq: before?.customerReadSeq ?? 0,
  agentReadSeq: before?.agentReadSeq ?? 0,
})
