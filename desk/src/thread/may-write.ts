// May the reader write to the customer here, and if not, why and what would help. Pure.
import type { ConversationRow } from '@ballast/contract/conversation'

export type Hindrance = 'role' | 'resolved' | 'bot' | 'waiting' | 'snoozed' | 'colleague'

/** `null`: the reply tab is open. Notes are never hindered by status. */
export const hindranceOf = (row: ConversationRow, me: string, mayReply: boolean): Hindrance | null => {
  if (!mayReply) return 'role'
  const { status, assigneeId } = row.conversation
  if (status === 'agent') return assigneeId === me ? null : 'colleague'
  return status
}
