// What each part of a message states: texts to be read, and values that stand in cards.
import type { Instant, Money, Part } from '@ballast/contract'

export interface Stated {
  readonly texts: readonly string[]
  readonly money: readonly Money[]
  readonly instants: readonly Instant[]
  readonly counts: readonly number[]
}
const texts = (...said: readonly (string | undefined)[]): Stated => ({
  texts: said.filter((text) => text !== undefined),
  money: [],
  instants: [],
  counts: [],
})
const present = <T>(...values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined)

const ofOrder = ({ items, parcel, total, placedAt, orderNo }: Extract<Part, { kind: 'order-card' }>): Stated => ({
  texts: present(orderNo, ...items.map((item) => item.title), parcel?.carrier, parcel?.trackingNo, parcel?.lastEvent),
  money: [total],
  instants: present(placedAt, parcel?.eta, parcel?.lastEventAt),
  counts: items.map((item) => item.quantity),
})

/** Everything of a part that a customer reads. Addresses and ids are not read out. */
export const statedBy = (part: Part): Stated => {
  switch (part.kind) {
    case 'text':
      return texts(part.text)
    case 'image':
    case 'video':
      return texts(part.name, part.alt)
    case 'file':
      return texts(part.name)
    case 'audio':
      return texts(part.name, part.transcript)
    case 'product-card':
      return { ...texts(part.title), money: present(part.price), counts: present(part.stock) }
    case 'order-card':
      return ofOrder(part)
    case 'return-card':
      return { ...texts(part.orderNo, part.returnId), money: present(part.amount) }
    case 'buttons':
      return texts(...part.buttons.flatMap(({ label, say }) => [label, say]))
    case 'quick-replies':
      return texts(...part.replies.flatMap(({ label, say }) => [label, say]))
    case 'form':
      return texts(
        part.title,
        ...part.fields.flatMap(({ label, choices = [] }) => [label, ...choices]),
        ...Object.values(part.values ?? {}),
      )
    case 'location':
      return texts(part.label)
    case 'call':
      return texts(...part.transcript.map(({ text }) => text))
    case 'system':
      return texts(part.name, part.comment)
    case 'sources':
      return texts(...part.sources.map(({ title }) => title))
  }
}
