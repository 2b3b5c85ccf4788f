// Does this change of a conversation call the reader, and how? Pure: a desk that cries without need is soon muted.
import type { ConversationRow } from '@ballast/contract/conversation'

/** `mine`: the customer wrote in my conversation, or it was passed to me. `waiting`: somebody new waits for anyone. */
export const ALERTS = ['mine', 'waiting'] as const
export type AlertKind = (typeof ALERTS)[number]
/** What this desk knew of the conversation before the change. */
export interface Known {
  readonly seq: number
  readonly status: ConversationRow['conversation']['status']
  readonly assigneeId: string | null
}
export interface AlertState {
  readonly me: string
  readonly known: Known | null
  /** The conversation that the reader looks at, in whatever tab of the desk has the focus. `null`: none is in focus. */
  readonly inFocus: string | null
  /** A tab of the desk has the focus: the eyes are here and need no notice of the system. */
  readonly atDesk: boolean
  readonly wants: {
    readonly sound: Readonly<Record<AlertKind, boolean>>
    readonly notice: Readonly<Record<AlertKind, boolean>>
  }
}
export interface Alert {
  readonly kind: AlertKind
  readonly sound: boolean
  readonly notice: boolean
}

/** Both times are the server's: just now is told without comparing clocks. */
const JUST_MS = 2_000
const beganToWait = ({ conversation }: ConversationRow, known: Known | null): boolean => {
  const { status, waitingSince, updatedAt } = conversation
  if (status !== 'waiting' || waitingSince === null) return false
  return known === null ? Date.parse(updatedAt) - Date.parse(waitingSince) < JUST_MS : known.status !== 'waiting'
}

const calledBy = (row: ConversationRow, { me, known }: AlertState): AlertKind | null => {
  const { status, assigneeId, seq } = row.conversation
  if (beganToWait(row, known)) return 'waiting'
  if (status !== 'agent' || assigneeId !== me) return null
  const passedOn = known !== null && known.assigneeId !== null && known.assigneeId !== me
  const wrote = row.lastAuthor === 'customer' && (known === null ? row.unread > 0 : seq > known.seq)
  return wrote || passedOn ? 'mine' : null
}

export const alertFor = (row: ConversationRow, state: AlertState): Alert | null => {
  const kind = calledBy(row, state)
  if (kind === null || state.inFocus === row.conversation.id) return null
  const sound = state.wants.sound[kind]
  const notice = state.wants.notice[kind] && !state.atDesk
  return sound || notice ? { kind, sound, notice } : null
}
