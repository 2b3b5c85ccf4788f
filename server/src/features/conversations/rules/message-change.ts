// Changing what was already said, and how far it was read. Times are epoch milliseconds.
import type { Author } from '@ballast/contract/conversation'
import type { Uuid } from '@ballast/contract/primitives'
import type { Refusal } from './state.ts'

/** How long a message may be edited or recalled by its author. */
export const CHANGEABLE_MS = 15 * 60_000

export interface Changeable {
  readonly authorKind: Author['kind']
  readonly authorId: Uuid | null
  readonly sentAt: number
  readonly recalled: boolean
}
export type Changer = { readonly kind: 'customer' | 'agent'; readonly id: Uuid }

/** May this author still change this message? `null`: yes. */
export const refuseChange = (message: Changeable | null, changer: Changer, now: number): Refusal | null => {
  if (message === null) return { refused: 'message.not-found' }
  if (message.authorKind !== changer.kind || message.authorId !== changer.id) return { refused: 'message.not-yours' }
  if (now - message.sentAt > CHANGEABLE_MS) return { refused: 'message.too-old' }
  return null
}

/** Read marks only go up, and never past the last message. `null`: nothing changes. */
export const nextReadMark = (current: number, lastSeq: number, wished: number): number | null => {
  const mark = Math.min(wished, lastSeq)
  return mark > current ? mark : null
}

const ORDER = { sent: 0, delivered: 1, read: 2, failed: 1 } as const
/** Receipts arrive in any order and more than once: a message that was read is never merely delivered again. */
export const receiptMoves = (current: keyof typeof ORDER, receipt: 'delivered' | 'read' | 'failed'): boolean =>
  current === 'failed' ? receipt === 'delivered' || receipt === 'read' : ORDER[receipt] > ORDER[current]
