// The train's promises, on a real PostgreSQL: whole or not at all, once, in order, never another tenant's.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inquiry, newId, stateOf } from '../../../test/change-sets.ts'
import { newDatabase } from '../../../test/new-database.ts'
import { isConnectionLost } from './open.ts'
import { createReader } from './reader.ts'
import { type ChangeSet, createTrain, type Outcome } from './train.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent } as never
let database: Awaited<ReturnType<typeof newDatabase>>
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())

const trainOn = (statement = database.statement) =>
  createTrain({ database: { statement }, isConnectionLost, log: silent, now: Date.now, delay: async () => undefined })
const place = () => ({ tenant: newId(), conversationId: newId(), contactId: newId() })
const stored = (tenant: string) =>
  database.as(tenant, async (tx) => ({
    messages: (
      await sql<{
        conversation_id: string
        seq: number
      }>`SELECT conversation_id, seq FROM ballast.messages ORDER BY conversation_id, seq`.execute(tx)
    ).rows,
    facts: (
      await sql<{ type: string; data: { seq?: number } }>`SELECT type, data FROM ballast.facts ORDER BY id`.execute(tx)
    ).rows,
    conversations: (
      await sql<{
        version: number
        seq: number
        status: string
        customer_seq: number
        agent_read_seq: number
      }>`SELECT version, seq, status, customer_seq, agent_read_seq FROM ballast.conversations`.execute(tx)
    ).rows,
  }))

describe('commit train', () => {
  it('commits messages, facts and state together, and numbers the messages', async () => {
    const at = place()
    const train = trainOn()
    expect(await train.commit(inquiry({ ...at, version: 0 }))).toMatchObject({
      outcome: 'committed',
      version: 1,
      firstSeq: 1,
    })
    expect(await train.commit(inquiry({ ...at, version: 1 }))).toMatchObject({
      outcome: 'committed',
      version: 2,
      firstSeq: 3,
    })
    const kept = await stored(at.tenant)
    expect(kept.messages.map((row) => row.seq)).toEqual([1, 2, 3, 4])
    expect(kept.facts.map((fact) => fact.data.seq)).toEqual([1, 2, 3, 4])
    expect(kept.conversations).toMatchObject([{ version: 2, seq: 4, customer_seq: 3 }])
  })

  it('stores the same change set once, however often it is sent', async () => {
    const at = place()
    const set = inquiry({ ...at, version: 0 })
    const first = await trainOn().commit(set)
    const again = await trainOn().commit(set)
    expect(first.outcome).toBe('committed')
    expect(again).toMatchObject({ outcome: 'stored', firstSeq: 1, version: 1, conversationId: at.conversationId })
    expect((await stored(at.tenant)).messages).toHaveLength(2)
  })

  it('refuses a decision made on another version, and stores nothing of it', async () => {
    const at = place()
    const train = trainOn()
    await train.commit(inquiry({ ...at, version: 0 }))
    expect(await train.commit(inquiry({ ...at, version: 7 }))).toEqual({ outcome: 'stale' })
    expect(await train.commit(inquiry({ ...at, version: 0 }))).toEqual({ outcome: 'stale' })
    const kept = await stored(at.tenant)
    expect([kept.messages.length, kept.facts.length]).toEqual([2, 2])
  })

  it('takes a platform id in once and says where it went', async () => {
    const at = place()
    const key = `in:${newId()}:42`
    const train = trainOn()
    await train.commit(inquiry({ ...at, version: 0 }, { dedupe: [key] }))
    const other = { ...place(), tenant: at.tenant }
    expect(await train.commit(inquiry({ ...other, version: 0 }, { dedupe: [key] }))).toMatchObject({
      outcome: 'duplicate',
      conversationId: at.conversationId,
      firstSeq: 1,
    })
    expect((await stored(at.tenant)).messages).toHaveLength(2)
  })

  it('appends a note without a version and without spending one', async () => {
    const at = place()
    const train = trainOn()
    await train.commit(inquiry({ ...at, version: 0 }))
    const { state: _, contact: __, ...bare } = inquiry({ ...at, version: -1 })
    const note: ChangeSet = { ...bare, messages: [bare.messages[1]!], facts: [], agentReadSeq: 2 }
    expect(await train.commit(note)).toMatchObject({ outcome: 'committed', firstSeq: 3, version: 1 })
    expect((await stored(at.tenant)).conversations).toMatchObject([{ version: 1, seq: 3, agent_read_seq: 2 }])
    expect(await train.commit(inquiry({ ...at, version: 1 }))).toMatchObject({ outcome: 'committed', firstSeq: 4 })
  })

  it('sends back a first message sealed with a key the person does not have', async () => {
    const at = place()
    const train = trainOn()
    await train.commit(inquiry({ ...at, version: 0 }))
    const second = inquiry({ ...at, conversationId: newId(), version: 0 })
    const sealedElse = { ...second, contact: { ...second.contact!, personKey: Buffer.from('another key') } }
    expect(await train.commit(sealedElse)).toEqual({ outcome: 'stale' })
    expect(await train.commit(second)).toMatchObject({ outcome: 'committed' })
  })

  it('lets one bad change set among 256 stand alone: the other 255 commit', async () => {
    const tenant = newId()
    const sets = Array.from({ length: 256 }, () => inquiry({ ...place(), tenant, version: 0 }))
    sets[100] = { ...sets[100]!, state: stateOf(sets[100]!.state!.contactId, { status: 'nonsense' }) }
    const train = trainOn()
    const results = await Promise.allSettled(sets.map((set) => train.commit(set)))
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1)
    expect(results[100]).toMatchObject({ status: 'rejected', reason: { code: '23514' } })
    expect((await stored(tenant)).messages).toHaveLength(510)
  })

  it('asks again with the same id when the answer was lost, and stores once', async () => {
    const at = place()
    let lost = 0
    const train = trainOn(async <Row>(text: string, values: unknown[]) => {
      const rows = await database.statement<Row>(text, values)
      if (lost++ < 2) throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' })
      return rows
    })
    expect(await train.commit(inquiry({ ...at, version: 0 }))).toMatchObject({ outcome: 'stored', firstSeq: 1 })
    expect(lost).toBe(3)
    expect((await stored(at.tenant)).messages).toHaveLength(2)
  })

  it('keeps one sequence without gaps when two nodes write the same conversations', async () => {
    const tenant = newId()
    const places = Array.from({ length: 5 }, () => ({ ...place(), tenant }))
    const nodes = [trainOn(), trainOn()]
    for (const at of places) await nodes[0]!.commit(inquiry({ ...at, version: 0 }))
    let wins = 0
    let stale = 0
    await Promise.all(
      nodes.flatMap((train, node) =>
        places.map(async (at) => {
          const reader = createReader(database)
          for (let round = 0; round < 20; round++) {
            const loaded = await reader.conversation(tenant, at.conversationId, true)
            const outcome: Outcome = await train.commit(inquiry({ ...at, version: loaded!.conversation.version }))
            if (outcome.outcome === 'stale') stale++
            else wins++
            if (node === 1) await new Promise((done) => setImmediate(done))
          }
        }),
      ),
    )
    expect(wins + stale).toBe(200)
    expect(stale).toBeGreaterThan(0)
    const kept = await stored(tenant)
    expect(kept.messages).toHaveLength((wins + places.length) * 2)
    for (const at of places) {
      const seqs = kept.messages.filter((row) => row.conversation_id === at.conversationId).map((row) => row.seq)
      expect(seqs).toEqual(seqs.map((_, index) => index + 1))
    }
  })

  it('never touches a conversation of another tenant', async () => {
    const [mine, theirs] = [place(), place()]
    const train = trainOn()
    await train.commit(inquiry({ ...theirs, version: 0 }))
    const attack = inquiry({ ...mine, conversationId: theirs.conversationId, version: 1 })
    expect(await train.commit(attack)).toEqual({ outcome: 'stale' })
    expect((await stored(theirs.tenant)).messages).toHaveLength(2)
    expect((await stored(mine.tenant)).messages).toHaveLength(0)
    expect(await createReader(database).conversation(mine.tenant, theirs.conversationId)).toBeNull()
  })
})
