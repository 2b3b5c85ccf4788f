// What was understood of a text: questions with answers to change or remove, and the lines that were left out, with why.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCell } from '../live/cell.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { type Draft, keep, progress, type SkippedLine } from './steps.ts'

/** A thousand open fields would be slow to draw; more are shown when asked for. */
const SHOWN_AT_ONCE = 50

const change = (id: string, next: Partial<Draft> | null): void => {
  const drafts = progress.get().drafts ?? []
  keep({ drafts: drafts.flatMap((each) => (each.id !== id ? each : next === null ? [] : { ...each, ...next })) })
}

const DraftLine = ({ draft }: { draft: Draft }) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <li className="draft">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{draft.title}</b>
          {!open && <span className="muted clamp">{draft.answer}</span>}
        </summary>
        {open && (
          <div className="draft-fields">
            <input
              className="first-field"
              aria-label={t('welcome.question')}
              maxLength={300}
              value={draft.title}
              onChange={(event) => change(draft.id, { title: event.target.value })}
            />
            <textarea
              className="first-field"
              aria-label={t('welcome.answer')}
              rows={4}
              maxLength={8000}
              value={draft.answer}
              onChange={(event) => change(draft.id, { answer: event.target.value })}
            />
          </div>
        )}
      </details>
      <IconButton
        icon="close"
        label={t('welcome.remove', { title: draft.title })}
        onClick={() => change(draft.id, null)}
      />
    </li>
  )
}

const Skipped = ({ lines }: { lines: readonly SkippedLine[] }) => {
  const { t } = useTranslation()
  return (
    <details className="first-skipped">
      <summary>{t('welcome.skipped', { count: lines.length })}</summary>
      <ul>
        {lines.slice(0, 200).map(({ source, line, why }) => (
          <li key={`${source} ${line} ${why}`}>
            {source !== null && <b>{source} </b>}
            {t('welcome.line', { line })} {t(`welcome.why.${why}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}

export const DraftList = ({ drafts }: { drafts: readonly Draft[] }) => {
  const { t } = useTranslation()
  const skipped = useCell(progress, (now) => now.skipped)
  const [most, setMost] = useState(SHOWN_AT_ONCE)
  return (
    <div className="first-import">
      <div className="first-found">
        <p role="status">{t('welcome.found', { count: drafts.length })}</p>
        <Button look="quiet" icon="back" onClick={() => keep({ drafts: null, skipped: [] })}>
          {t('welcome.otherText')}
        </Button>
      </div>
      <ul className="sheet drafts">
        {drafts.slice(0, most).map((draft) => (
          <DraftLine key={draft.id} draft={draft} />
        ))}
      </ul>
      {drafts.length > most && (
        <Button onClick={() => setMost(most + SHOWN_AT_ONCE * 4)}>
          {t('welcome.more', { count: drafts.length - most })}
        </Button>
      )}
      {skipped.length > 0 && <Skipped lines={skipped} />}
    </div>
  )
}
