// What a message is made of. A message is one or more typed parts; channels that cannot carry a part get it fitted.
import { type Static, Type } from 'typebox'
import { Closed, Instant, Money, OneOf, SafeUrl, Text, Uuid } from './primitives.ts'

/** Longest text of one message, in UTF-16 code units. Longer input is refused with `message.too-long`. */
export const MAX_TEXT = 8_000

const attachment = {
  fileId: Type.Optional(Uuid),
  url: Type.Optional(SafeUrl),
  name: Type.Optional(Text(255)),
  mime: Type.Optional(Text(127)),
  bytes: Type.Optional(Type.Integer({ minimum: 0 })),
}

/** The schema lets a little more through, so that a text that is too long is refused by name and not as a wrong shape. */
export const TextPart = Closed({
  kind: Type.Literal('text'),
  text: Text(60_000, {
    minLength: 1,
    description: 'At most 8,000 characters; longer is refused with message.too-long.',
  }),
})
export const ImagePart = Closed({
  kind: Type.Literal('image'),
  ...attachment,
  width: Type.Optional(Type.Integer({ minimum: 1 })),
  height: Type.Optional(Type.Integer({ minimum: 1 })),
  alt: Type.Optional(Text(500)),
})
export const FilePart = Closed({ kind: Type.Literal('file'), ...attachment })
export const AudioPart = Closed({
  kind: Type.Literal('audio'),
  ...attachment,
  durationMs: Type.Optional(Type.Integer({ minimum: 0 })),
  transcript: Type.Optional(Text(MAX_TEXT)),
})
const video = {
  kind: Type.Literal('video'),
  ...attachment,
  durationMs: Type.Optional(Type.Integer({ minimum: 0 })),
}
export const VideoPart = Closed({ ...video, alt: Type.Optional(Text(500)), poster: Type.Optional(SafeUrl) })
/** Without a poster: what a customer names there every agent's browser would fetch. */
const CustomerVideo = Closed(video)
export const ProductCard = Closed({
  kind: Type.Literal('product-card'),
  productId: Text(64),
  title: Text(200),
  price: Type.Optional(Money),
  image: Type.Optional(SafeUrl),
  url: Type.Optional(SafeUrl),
  stock: Type.Optional(Type.Integer({ minimum: 0 })),
})
export const ORDER_STATUSES = [
  'created',
  'paid',
  'partially-shipped',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'refunding',
  'refunded',
] as const
export const OrderCard = Closed({
  kind: Type.Literal('order-card'),
  orderNo: Text(64),
  status: OneOf(ORDER_STATUSES),
  placedAt: Instant,
  total: Money,
  items: Type.Array(
    Closed({ title: Text(200), quantity: Type.Integer({ minimum: 1 }), image: Type.Optional(SafeUrl) }),
    {
      maxItems: 50,
    },
  ),
  parcel: Type.Optional(
    Closed({
      carrier: Text(64),
      trackingNo: Text(64),
      lastEvent: Type.Optional(Text(300)),
      lastEventAt: Type.Optional(Instant),
      eta: Type.Optional(Instant),
    }),
  ),
  url: Type.Optional(SafeUrl),
})
export const ReturnCard = Closed({
  kind: Type.Literal('return-card'),
  returnId: Text(64),
  orderNo: Text(64),
  type: OneOf(['return', 'exchange', 'refund'] as const),
  status: OneOf(['draft', 'requested', 'approved', 'in-transit', 'received', 'completed', 'refused'] as const),
  amount: Type.Optional(Money),
})
export const ButtonsPart = Closed({
  kind: Type.Literal('buttons'),
  buttons: Type.Array(
    Closed({
      id: Text(64),
      label: Text(80, { minLength: 1 }),
      url: Type.Optional(SafeUrl),
      say: Type.Optional(Text(200)),
    }),
    { minItems: 1, maxItems: 10 },
  ),
})
export const QuickReplies = Closed({
  kind: Type.Literal('quick-replies'),
  replies: Type.Array(Closed({ label: Text(80, { minLength: 1 }), say: Type.Optional(Text(200)) }), {
    minItems: 1,
    maxItems: 13,
  }),
})
export const FormPart = Closed({
  kind: Type.Literal('form'),
  formId: Text(64),
  title: Text(200),
  fields: Type.Array(
    Closed({
      name: Text(64),
      label: Text(120),
      type: OneOf(['text', 'number', 'phone', 'email', 'date', 'choice'] as const),
      required: Type.Optional(Type.Boolean()),
      choices: Type.Optional(Type.Array(Text(120), { maxItems: 50 })),
    }),
    { minItems: 1, maxItems: 20 },
  ),
  values: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Text(1000))),
})
export const LocationPart = Closed({
  kind: Type.Literal('location'),
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
  label: Type.Optional(Text(300)),
})
export const CallPart = Closed({
  kind: Type.Literal('call'),
  callId: Text(64),
  legs: Type.Array(
    Closed({
      party: OneOf(['customer', 'bot', 'agent'] as const),
      joinedAt: Instant,
      leftAt: Type.Optional(Instant),
    }),
    { maxItems: 20 },
  ),
  recordingFileId: Type.Optional(Uuid),
  transcript: Type.Array(
    Closed({
      party: OneOf(['customer', 'bot', 'agent'] as const),
      fromMs: Type.Integer({ minimum: 0 }),
      toMs: Type.Integer({ minimum: 0 }),
      text: Text(MAX_TEXT),
      final: Type.Boolean(),
    }),
    { maxItems: 2000 },
  ),
  outcome: OneOf(['ongoing', 'answered', 'missed', 'abandoned', 'moved-to-text'] as const),
})
/** Why a customer was or was not content: tapped after the score. */
export const RATING_REASONS = [
  'solved',
  'quick',
  'friendly',
  'unsolved',
  'slow',
  'unfriendly',
  'not-understood',
] as const
/** A line the system writes into the thread: a hand over, a resolve. `code` is translated by each client. */
export const SystemLine = Closed({
  kind: Type.Literal('system'),
  code: OneOf([
    'handed-over',
    'agent-joined',
    'handed-back',
    'transferred',
    'snoozed',
    'resolved',
    'reopened',
    'queue-position',
    'rated',
  ] as const),
  name: Type.Optional(Text(120)),
  position: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Of `rated`: 1 (very bad) to 5 (very good), why, and the customer's own words. */
  score: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  reasons: Type.Optional(Type.Array(OneOf(RATING_REASONS), { maxItems: RATING_REASONS.length, uniqueItems: true })),
  comment: Type.Optional(Text(1000)),
})
/** Where a bot's answer comes from. */
export const Source = Closed({
  id: Text(64),
  title: Text(300),
  version: Type.Integer({ minimum: 0 }),
  url: Type.Optional(SafeUrl),
})
export type Source = Static<typeof Source>
export const SourcesPart = Closed({
  kind: Type.Literal('sources'),
  sources: Type.Array(Source, { minItems: 1, maxItems: 10 }),
})

export const Part = Type.Union([
  TextPart,
  ImagePart,
  FilePart,
  AudioPart,
  VideoPart,
  ProductCard,
  OrderCard,
  ReturnCard,
  ButtonsPart,
  QuickReplies,
  FormPart,
  LocationPart,
  CallPart,
  SystemLine,
  SourcesPart,
])
export type Part = Static<typeof Part>
export type PartKind = Part['kind']
/** An answer of twenty steps with a picture each, and a few more. */
export const Parts = Type.Array(Part, { minItems: 1, maxItems: 50 })

/** What a customer may send. Cards, system lines and sources are the house's own words. */
export const CustomerPart = Type.Union([
  TextPart,
  ImagePart,
  FilePart,
  AudioPart,
  CustomerVideo,
  FormPart,
  LocationPart,
])
export type CustomerPart = Static<typeof CustomerPart>
export const CustomerParts = Type.Array(CustomerPart, { minItems: 1, maxItems: 10 })

/** The plain text of a message: what a text-only channel shows, what understanding reads. */
export const plainText = (parts: readonly Part[]): string =>
  parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'audio' ? (part.transcript ?? '') : ''))
    .filter(Boolean)
    .join('\n')
