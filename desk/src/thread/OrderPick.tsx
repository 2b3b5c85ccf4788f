// Sends one of the customer's orders as a card: two presses, nothing to copy.
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimes } from '../app/times.ts'
import { IconButton } from '../ui/Button.tsx'
import { type Order, orderCard } from './order-card.ts'

interface OrderPickProps {
  orders: readonly Order[]
  send: (card: NonNullable<ReturnType<typeof orderCard>>) => void
}

export const OrderPick = ({ orders, send }: OrderPickProps) => {
  const { t } = useTranslation()
  const { full } = useTimes()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const cards = orders.map(orderCard).filter((card) => card !== null)
  if (cards.length === 0) return null
  const close = () => {
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the buttons inside.
    <span
      ref={box}
      className="order-pick"
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <IconButton icon="parcel" label={t('own.sendOrder')} aria-expanded={open} onClick={() => setOpen(!open)} />
      {open && (
        <span className="suggest">
          {cards.map((card) => (
            <button
              key={card.orderNo}
              type="button"
              onClick={() => {
                send(card)
                close()
              }}
            >
              <b>{card.orderNo}</b>
              <small>{t(`order.${card.status}`)}</small>
              <span className="suggest-text">
                {full(card.placedAt)} · {card.items.map(({ title }) => title).join(', ')}
              </span>
            </button>
          ))}
        </span>
      )}
    </span>
  )
}
