// The shop's cards as the customer sees them: a product, an order with its parcel, a return.
import type { Part } from '@ballast/contract/parts'
import { useTranslation } from 'react-i18next'
import { useTimes } from '../app/times.ts'
import { Icon } from '../ui/Icon.tsx'

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>

const Title = ({ url, children }: { url: string | undefined; children: string }) =>
  url === undefined ? (
    <b>{children}</b>
  ) : (
    <a href={url} target="_blank" rel="noreferrer">
      <b>{children}</b>
    </a>
  )

export const ProductCardView = ({ part }: { part: Of<'product-card'> }) => {
  const { t } = useTranslation()
  const { money } = useTimes()
  return (
    <div className="card product">
      {part.image && <img src={part.image} alt="" loading="lazy" referrerPolicy="no-referrer" />}
      <Title url={part.url}>{part.title}</Title>
      {part.price && <span className="price">{money(part.price)}</span>}
      {part.stock !== undefined && <small>{t('card.stock', { count: part.stock })}</small>}
    </div>
  )
}

export const OrderCardView = ({ part }: { part: Of<'order-card'> }) => {
  const { t } = useTranslation()
  const { money, full } = useTimes()
  return (
    <div className="card order">
      <div className="card-line">
        <Title url={part.url}>{part.orderNo}</Title>
        <span className={`order-status ${part.status}`}>{t(`order.${part.status}`)}</span>
      </div>
      {part.items.map((item) => (
        <div className="card-line" key={item.title}>
          <span>{item.title}</span>
          <small>×{item.quantity}</small>
        </div>
      ))}
      <div className="card-line">
        <small>{full(part.placedAt)}</small>
        <span className="price">{money(part.total)}</span>
      </div>
      {part.parcel && (
        <p className="parcel">
          <Icon name="parcel" size={15} />
          <span>
            {part.parcel.carrier} {part.parcel.trackingNo}
            {part.parcel.lastEvent && <small>{part.parcel.lastEvent}</small>}
            {part.parcel.eta && <small>{t('card.eta', { when: full(part.parcel.eta) })}</small>}
          </span>
        </p>
      )}
    </div>
  )
}

export const ReturnCardView = ({ part }: { part: Of<'return-card'> }) => {
  const { t } = useTranslation()
  const { money } = useTimes()
  return (
    <div className="card">
      <div className="card-line">
        <b>{t(`return.${part.type}`)}</b>
        <span className="order-status">{t(`returnStatus.${part.status}`)}</span>
      </div>
      <div className="card-line">
        <small>{part.orderNo}</small>
        {part.amount && <span className="price">{money(part.amount)}</span>}
      </div>
    </div>
  )
}
