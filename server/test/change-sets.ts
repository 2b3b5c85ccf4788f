// Change sets for tests: an ordinary inquiry, with everything a test may want to differ.
import { randomBytes } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import type { ChangeSet, ConversationColumns } from '../src/platform/database/train.ts'

let count = 0

/** A UUIDv7 of this moment (or of `at`, epoch ms); within a millisecond later ids sort later. */
export const newId = (at = Date.now()): Uuid => {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | (count++ & 0x0fff), 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const stateOf = (contactId: Uuid, more: Partial<ConversationColumns> = {}): ConversationColumns => ({
  contactId,
  inboxId: '00000000-0000-7000-8000-000000000001',
  channel: 'web',
  status: 'bot',
  assigneeId: null,
  teamId: null,
  locale: 'zh-CN',
  handoverReason: null,
  dialog: null,
  waitingSince: null,
  snoozedUntil: null,
  openedAt: Date.now(),
  resolvedAt: null,
  lastAuthor: 'bot',
  preview: null,
  ...more,
})

/** One question and its answer, with their two facts. `version` 0 creates the conversation and its contact. */
export const inquiry = (
  at: { tenant: Uuid; conversationId: Uuid; contactId: Uuid; version: number },
  more: Partial<ChangeSet> = {},
): ChangeSet => {
  const [question, answer] = [newId(), newId()]
  const body = Buffer.from('sealed')
  return {
    id: newId(),
    tenant: at.tenant,
    conversationId: at.conversationId,
    expectedVersion: at.version,
    state: stateOf(at.contactId),
    ...(at.version === 0
      ? { contact: { id: at.contactId, verified: false, personKey: Buffer.from('wrapped'), channel: 'web' } }
      : {}),
    messages: [
      { id: question, authorKind: 'customer', channel: 'web', body, note: false },
      { id: answer, authorKind: 'bot', channel: 'web', body, note: false },
    ],
    facts: [
      {
        id: newId(),
        type: 'message.received',
        subject: at.conversationId,
        data: { messageId: question, channel: 'web', chars: 6 },
        messageIndex: 0,
      },
      {
        id: newId(),
        type: 'message.sent',
        subject: at.conversationId,
        data: { messageId: answer, channel: 'web', by: 'bot', note: false, chars: 6 },
        messageIndex: 1,
      },
    ],
    dedupe: [],
    ...more,
  }
}
