// What customers think: 👍 or 👎 under an answer of the bot, and how they rated the conversation.
import type { Judgement } from '@ballast/contract/conversation'
import type { Part } from '@ballast/contract/parts'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/Icon.tsx'

export const Judged = ({ judgement: { helpful, reason } }: { judgement: Judgement }) => {
  const { t } = useTranslation()
  return (
    <span className={helpful ? 'judged good' : 'judged bad'}>
      <Icon name={helpful ? 'good' : 'bad'} size={14} />
      {t(helpful ? 'judged.helpful' : 'judged.notHelpful')}
      {reason && <span>· {t(`judged.reason.${reason}`)}</span>}
    </span>
  )
}

/** The mouth of each face, from very bad to very good. */
const MOUTHS = [
  'M6 14.500c2-3.500 6-3.500 8 0',
  'M6.500 14c2-2 5-2 7 0',
  'M6.500 13h7',
  'M6.500 12.200c2 2 5 2 7 0',
  'M5.800 11.500c1.800 4.200 6.600 4.200 8.400 0z',
]

const ScoreFace = ({ score, on }: { score: number; on: boolean }) => (
  <svg
    className={on ? `score-face on s${score}` : 'score-face'}
    width={22}
    height={22}
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    <circle cx="10" cy="10" r="8.500" />
    <path d={`M7 7.500v1M13 7.500v1${MOUTHS[score - 1] ?? ''}`} />
  </svg>
)

export const RatedView = ({ part }: { part: Extract<Part, { kind: 'system' }> }) => {
  const { t } = useTranslation()
  const score = part.score ?? 3
  return (
    <div className="rated">
      <div className="rated-score">
        <span className="score-faces">
          {MOUTHS.map((mouth, index) => (
            <ScoreFace key={mouth} score={index + 1} on={index + 1 === score} />
          ))}
        </span>
        <b>{t(`judged.score.${score}`)}</b>
        <span>{t('judged.rated', { score })}</span>
      </div>
      {part.reasons && part.reasons.length > 0 && (
        <ul className="rated-reasons" aria-label={t('judged.why')}>
          {part.reasons.map((reason) => (
            <li key={reason}>{t(`judged.because.${reason}`)}</li>
          ))}
        </ul>
      )}
      {part.comment && <blockquote>{part.comment}</blockquote>}
    </div>
  )
}
