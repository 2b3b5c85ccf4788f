// What was heard in a customer's message, as it is kept beside it: numbers, codes and places, never words of the message.
import { type Static, Type } from 'typebox'
import { Closed, Locale, OneOf, Text, Uuid } from './primitives.ts'

const Share = Type.Number({ minimum: 0, maximum: 1 })
/** UTF-16 units of the message's text, end exclusive. */
const Place = { start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }

export const EMOTIONS = ['angry', 'sad', 'afraid', 'happy', 'surprised', 'neutral'] as const
export const Heard = Closed({
  language: Type.Optional(Locale),
  /** What is wanted first and foremost; `none`: nothing that the shop knows. */
  intent: Type.Optional(Text(64)),
  confidence: Type.Optional(Share),
  /** The intent a colleague says it had instead. */
  meant: Type.Optional(Text(64)),
  asksForPerson: Type.Optional(Type.Boolean()),
  emotion: Type.Optional(OneOf(EMOTIONS)),
  /** Of one message. `certainty`: of the emotion. */
  feeling: Type.Optional(
    Closed({
      polarity: Type.Number({ minimum: -1, maximum: 1 }),
      strength: Share,
      certainty: Share,
      urgency: Share,
    }),
  ),
  /** Of the conversation so far, this message included. */
  trajectory: Type.Optional(Closed({ anger: Share, rising: Type.Boolean(), alarm: Type.Boolean() })),
  /** Every wish, where there are several. */
  wishes: Type.Optional(Type.Array(Closed({ intent: Text(64), ...Place }), { maxItems: 5 })),
  /** Only what is worth a look; absent: nothing is. */
  abuse: Type.Optional(
    Closed({
      insult: Type.Optional(Share),
      quoted: Type.Optional(Type.Boolean()),
      spam: Type.Optional(Text(32)),
      gibberish: Type.Optional(Share),
      injection: Type.Optional(Share),
      repeatOf: Type.Optional(Uuid),
    }),
  ),
  personal: Type.Optional(Type.Array(Closed({ type: Text(32), ...Place }), { maxItems: 20 })),
  entities: Type.Optional(Type.Array(Closed({ kind: Text(32), ...Place }), { maxItems: 20 })),
  /** Codes such as `shouting` or `anger.rising`. */
  reasons: Type.Optional(Type.Array(Text(32), { maxItems: 8 })),
  /** Version of the intents that spoke. */
  model: Type.Optional(Text(32)),
})
export type Heard = Static<typeof Heard>
