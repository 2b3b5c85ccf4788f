// How entries are used: counted fact by fact it is what counting all facts anew says, in any batches and twice over.
import type { Fact, Uuid } from '@ballast/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../../test/change-sets.ts'
import { newDatabase } from '../../../../test/new-database.ts'
import { appendFacts } from '../../../platform/facts/append.ts'
import { usageReactions } from './reactions.ts'
import { countFact, recount, removeOldCitations, usageOfEntries, usageOfVersions } from './store-usage.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())

const START = Date.now() - 3_600_000
const ENTRIES = [newId(), newId(), newId()]
const rowsOf = (tenant: Uuid) =>
  database.as(tenant, async (tx) => {
    const { rows } = await sql<object>`SELECT message_id, entry_id, version, conversation_id, at, helpful, judged_at,
      handed_over_at, closed_at FROM entry_citations WHERE tenant = ${tenant} ORDER BY message_id, entry_id`.execute(tx)
    return rows
  })

interface Event {
  readonly kind: 'sent' | 'judged' | 'over' | 'resolved'
  readonly talk: number
  readonly entry: number
  readonly version: number
  readonly helpful: boolean | null
  readonly gap: number
}
const event = fc.record<Event>({
  kind: fc.constantFrom('sent', 'sent', 'judged', 'over', 'resolved'),
  talk: fc.nat(2),
  entry: fc.nat(2),
  version: fc.integer({ min: 1, max: 3 }),
  helpful: fc.constantFrom(true, false, null),
  gap: fc.constantFrom(0, 1, 1_000),
})

const factsOf = (tenant: Uuid, events: readonly Event[]): Fact[] => {
  const talks = [newId(), newId(), newId()]
  const said: { id: Uuid; talk: number }[] = []
  let at = START
  return events.flatMap(({ kind, talk, entry, version, helpful, gap }): Fact[] => {
    at += gap
    const base = { id: newId(), tenant, subject: talks[talk]!, at: new Date(at).toISOString() }
    if (kind === 'over')
      return [{ ...base, type: 'conversation.handed-over', data: { reason: 'asked', from: 'bot', by: 'customer' } }]
    if (kind === 'resolved') return [{ ...base, type: 'conversation.resolved', data: { by: 'agent' } }]
    if (kind === 'judged') {
      const last = said.findLast((one) => one.talk === talk)
      return last === undefined
        ? []
        : [{ ...base, type: 'message.judged', data: { messageId: last.id, seq: 1, helpful } }]
    }
    const id = newId()
    said.push({ id, talk })
    const cited = [...new Set([entry, (entry + version) % 3])].map((n) => ({ entryId: ENTRIES[n]!, version }))
    const data = { messageId: id, seq: 1, channel: 'web', by: 'bot' as const, note: false, chars: 3, cited }
    return [{ ...base, type: 'message.sent', data }]
  })
}

it('fact by fact, some of them twice, is what all facts at once say', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), fc.nat(), async (events, again) => {
      const tenant = newId()
      const facts = factsOf(tenant, events)
      await database.as(tenant, async (tx) => {
        await appendFacts(
          tx,
          facts.map((fact) => ({ ...fact, at: Date.parse(fact.at) })),
        )
        for (const fact of facts) await countFact(tx, fact)
        // After a crash the last batch comes again.
        for (const fact of facts.slice(again % (facts.length + 1))) await countFact(tx, fact)
      })
      const counted = await rowsOf(tenant)
      await database.as(tenant, (tx) => recount(tx, tenant))
      expect(await rowsOf(tenant)).toEqual(counted)
    }),
    { numRuns: 60 },
  )
})

it('says what became of each answer, by entry and by version', async () => {
  const tenant = newId()
  const talk = { talk: 0, version: 1, helpful: null, gap: 1_000 }
  const facts = factsOf(tenant, [
    { ...talk, kind: 'sent', entry: 0, version: 3 },
    { ...talk, kind: 'judged', entry: 0, helpful: true },
    { ...talk, kind: 'sent', entry: 0, talk: 1, version: 3 },
    { ...talk, kind: 'judged', entry: 0, talk: 1, helpful: true },
    { ...talk, kind: 'judged', entry: 0, talk: 1, helpful: false },
    { ...talk, kind: 'sent', entry: 0, talk: 2, version: 2 },
    { ...talk, kind: 'over', entry: 0, talk: 2 },
    { ...talk, kind: 'resolved', entry: 0, talk: 2 },
    { ...talk, kind: 'sent', entry: 0, talk: 2, version: 3 },
    { ...talk, kind: 'resolved', entry: 0, talk: 2 },
    { ...talk, kind: 'over', entry: 0, talk: 2 },
  ])
  const seen: { name: string; handle: (facts: Fact[]) => Promise<void> }[] = []
  usageReactions(
    { database, clock: { now: Date.now } },
    {
      consume: (options) => {
        seen.push(options)
        return { poke: () => {}, stop: async () => {}, lagSeconds: () => 0 }
      },
    },
  )
  await seen[0]!.handle(facts)
  await seen[0]!.handle(facts)
  const since = new Date(START - 1_000)
  const { entries, versions, later } = await database.as(tenant, async (tx) => ({
    entries: await usageOfEntries(tx, tenant, { since, most: 10 }),
    versions: await usageOfVersions(tx, tenant, { entryId: ENTRIES[0]!, since, most: 10 }),
    later: await usageOfEntries(tx, tenant, { since: new Date(), most: 10 }),
  }))
  expect(entries[0]).toMatchObject({
    entryId: ENTRIES[0],
    asked: 4,
    solved: 2,
    helpful: 1,
    unhelpful: 1,
    handedOver: 1,
  })
  expect(versions).toMatchObject([
    { version: 3, asked: 3, solved: 2, handedOver: 0 },
    { version: 2, asked: 1, solved: 0, handedOver: 1 },
  ])
  expect(later).toEqual([])
  const other = newId()
  expect(await database.as(other, (tx) => usageOfEntries(tx, tenant, { since, most: 10 }))).toEqual([])
  await database.as(tenant, (tx) => removeOldCitations(tx, tenant, new Date()))
  expect(await rowsOf(tenant)).toEqual([])
})
