// Every trial, newest first: what was tried, whether it won, what became of it.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { Icon } from '../ui/Icon.tsx'
import { CourtView } from './CourtView.tsx'
import { type Court, useCourt, useCourts } from './growth-data.ts'

const outcomeOf = ({ won, undone, publishedVersion }: Court) => {
  if (undone) return 'undone' as const
  if (publishedVersion !== null) return 'published' as const
  return won ? ('won' as const) : ('lost' as const)
}
const LOOK = { published: 'good', won: 'info', lost: 'bad', undone: '' } as const

const CourtLine = ({ court }: { court: Court }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const outcome = outcomeOf(court)
  return (
    <li>
      <a className="kb-line" {...linkTo({ page: 'knowledge', at: `courts/${court.id}` })}>
        <span className="kb-line-top">
          <b>{court.title === '' ? t('growth.court.nameless') : court.title}</b>
          <span className={`kb-mark ${LOOK[outcome]}`}>{t(`growth.court.outcome.${outcome}`)}</span>
        </span>
        <small>
          {[
            t('growth.court.solves', { count: court.wouldSolve }),
            t('growth.court.breaks', { count: court.broken }),
            t('growth.court.heldAt', { when: times.full(court.heldAt), version: court.version }),
          ].join(' · ')}
        </small>
      </a>
    </li>
  )
}

export const CourtsTab = () => {
  const { t } = useTranslation()
  const query = useCourts()
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Loading lines={6} />
  return (
    <>
      <p className="muted">{t('growth.court.lead')}</p>
      {query.data.courts.length === 0 && (
        <Blank icon="seal" title={t('growth.court.none')}>
          {t('growth.court.noneText')}
        </Blank>
      )}
      <ul className="sheet">
        {query.data.courts.map((court) => (
          <CourtLine key={court.id} court={court} />
        ))}
      </ul>
    </>
  )
}

export const CourtPage = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const readOnly = !useMay('knowledge.write')
  const query = useCourt(id)
  const court = query.data?.court
  return (
    <>
      <a className="kb-back" {...linkTo({ page: 'knowledge', at: 'courts' })}>
        <Icon name="back" size={16} />
        {t('growth.court.toAll')}
      </a>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={8} />}
      {court && (
        <section className="sheet padded gap-court" aria-label={court.title}>
          <div className="kb-line-top">
            <h2>{court.title}</h2>
            <a {...linkTo({ page: 'knowledge', at: `entries/${court.entryId}` })}>{t('growth.toEntry')}</a>
          </div>
          <CourtView court={court} readOnly={readOnly} />
        </section>
      )}
    </>
  )
}
