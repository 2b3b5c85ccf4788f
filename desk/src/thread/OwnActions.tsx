// Edit and take back, on one's own message while that is still possible: shown on hover, on focus and on touch screens.
import type { Message } from '@ballast/contract/conversation'
import { useTranslation } from 'react-i18next'
import { askComposer } from '../app/commands.ts'
import { useMay, useSession } from '../app/server.ts'
import { useNow } from '../app/times.ts'
import { IconButton } from '../ui/Button.tsx'
import { editing, recall } from './editing.ts'
import { canEdit, canRecall, textOf } from './own.ts'

/** Takes the message back, and offers to write it anew. */
export const takeBack = (message: Message): void => {
  const text = textOf(message)
  if (editing.get()?.id === message.id) editing.set(null)
  void recall(message, text === null ? null : () => askComposer(message.note ? 'note' : 'reply', text))
}

const Buttons = ({ message, me }: { message: Message; me: string }) => {
  const { t } = useTranslation()
  const now = useNow()
  if (!canRecall(message, me, now)) return null
  return (
    <span className="own-actions">
      {canEdit(message, me, now) && (
        <IconButton icon="pen" label={t('own.edit')} onClick={() => editing.set(message)} />
      )}
      <IconButton icon="undo" label={t('own.recall')} onClick={() => takeBack(message)} />
    </span>
  )
}

export const OwnActions = ({ message }: { message: Message }) => {
  const me = useSession().staff.id
  const may = useMay('conversations.reply')
  // The clock ticks only under messages that can still be changed.
  return may && canRecall(message, me, Date.now()) ? <Buttons message={message} me={me} /> : null
}
