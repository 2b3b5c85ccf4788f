// The quiet chip under a customer's message: what it was taken for. Who may answer may say what it meant instead.
import type { Message } from '@ballast/contract/conversation'
import { useTranslation } from 'react-i18next'
import { useMay } from '../app/server.ts'
import { useCell } from '../live/cell.ts'
import { openDialog } from '../ui/dialogs.ts'
import { meant } from './meant.ts'

const useWords = ({ verdict }: Message): string[] => {
  const { t } = useTranslation()
  if (verdict === undefined) return []
  const { intent, emotion, asksForPerson } = verdict
  return [
    intent && t(`intent.${intent}`, { defaultValue: intent }),
    emotion && emotion !== 'neutral' && t(`emotion.${emotion}`, { defaultValue: emotion }),
    asksForPerson && intent !== 'person' && t('verdict.asksForPerson'),
  ].filter((word): word is string => Boolean(word))
}

export const Verdict = ({ message }: { message: Message }) => {
  const { t } = useTranslation()
  const words = useWords(message)
  const corrected = useCell(meant, (now) => now.get(message.id))
  const [replies, reads] = [useMay('conversations.reply'), useMay('language.read')]
  const { confidence } = message.verdict ?? {}
  const sure = confidence === undefined ? '' : ` ${Math.round(confidence * 100)}%`
  if (words.length === 0) return null
  const shown = corrected === undefined ? words.join(' · ') : t('language.corrected', { name: corrected })
  if (message.author.kind !== 'customer' || message.recalled || !replies || !reads)
    return (
      <span className="verdict" title={`${t('verdict.label')}${sure}`}>
        {shown}
      </span>
    )
  return (
    <button
      type="button"
      className="verdict verdict-button"
      title={`${t('verdict.label')}${sure}. ${t('language.meantElse')}`}
      aria-haspopup="dialog"
      onClick={() => openDialog.set({ kind: 'meant', message })}
    >
      {shown}
    </button>
  )
}
