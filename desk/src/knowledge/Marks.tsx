// An entry's standing as chips.
import { useTranslation } from 'react-i18next'
import { useTimes } from '../app/times.ts'
import type { Entry } from './entries.ts'
import { type Mark, marksOf } from './standing.ts'

const LOOK: Record<Mark, string> = {
  live: 'good',
  draft: 'warn',
  'draft-above': 'warn',
  withdrawn: '',
  'not-yet': 'info',
  expired: 'bad',
  review: 'info',
}

export const Marks = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const when: Partial<Record<Mark, string | null>> = { 'not-yet': entry.validFrom, expired: entry.validTo }
  return (
    <span className="kb-marks">
      {marksOf(entry, Date.now()).map((mark) => (
        <span key={mark} className={`kb-mark ${LOOK[mark]}`} title={t(`knowledge.markText.${mark}`)}>
          {t(`knowledge.mark.${mark}`)}
          {when[mark] && ` · ${times.full(when[mark])}`}
        </span>
      ))}
    </span>
  )
}
