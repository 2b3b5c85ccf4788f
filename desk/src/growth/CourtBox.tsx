// Holding court over an entry: begun, watched, and its verdict; the last one stays in sight.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, server } from '../app/server.ts'
import type { Entry } from '../knowledge/entries.ts'
import { act } from '../ui/act.ts'
import { CourtView } from './CourtView.tsx'
import { growthChanged, useCourt, useCourts } from './growth-data.ts'

const WATCH_MS = 400

/** How far the trial is; also one that a colleague has begun. */
const Progress = ({ entryId }: { entryId: string }) => {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['growth', 'trial', entryId],
    queryFn: ({ signal }) => server.readTrial({ params: { entryId } }, signal),
    refetchInterval: WATCH_MS,
    staleTime: 0,
  })
  const trial = data?.trial ?? null
  return (
    <div className="gap-progress">
      <progress
        aria-label={t('growth.court.holding')}
        {...(trial === null || trial.total === 0 ? {} : { max: trial.total, value: trial.done })}
      />
      <span role="status">
        {trial === null
          ? t('growth.court.begins')
          : t('growth.court.progress', { done: trial.done, total: trial.total })}
      </span>
    </div>
  )
}

interface Props {
  readonly entry: Entry
  /** Nothing is unsaved and no blank is left. */
  readonly ready: boolean
  readonly readOnly: boolean
}

export const CourtBox = ({ entry, ready, readOnly }: Props) => {
  const { t } = useTranslation()
  const [holding, setHolding] = useState(false)
  const last = useCourts(entry.id).data?.courts[0]
  const query = useCourt(last?.id ?? null)
  const hold = async () => {
    setHolding(true)
    const done = await act(() => server.holdCourt({ body: { entryId: entry.id } }))
    if (done !== null) queries.setQueryData(['growth', 'court', done.court.id], done)
    setHolding(false)
    growthChanged()
  }
  const court = query.data?.court
  const stale = court !== undefined && court.version !== entry.version && court.publishedVersion !== entry.version
  return (
    <div className="sheet padded gap-court">
      <div className="gap-begin">
        <span className="grow">
          <h2>{t('growth.court.title')}</h2>
          <p className="muted">{t('growth.court.text')}</p>
        </span>
        {!readOnly && !holding && (
          <Button
            type={court === undefined || stale ? 'primary' : 'default'}
            disabled={!ready}
            onClick={() => void hold()}
          >
            {t(court === undefined ? 'growth.court.hold' : 'growth.court.again')}
          </Button>
        )}
      </div>
      {holding && <Progress entryId={entry.id} />}
      {!holding && stale && <p className="notice-line">{t('growth.court.stale')}</p>}
      {!holding && court !== undefined && <CourtView court={court} readOnly={readOnly || stale} />}
    </div>
  )
}
