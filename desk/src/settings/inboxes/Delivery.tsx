// Whether what we send reaches the other side; when it was given up, what waits is sent on request.
import Button from 'antd/es/button'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../../app/place.ts'
import { queries, server } from '../../app/server.ts'
import { useTimes } from '../../app/times.ts'
import { act } from '../../ui/act.ts'
import { Failed, Loading } from '../../ui/Blank.tsx'
import { type Inbox, useDelivery } from './inbox-data.ts'

type Health = Awaited<ReturnType<typeof server.readInboxDelivery>>

const Stopped = ({ inbox, health }: { inbox: Inbox; health: Health }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const resume = async () => {
    const reply = await act(
      () => server.resumeInboxDelivery({ params: { inboxId: inbox.id }, body: {} }),
      t('inboxes.delivery.resumed'),
    )
    if (reply !== null) queries.setQueryData(['delivery', inbox.id], reply)
  }
  return (
    <>
      <h3>{t('inboxes.delivery.stopped')}</h3>
      <p className="set-help">
        {t('inboxes.delivery.stoppedText', {
          since: times.full(health.failingSince ?? health.stoppedAt ?? ''),
          stopped: times.full(health.stoppedAt ?? ''),
        })}
      </p>
      <div className="set-do">
        <Button type="primary" onClick={() => void resume()}>
          {t('inboxes.delivery.resume')}
        </Button>
      </div>
    </>
  )
}

export const Delivery = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const query = useDelivery(inbox)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const health = query.data
  if (!health) return <Loading lines={2} />
  const state = health.stoppedAt !== null ? 'stopped' : health.failingSince !== null ? 'failing' : 'well'
  return (
    <section className={`sheet padded steps health ${state}`}>
      {state === 'stopped' && <Stopped inbox={inbox} health={health} />}
      {state === 'failing' && (
        <>
          <h3>{t('inboxes.delivery.failing')}</h3>
          <p className="set-help">
            {t('inboxes.delivery.failingText', { since: times.full(health.failingSince ?? '') })}
          </p>
        </>
      )}
      {state === 'well' && (
        <>
          <h3>{t('inboxes.delivery.well')}</h3>
          <p className="set-help">{t('inboxes.delivery.wellText')}</p>
        </>
      )}
      {state !== 'well' && (
        <p>
          <a {...linkTo({ page: 'settings', at: `inboxes/${inbox.id}/channel` })}>{t('inboxes.delivery.check')}</a>
        </p>
      )}
    </section>
  )
}
