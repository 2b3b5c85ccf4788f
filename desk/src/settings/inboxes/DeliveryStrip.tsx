// A line above the desk, for those who can mend it: an inbox whose messages no longer reach the other side.
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../../app/place.ts'
import { server } from '../../app/server.ts'
import { useInboxes } from './inbox-data.ts'
import './delivery-strip.css'

const FIVE_MINUTES = 300_000

const DeliveryStrip = () => {
  const { t } = useTranslation()
  const outside = (useInboxes().data?.inboxes ?? []).filter(({ channel, enabled }) => channel !== 'web' && enabled)
  const healths = useQueries({
    queries: outside.map(({ id }) => ({
      queryKey: ['delivery', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => server.readInboxDelivery({ params: { inboxId: id } }, signal),
      refetchInterval: FIVE_MINUTES,
    })),
  })
  const stopped = outside.filter((_, index) => (healths[index]?.data?.stoppedAt ?? null) !== null)
  const [first] = stopped
  if (first === undefined) return null
  return (
    <p className="strip" role="status">
      <span>{t('inboxes.delivery.strip', { name: first.name, count: stopped.length })}</span>
      <a {...linkTo({ page: 'settings', at: `inboxes/${first.id}/delivery` })}>{t('inboxes.delivery.stripDo')}</a>
    </p>
  )
}
export default DeliveryStrip
