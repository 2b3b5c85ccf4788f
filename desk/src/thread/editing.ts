// Changing and taking back one's own messages: shown at once, put back as they were when the server refuses.
import type { Message } from '@ballast/contract/conversation'
import i18next from 'i18next'
import { explain } from '../app/explain.ts'
import { queries, server } from '../app/server.ts'
import { addMessages } from '../live/apply.ts'
import { cell } from '../live/cell.ts'
import type { Thread } from '../live/thread.ts'
import { toast } from '../ui/toasts.tsx'
import { reworded } from './own.ts'

/** The message whose words are in the composer right now. */
export const editing = cell<Message | null>(null)
export const stopEditing = (): void => editing.set(null)

/** Puts the message back while it is still as it was guessed; what is true now is read again. */
const undo = (before: Message, guess: Message) => {
  const { conversationId, id } = before
  const held = queries.getQueryData<Thread>(['thread', conversationId])?.messages.find((each) => each.id === id)
  if (held?.editedAt === guess.editedAt && held?.recalled === guess.recalled)
    addMessages(queries, conversationId, [before])
  void queries.invalidateQueries({ queryKey: ['thread', conversationId] })
}

/** `again`: offered when it failed, with the words that would else be lost. */
const change = async (step: {
  before: Message
  guess: Message
  ask: () => Promise<{ message: Message }>
  again: () => void
}) => {
  const { before, guess, ask, again } = step
  addMessages(queries, before.conversationId, [guess])
  try {
    addMessages(queries, before.conversationId, [(await ask()).message])
    return true
  } catch (error) {
    undo(before, guess)
    toast(explain(error), { tone: 'problem', act: { label: i18next.t('do.retry'), run: again } })
    return false
  }
}
const at = ({ conversationId, id }: Message) => ({ conversationId, messageId: id })

export const saveEdit = (message: Message, text: string): Promise<boolean> => {
  const parts = reworded(message.parts, text)
  return change({
    before: message,
    guess: { ...message, parts, editedAt: new Date().toISOString() },
    ask: () => server.editMessage({ params: at(message), body: { parts } }),
    again: () => void saveEdit(message, text),
  })
}

/** `rewrite`: puts the words into the composer, offered once they were taken back. */
export const recall = async (message: Message, rewrite: (() => void) | null): Promise<void> => {
  const done = await change({
    before: message,
    guess: { ...message, recalled: true },
    ask: () => server.recallMessage({ params: at(message), body: {} }),
    again: () => void recall(message, rewrite),
  })
  if (done) toast(i18next.t('own.recalled'), rewrite ? { act: { label: i18next.t('own.rewrite'), run: rewrite } } : {})
}
