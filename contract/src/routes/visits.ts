// What a visitor may ask beside chatting.
import { type Static, Type } from 'typebox'
import { Closed, Instant, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

/** What somebody who asks for a person may honestly expect now. */
export const Expectation = Closed({
  open: Type.Boolean({ description: 'Within opening hours.' }),
  opensAt: Type.Union([Instant, Type.Null()], { description: 'When closed: the next opening, if one is known.' }),
  staffed: Type.Boolean({ description: 'A colleague who may answer has the desk open.' }),
  waiting: Type.Integer({ minimum: 0, description: 'Conversations waiting for a person in this inbox.' }),
  waitMs: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
    description: 'Median wait of those taken lately, in ms; null: too few to say.',
  }),
})
export type Expectation = Static<typeof Expectation>

export const readExpectation = route({
  name: 'readExpectation',
  method: 'GET',
  path: '/visit/expectation',
  tag: 'Visitors',
  summary: 'What somebody who asks for a person may expect now: opening hours and the present wait.',
  access: 'visitor',
  reply: Expectation,
  problems: ['token.invalid', 'inbox.unknown'],
})
export const mailTranscript = route({
  name: 'mailTranscript',
  method: 'POST',
  path: '/visit/conversations/:conversationId/transcript',
  tag: 'Visitors',
  summary: 'Send the visitor’s own conversation to an e-mail address.',
  access: 'visitor',
  params: Closed({ conversationId: Uuid }),
  body: Closed({ email: Text(320, { minLength: 3 }) }),
  reply: Closed({}),
  problems: [
    'conversation.not-found',
    'conversation.wrong-status',
    'mail.unavailable',
    'mail.address-invalid',
    'rate.limited',
  ],
})
