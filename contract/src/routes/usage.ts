// What entries are worth: how often the bot answered from them, and what became of those conversations.
import { type Static, Type } from 'typebox'
import { Closed, Instant, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

const Count = Type.Integer({ minimum: 0 })
const FIGURES = {
  asked: Type.Integer({ minimum: 0, description: 'Messages of the bot that cited it.' }),
  solved: Type.Integer({
    minimum: 0,
    description: 'Of them, those that were neither handed over to a person afterwards nor called unhelpful.',
  }),
  helpful: Count,
  unhelpful: Count,
  handedOver: Type.Integer({
    minimum: 0,
    description: 'Messages after which a person had to take over before the conversation was resolved.',
  }),
  lastUsedAt: Instant,
}
const Days = Closed({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90, description: 'Default 30.' })) })
export const EntryUsage = Closed({ entryId: Uuid, ...FIGURES })
export type EntryUsage = Static<typeof EntryUsage>
export const VersionUsage = Closed({ version: Type.Integer({ minimum: 0 }), ...FIGURES })
export type VersionUsage = Static<typeof VersionUsage>

const tag = 'Knowledge'
export const listUsage = route({
  name: 'listUsage',
  method: 'GET',
  path: '/api/knowledge/usage',
  tag,
  summary: 'How often each entry was used in the last days, those used most first; at most 10,000.',
  access: 'knowledge.read',
  query: Days,
  reply: Closed({ usage: Type.Array(EntryUsage, { maxItems: 10_000 }) }),
  problems: [],
})
export const readUsage = route({
  name: 'readUsage',
  method: 'GET',
  path: '/api/knowledge/:entryId/usage',
  tag,
  summary: 'How often each version of an entry was used in the last days, newest version first.',
  access: 'knowledge.read',
  params: Closed({ entryId: Uuid }),
  query: Days,
  reply: Closed({ versions: Type.Array(VersionUsage, { maxItems: 500 }) }),
  problems: ['knowledge.not-found'],
})
