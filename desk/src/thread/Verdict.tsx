// The quiet chips under a customer's message: what was heard in it. A click shows why, and lets a colleague say better.
import type { Message } from '@ballast/contract/conversation'
import { useTranslation } from 'react-i18next'
import { useMay } from '../app/server.ts'
import { useTitle } from '../language/lab.ts'
import { openDialog } from '../ui/dialogs.ts'
import { type Chip, chipsOf } from './heard.ts'

const Chips = ({ chips }: { chips: readonly Chip[] }) => {
  const { t } = useTranslation()
  const title = useTitle()
  return chips.map(({ key, words, intent, tone }) => (
    <span key={key} className={`heard ${tone}`}>
      {intent === undefined ? t(words) : t(words, { intent: title(intent) })}
    </span>
  ))
}

export const Verdict = ({ message }: { message: Message }) => {
  const { t } = useTranslation()
  const [replies, reads] = [useMay('conversations.reply'), useMay('language.read')]
  const chips = chipsOf(message.verdict ?? {})
  const { confidence } = message.verdict ?? {}
  const sure = confidence === undefined ? '' : ` ${Math.round(confidence * 100)} %`
  if (chips.length === 0 || message.author.kind !== 'customer') return null
  if (message.recalled || !replies || !reads)
    return (
      <span className="verdict" title={`${t('verdict.label')}${sure}`}>
        <Chips chips={chips} />
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
      <Chips chips={chips} />
    </button>
  )
}
