// Rows for the memory tests of the list.
import type { ConversationRow } from '@ballast/contract/conversation'

export const uuid = (n: number) => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const rowOf = (n: number, more: Partial<ConversationRow['conversation']> = {}): ConversationRow => ({
  conversation: {
    id: uuid(n),
    contactId: uuid(n + 100),
    inboxId: uuid(1),
    channel: 'web',
    status: 'waiting',
    assigneeId: null,
    teamId: null,
    seq: 1,
    version: 1,
    locale: null,
    handoverReason: null,
    waitingSince: null,
    snoozedUntil: null,
    openedAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    resolvedAt: null,
    customerReadSeq: 0,
    agentReadSeq: 0,
    ...more,
  },
  contactName: 'A',
  contactLevel: null,
  assigneeName: null,
  preview: '',
  lastAuthor: 'customer',
  unread: 0,
})
