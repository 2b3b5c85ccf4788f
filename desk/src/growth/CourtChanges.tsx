// Question by question: what the bot says now, and what it would say with the draft.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, Court } from './growth-data.ts'

const LOOK: Record<Change['what'], string> = { solved: 'good', broken: 'bad', strayed: 'warn', moved: 'info' }
const SHOWN = 20

const Side = ({ court, change, side }: { court: Court; change: Change; side: 'before' | 'after' }) => {
  const { t } = useTranslation()
  const said = change[side].flatMap((id) =>
    court.answers.filter((answer) => answer.entryId === id && answer.side === side),
  )
  return (
    <div className="gap-side-said">
      <small>{t(`growth.court.side.${side}`)}</small>
      {said.length === 0 && (
        <p className="muted">{t(change[side].length === 0 ? 'growth.court.silent' : 'growth.court.gone')}</p>
      )}
      {said.map(({ entryId, title, answer }) => (
        <p key={entryId} className="kb-bubble">
          <b>{title}</b>
          {answer}
        </p>
      ))}
    </div>
  )
}

export const CourtChanges = ({ court }: { court: Court }) => {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  if (court.changes.length === 0) return <p className="muted">{t('growth.court.noChange')}</p>
  const shown = all ? court.changes : court.changes.slice(0, SHOWN)
  return (
    <>
      <ul className="gap-changes">
        {shown.map((change) => (
          <li key={change.questionId}>
            <div className="kb-line-top">
              <b>{change.text === '' ? t('growth.court.erased') : change.text}</b>
              <span className={`kb-mark ${LOOK[change.what]}`} title={t(`growth.court.whatText.${change.what}`)}>
                {t(`growth.court.what.${change.what}`)}
              </span>
            </div>
            <div className="gap-sides">
              <Side court={court} change={change} side="before" />
              <Side court={court} change={change} side="after" />
            </div>
          </li>
        ))}
      </ul>
      {shown.length < court.changes.length && (
        <Button onClick={() => setAll(true)}>
          {t('growth.court.more', { count: court.changes.length - shown.length })}
        </Button>
      )}
    </>
  )
}
