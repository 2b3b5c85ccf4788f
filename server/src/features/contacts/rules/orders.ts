// A shop's order as the desk shows it beside a conversation. Words are in the contact's language where the shop has them.
import type { Money } from '@ballast/contract/primitives'

type Localised = Readonly<Record<string, string>>
/** What is read of an order of the commerce port. */
export interface ShopOrder {
  readonly orderNo: string
  readonly status: string
  readonly placedAt: string
  readonly total: Money
  readonly items: readonly { readonly title: Localised; readonly quantity: number }[]
  readonly parcels: readonly {
    readonly carrier: Localised
    readonly trackingNo: string
    /** Oldest first. */
    readonly events: readonly { readonly at: string; readonly text: Localised }[]
  }[]
}

const words = (text: Localised, locale: string): string =>
  text[locale.split('-')[0]!.toLowerCase()] ?? Object.values(text)[0] ?? ''

export const toOrder = (order: ShopOrder, locale: string) => {
  const { orderNo, status, placedAt, total } = order
  // The parcel that moved last is the one asked about.
  const parcel = [...order.parcels]
    .filter(({ events }) => events.length > 0)
    .sort((a, b) => (a.events.at(-1)!.at < b.events.at(-1)!.at ? 1 : -1))[0]
  const last = parcel?.events.at(-1)
  return {
    orderNo,
    status,
    placedAt,
    total,
    items: order.items.map(({ title, quantity }) => ({ title: words(title, locale).slice(0, 200), quantity })),
    parcel:
      parcel === undefined || last === undefined
        ? null
        : {
            carrier: words(parcel.carrier, locale).slice(0, 64),
            trackingNo: parcel.trackingNo,
            lastEvent: words(last.text, locale).slice(0, 300),
            lastEventAt: last.at,
          },
  }
}
