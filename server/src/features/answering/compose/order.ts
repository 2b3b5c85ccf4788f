// Replies about an order: a sentence for the question and the card with everything else. All of it read, nothing guessed.
import type { Part } from '@ballast/contract'
import type { Order, Parcel } from '../../commerce/index.ts'
import type { OrderTopic } from '../rules/dialog.ts'
import { dayText, inLanguage, type Language, momentText, moneyText } from './language.ts'

type OrderCard = Extract<Part, { kind: 'order-card' }>

const STATUS: Readonly<Record<Order['status'], Readonly<Record<Language, string>>>> = {
  created: { zh: '待付款', en: 'waiting for payment' },
  paid: { zh: '已付款，待发货', en: 'paid and being prepared for dispatch' },
  'partially-shipped': { zh: '部分已发货，其余待发货', en: 'partly shipped; the rest is still to be sent' },
  shipped: { zh: '运输中', en: 'on its way' },
  delivered: { zh: '已签收', en: 'delivered' },
  completed: { zh: '已完成', en: 'completed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  refunding: { zh: '退款中', en: 'being refunded' },
  refunded: { zh: '已退款', en: 'refunded' },
}
export const statusText = (order: Order, language: Language): string => STATUS[order.status][language]

/** The parcel the customer is waiting for, else the last one. */
const parcelInFocus = (order: Order): Parcel | undefined =>
  order.parcels.find((parcel) => parcel.eta) ?? order.parcels.at(-1)

export const orderCard = (order: Order, language: Language): OrderCard => {
  const parcel = parcelInFocus(order)
  const last = parcel?.events.at(-1)
  return {
    kind: 'order-card',
    orderNo: order.orderNo,
    status: order.status,
    placedAt: order.placedAt,
    total: order.total,
    items: order.items.slice(0, 50).map((item) => ({
      title: `${inLanguage(item.title, language)} ${inLanguage(item.variant, language)}`.slice(0, 200),
      quantity: item.quantity,
      ...(item.image ? { image: item.image } : {}),
    })),
    ...(parcel
      ? {
          parcel: {
            carrier: inLanguage(parcel.carrier, language),
            trackingNo: parcel.trackingNo,
            ...(last ? { lastEvent: inLanguage(last.text, language), lastEventAt: last.at } : {}),
            ...(parcel.eta ? { eta: parcel.eta } : {}),
          },
        }
      : {}),
  }
}

const parcelText = (parcel: Parcel, language: Language): string => {
  const last = parcel.events.at(-1)
  const name = `${inLanguage(parcel.carrier, language)} ${parcel.trackingNo}`
  const event = last ? inLanguage(last.text, language) : ''
  const when = last ? momentText(last.at, language) : ''
  if (language === 'zh') {
    const eta = parcel.eta ? `，预计${dayText(parcel.eta, 'zh')}送达` : ''
    return last ? `${name}：${event}（${when}）${eta}。` : `${name}${eta}。`
  }
  const eta = parcel.eta ? ` Expected on ${dayText(parcel.eta, 'en')}.` : ''
  return last ? `${name}: ${event} (${when}).${eta}` : `${name}.${eta}`
}

const refundText = (order: Order, language: Language): string => {
  const { refund } = order
  if (!refund) return ''
  const amount = moneyText(refund.amount)
  if (refund.paidAt) {
    const day = dayText(refund.paidAt, language)
    return language === 'zh'
      ? `退款 ${amount} 已于${day}原路退回。`
      : `${amount} was refunded on ${day}, the way you paid.`
  }
  const day = dayText(refund.requestedAt, language)
  return language === 'zh'
    ? `${day}申请的退款 ${amount} 正在处理，还没有打款。`
    : `The refund of ${amount} requested on ${day} is being processed and has not been paid out yet.`
}

/** One sentence for the status, one for each parcel or the refund. */
const sentences = (order: Order, about: OrderTopic, language: Language): string[] => {
  const status = statusText(order, language)
  const head = language === 'zh' ? `订单 ${order.orderNo}：${status}。` : `Order ${order.orderNo} is ${status}.`
  const parcels = order.parcels.map((parcel) => parcelText(parcel, language))
  const refund = refundText(order, language)
  if (about === 'refund-progress') {
    const none = language === 'zh' ? '这个订单没有退款记录。' : 'There is no refund on this order.'
    return [head, refund || none]
  }
  const waits = order.status === 'paid' || order.status === 'created'
  const noParcel =
    language === 'zh' ? '还没有发出，暂无物流信息。' : 'Nothing has been sent yet, so there is no tracking.'
  return [head, ...parcels, ...(waits && about !== 'order-status' ? [noParcel] : []), ...(refund ? [refund] : [])]
}

export const orderReply = (order: Order, about: OrderTopic, language: Language): Part[] => [
  { kind: 'text', text: sentences(order, about, language).join(language === 'zh' ? '' : ' ') },
  orderCard(order, language),
]

/** A short name for a button: number, first item, status. */
export const orderLabel = (order: Order, language: Language): string => {
  const item = order.items[0] ? inLanguage(order.items[0].title, language) : ''
  return `${order.orderNo} ${item} ${statusText(order, language)}`.slice(0, 80)
}
