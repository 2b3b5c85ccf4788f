// The customer's latest orders with their parcels, read live from the shop.
import { ORDER_STATUSES } from '@ballast/contract/parts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Section } from './Section.tsx'

type Order = Awaited<ReturnType<typeof server.listContactOrders>>['orders'][number]

const OrderItem = ({ order }: { order: Order }) => {
  const { t } = useTranslation()
  const { money, full } = useTimes()
  const known = ORDER_STATUSES.some((status) => status === order.status)
  return (
    <li className="card order">
      <div className="card-line">
        <b>{order.orderNo}</b>
        <span className={`order-status ${order.status}`}>{known ? t(`order.${order.status}`) : order.status}</span>
      </div>
      {order.items.map((item) => (
        <div className="card-line" key={item.title}>
          <span>{item.title}</span>
          <small>×{item.quantity}</small>
        </div>
      ))}
      <div className="card-line">
        <small>{full(order.placedAt)}</small>
        <span className="price">{money(order.total)}</span>
      </div>
      {order.parcel && (
        <p className="parcel">
          <Icon name="parcel" size={15} />
          <span>
            {order.parcel.carrier} {order.parcel.trackingNo}
            <small>
              {order.parcel.lastEvent} · {full(order.parcel.lastEventAt)}
            </small>
          </span>
        </p>
      )}
    </li>
  )
}

const OrderList = ({ contactId }: { contactId: string }) => {
  const { t } = useTranslation()
  const query = useQuery({
    queryKey: ['orders', contactId],
    queryFn: ({ signal }) => server.listContactOrders({ params: { contactId } }, signal),
  })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading lines={3} />
  if (query.data.orders.length === 0) return <p className="muted">{t('orders.none')}</p>
  return (
    <ul className="orders">
      {query.data.orders.map((order) => (
        <OrderItem key={order.orderNo} order={order} />
      ))}
    </ul>
  )
}

export const Orders = ({ contactId }: { contactId: string }) => {
  const { t } = useTranslation()
  const may = useMay('orders.read')
  return (
    <Section name="orders" title={t('orders.label')}>
      {may ? <OrderList contactId={contactId} /> : <p className="muted">{t('orders.notAllowed')}</p>}
    </Section>
  )
}
