// An order at a glance: number, status, how far along it is, what is in it, where the parcel is.
import type { Part } from '@ballast/contract/parts'
import { formatDate, formatDayOnly, formatMoney } from '../format.ts'
import { LINK, safeUrl } from '../links.ts'
import type { Words } from '../locales/words.ts'

type Order = Extract<Part, { kind: 'order-card' }>
const SHOWN_ITEMS = 3
/** How many of the four steps paid, shipped, delivered, completed are behind us; null where steps say nothing. */
const STEPS: Partial<Record<Order['status'], number>> = {
  created: 0,
  paid: 1,
  'partially-shipped': 2,
  shipped: 2,
  delivered: 3,
  completed: 4,
}

const Progress = ({ steps }: { steps: number }) => (
  <div class="steps" aria-hidden="true">
    {[1, 2, 3, 4].map((step) => (
      <i key={step} class={step <= steps ? 'done' : ''} />
    ))}
  </div>
)

const Items = ({ items, words }: { items: Order['items']; words: Words }) => (
  <ul class="items">
    {items.slice(0, SHOWN_ITEMS).map((item, index) => (
      <li key={index}>
        {safeUrl(item.image) !== undefined && <img src={safeUrl(item.image)} alt="" loading="lazy" />}
        <span>{item.title}</span>
        <small>×{item.quantity}</small>
      </li>
    ))}
    {items.length > SHOWN_ITEMS && <li class="more">{words.order.more(items.length - SHOWN_ITEMS)}</li>}
  </ul>
)

const Parcel = ({ parcel, words }: { parcel: NonNullable<Order['parcel']>; words: Words }) => (
  <div class="parcel">
    {parcel.lastEvent !== undefined && (
      <p>
        {parcel.lastEvent}
        {parcel.lastEventAt !== undefined && (
          <time dateTime={parcel.lastEventAt}> {formatDate(parcel.lastEventAt, words.locale)}</time>
        )}
      </p>
    )}
    <p>
      {words.order.track} {parcel.carrier} <span class="number">{parcel.trackingNo}</span>
    </p>
    {parcel.eta !== undefined && <p class="eta">{words.order.eta(formatDayOnly(parcel.eta, words.locale))}</p>}
  </div>
)

export const OrderCard = ({ part, words }: { part: Order; words: Words }) => {
  const steps = STEPS[part.status]
  const url = safeUrl(part.url)
  return (
    <article class="card" aria-label={`${words.order.title} ${part.orderNo}`}>
      <header>
        <span class="card-title">
          {words.order.title} <span class="number">{part.orderNo}</span>
        </span>
        <strong class={`tag ${part.status}`}>{words.order.status[part.status]}</strong>
      </header>
      {steps !== undefined && <Progress steps={steps} />}
      <Items items={part.items} words={words} />
      {part.parcel !== undefined && <Parcel parcel={part.parcel} words={words} />}
      <footer>
        <span class="muted">
          {words.order.placed} {formatDate(part.placedAt, words.locale)}
        </span>
        <span>
          {words.order.total} <strong>{formatMoney(part.total, words.locale)}</strong>
        </span>
      </footer>
      {url !== undefined && (
        <a class="action" href={url} {...LINK}>
          {words.order.view}
        </a>
      )}
    </article>
  )
}
