import { Type } from 'typebox'
import { Closed, Locale, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

export const FoundPassage = Closed({
  entryId: Uuid,
  title: Text(300),
  version: Type.Integer({ minimum: 0 }),
  topic: Text(64),
  answer: Text(8000),
  score: Type.Number({
    minimum: 0,
    maximum: 1,
    description: 'Of entries with such a score, this share is what was asked.',
  }),
  why: Closed({
    words: Type.Array(Type.String(), { description: 'Telling words of the question that stand in the entry.' }),
    parts: Type.Array(
      Closed({
        name: OneOf(['words', 'vector', 'guess', 'product', 'structure'] as const),
        value: Type.Number({ minimum: 0 }),
      }),
      { description: 'What its place is made of: the higher the sum, the further ahead.' },
    ),
  }),
})
export const searchKnowledge = route({
  name: 'searchKnowledge',
  method: 'GET',
  path: '/api/knowledge/search',
  tag: 'Knowledge',
  summary: 'What the bot would find for a question, best first, why, and what it would make of it by words alone.',
  access: 'knowledge.read',
  query: Closed({
    text: Text(2000, { minLength: 1 }),
    locale: Locale,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    topic: Type.Optional(Text(64)),
    channel: Type.Optional(Text(64)),
    level: Type.Optional(Text(64)),
    region: Type.Optional(Text(64)),
    productId: Type.Optional(Text(128)),
  }),
  reply: Closed({
    passages: Type.Array(FoundPassage),
    decision: Closed({
      do: OneOf(['answer', 'ask', 'none'] as const),
      entryIds: Type.Array(Uuid, { maxItems: 3, description: 'The answer, or what the customer would choose from.' }),
    }),
  }),
  problems: [],
})
