// How each part reads where only text is carried. Pure. Words are kept to numbers, names and links, so no language is
// forced on the reader: sentences around them are the bot's or the agent's.
import type { Part } from '@ballast/contract'

export interface Links {
  /** Public address of a stored file. */
  readonly file?: (fileId: string) => string
  /** Public origin put before own paths such as `/orders/1`. */
  readonly origin?: string
}

const absolute = (url: string | undefined, links: Links): string | undefined => {
  if (url === undefined || !url.startsWith('/')) return url
  return links.origin === undefined ? undefined : `${links.origin}${url}`
}

/** Where a reader outside the house can open the attachment, when anywhere. */
export const linkOf = (part: { url?: string; fileId?: string }, links: Links): string | undefined =>
  absolute(part.url, links) ?? (part.fileId === undefined ? undefined : links.file?.(part.fileId))

const lines = (...entries: (string | undefined)[]) =>
  entries.filter((entry) => entry !== undefined && entry !== '').join('\n')

const money = ({ amount, currency }: { amount: number; currency: string }): string => {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return `${(amount / 10 ** digits).toFixed(digits)} ${currency}`
}

const media = (part: Extract<Part, { kind: 'image' | 'file' | 'audio' | 'video' }>, links: Links): string => {
  const link = linkOf(part, links)
  const caption =
    part.kind === 'image' || part.kind === 'video' ? part.alt : part.kind === 'audio' ? part.transcript : undefined
  // Without a link a bare file name tells the customer nothing they can act on.
  return link === undefined ? (caption ?? '') : lines(caption ?? part.name, link)
}

const order = (part: Extract<Part, { kind: 'order-card' }>, links: Links): string =>
  lines(
    `${part.orderNo} · ${part.status} · ${money(part.total)}`,
    ...part.items.map((item) => `${item.title} × ${item.quantity}`),
    part.parcel && lines(`${part.parcel.carrier} ${part.parcel.trackingNo}`, part.parcel.lastEvent),
    absolute(part.url, links),
  )

const form = (part: Extract<Part, { kind: 'form' }>): string =>
  lines(
    part.title,
    ...part.fields.map((field) => {
      const choices = field.choices === undefined ? '' : ` (${field.choices.join(' / ')})`
      const value = part.values?.[field.name]
      return `${field.label}${field.required ? ' *' : ''}${choices}${value === undefined ? '' : `: ${value}`}`
    }),
  )

const numbered = (entries: readonly (string | undefined)[]) =>
  lines(...entries.map((entry, index) => `${index + 1}. ${entry}`))

/** The part as plain text; '' when nothing of it can be said in text (house lines, calls). */
export const asText = (part: Part, links: Links = {}): string => {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'image':
    case 'file':
    case 'audio':
    case 'video':
      return media(part, links)
    case 'product-card':
      return lines(part.price ? `${part.title} · ${money(part.price)}` : part.title, absolute(part.url, links))
    case 'order-card':
      return order(part, links)
    case 'return-card':
      return `${part.returnId} · ${part.orderNo} · ${part.type} · ${part.status}${part.amount ? ` · ${money(part.amount)}` : ''}`
    case 'buttons':
      return numbered(
        part.buttons.map((button) => [button.label, absolute(button.url, links)].filter(Boolean).join(' ')),
      )
    case 'quick-replies':
      return numbered(part.replies.map((reply) => reply.say ?? reply.label))
    case 'form':
      return form(part)
    case 'location':
      return lines(part.label, `${part.latitude}, ${part.longitude}`)
    case 'sources':
      return lines(...part.sources.map((source) => lines(source.title, absolute(source.url, links))))
    case 'system':
    case 'call':
      return ''
  }
}
