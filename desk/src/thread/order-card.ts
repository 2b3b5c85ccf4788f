// An order of the customer's panel as the card that the customer sees. Pure.
import { ORDER_STATUSES, type Part } from '@ballast/contract/parts'
import type { server } from '../app/server.ts'

export type Order = Awaited<ReturnType<typeof server.listContactOrders>>['orders'][number]

/** `null`: the shop calls its state by a word that no card knows. */
export const orderCard = (order: Order): Extract<Part, { kind: 'order-card' }> | null => {
  const status = ORDER_STATUSES.find((known) => known === order.status)
  if (status === undefined) return null
  const { orderNo, placedAt, total, parcel } = order
  const items = order.items.filter(({ quantity }) => quantity > 0).slice(0, 50)
  return { kind: 'order-card', orderNo, status, placedAt, total, items, ...(parcel ? { parcel } : {}) }
}
