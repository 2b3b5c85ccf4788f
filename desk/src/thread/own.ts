// Which of the reader's own messages can still be changed. Pure; the server decides again.
import type { Message } from '@ballast/contract/conversation'
import type { Part } from '@ballast/contract/parts'

export const CHANGEABLE_MS = 15 * 60_000

/** `now`: epoch ms. */
export const canRecall = (message: Message, me: string, now: number): boolean =>
  message.author.kind === 'agent' &&
  message.author.id === me &&
  !message.recalled &&
  now - Date.parse(message.sentAt) < CHANGEABLE_MS

export const textOf = (message: Message): string | null =>
  message.parts.find((part) => part.kind === 'text')?.text ?? null

export const canEdit = (message: Message, me: string, now: number): boolean =>
  canRecall(message, me, now) && textOf(message) !== null

/** What ↑ in an empty composer opens: the newest own message of this tab, if it can still be edited. */
export const lastEditable = (
  messages: readonly Message[],
  by: { readonly me: string; readonly note: boolean },
  now: number,
): Message | null => {
  const own = messages.filter(({ author, note }) => author.kind === 'agent' && author.id === by.me && note === by.note)
  const last = own.filter(({ recalled }) => !recalled).at(-1)
  return last && canEdit(last, by.me, now) ? last : null
}

/** The same message with other words; pictures and cards stay where they are. */
export const reworded = (parts: readonly Part[], text: string): Part[] => {
  const at = parts.findIndex((part) => part.kind === 'text')
  const others = (part: Part, index: number) => part.kind !== 'text' || index === at
  return parts.filter(others).map((part) => (part.kind === 'text' ? { kind: 'text', text } : part))
}
