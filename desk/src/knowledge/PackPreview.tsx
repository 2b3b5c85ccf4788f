// What a pack would say with the values as they stand, and what installing would do to each entry.
import type { UseQueryResult } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../app/explain.ts'
import { linkTo } from '../app/place.ts'
import { Loading } from '../ui/Blank.tsx'
import type { Preview } from './pack-form.ts'

const AT_ONCE = 12
const LOOK = { add: 'info', change: 'warn', nothing: 'good', keep: '' } as const

const Line = ({ entry }: { entry: Preview[number] }) => {
  const { t } = useTranslation()
  const there = entry.does === 'nothing' || entry.does === 'keep' || entry.does === 'change'
  return (
    <li>
      <details className="kb-pack-entry">
        <summary>
          <b>{entry.title}</b>
          <span className={`kb-mark ${LOOK[entry.does]}`} title={t(`packs.doesText.${entry.does}`)}>
            {t(`packs.does.${entry.does}`)}
          </span>
          <span className="muted clamp">{entry.answer}</span>
        </summary>
        <p className="kb-bubble">{entry.answer}</p>
        <small>{entry.questions.join(' · ')}</small>
        {there && <a {...linkTo({ page: 'knowledge', at: `entries/${entry.id}` })}>{t('packs.openEntry')}</a>}
      </details>
    </li>
  )
}

export const PackPreview = ({ preview }: { preview: UseQueryResult<{ entries: Preview }> }) => {
  const { t } = useTranslation()
  const [most, setMost] = useState(AT_ONCE)
  const entries = preview.data?.entries ?? []
  return (
    <section className="kb-fields" aria-label={t('packs.preview')}>
      <h2>{t('packs.preview')}</h2>
      {preview.error && <p className="kb-trouble bad">{explain(preview.error)}</p>}
      {preview.isLoading && <Loading />}
      <ul className="sheet" aria-busy={preview.isPlaceholderData}>
        {entries.slice(0, most).map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ul>
      {entries.length > most && (
        <Button className="kb-more" onClick={() => setMost(most + AT_ONCE * 4)}>
          {t('welcome.more', { count: entries.length - most })}
        </Button>
      )}
    </section>
  )
}
