// How a shop's widget looks, what it greets with, and when people are there to answer.
import { type Static, Type } from 'typebox'
import { Closed, OneOf, Text } from './primitives.ts'

/** All optional: what is left out is the house's own. */
export const Look = Closed({
  color: Type.Optional(Type.String({ pattern: '^#[0-9a-fA-F]{6}$', description: 'Accent, #rrggbb.' })),
  theme: Type.Optional(OneOf(['auto', 'light', 'dark'] as const)),
  position: Type.Optional(OneOf(['left', 'right'] as const)),
  greeting: Type.Optional(Text(300)),
  starters: Type.Optional(
    Type.Array(Text(80, { minLength: 1 }), { maxItems: 6, description: 'Questions to tap before the first message.' }),
  ),
})
export type Look = Static<typeof Look>

const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$' })
/** Opening hours on the clock of `timeZone`. `to` at or before `from` ends on the next day. */
export const Hours = Closed({
  timeZone: Text(64, { description: 'IANA name, such as Asia/Shanghai.' }),
  weekly: Type.Array(
    Closed({
      days: Type.Array(Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday.' }), {
        minItems: 1,
        maxItems: 7,
        uniqueItems: true,
      }),
      from: ClockTime,
      to: ClockTime,
    }),
    { maxItems: 21 },
  ),
  closed: Type.Optional(
    Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), { maxItems: 100, description: 'Days off.' }),
  ),
})
export type Hours = Static<typeof Hours>
