// Deciding again on stale, and taking turns when a conversation is contended.
import { describe, expect, it } from 'vitest'
import { inquiry, newId } from '../../../test/change-sets.ts'
import { createDecider } from './decide-and-commit.ts'
import type { ChangeSet, Outcome } from './train.ts'

const at = { tenant: newId(), conversationId: newId(), contactId: newId() }
const committed = (set: ChangeSet, version: number): Outcome => ({
  outcome: 'committed',
  conversationId: set.conversationId,
  version,
  firstSeq: 1,
  at: 0,
})
/** A database of one number: commits only what expects its version. */
const counter = (interfere: () => number = () => 0) => {
  let version = 1
  let busy = 0
  let mostAtOnce = 0
  return {
    read: () => version,
    mostAtOnce: () => mostAtOnce,
    train: {
      commit: async (set: ChangeSet): Promise<Outcome> => {
        mostAtOnce = Math.max(mostAtOnce, ++busy)
        await new Promise((done) => setImmediate(done))
        busy--
        version += interfere()
        if (set.expectedVersion !== version) return { outcome: 'stale' }
        version++
        return committed(set, version)
      },
    },
  }
}

describe('decideAndCommit', () => {
  it('loads fresh after a stale try and decides again on what it finds', async () => {
    let disturbances = 3
    const db = counter(() => (disturbances-- > 0 ? 1 : 0))
    const freshness: boolean[] = []
    const result = await createDecider(db.train).decideAndCommit({
      ...at,
      load: async (fresh) => {
        freshness.push(fresh)
        return db.read()
      },
      decide: (version) => ({ commit: inquiry({ ...at, version }), result: (outcome) => outcome.outcome }),
    })
    expect(result).toBe('committed')
    expect(freshness).toEqual([false, true, true, true])
  })

  it('lets every one of many contenders through, in turns', async () => {
    const db = counter()
    const decider = createDecider(db.train)
    const results = await Promise.all(
      Array.from({ length: 40 }, () =>
        decider.decideAndCommit({
          ...at,
          load: async () => db.read(),
          decide: (version) => ({ commit: inquiry({ ...at, version }), result: () => 'done' as const }),
        }),
      ),
    )
    expect(results).toHaveLength(40)
    expect(db.read()).toBe(41)
  })

  it('throws the refusal as a Problem and commits nothing', async () => {
    const db = counter()
    const refusal = createDecider(db.train).decideAndCommit({
      ...at,
      load: async () => 1,
      decide: () => ({ refused: 'conversation.not-yours' }),
    })
    await expect(refusal).rejects.toMatchObject({ code: 'conversation.not-yours' })
    expect(db.mostAtOnce()).toBe(0)
  })

  it('gives up with conversation.changed when others keep winning, and frees the line', async () => {
    let stubborn = true
    const db = counter(() => (stubborn ? 1 : 0))
    const decider = createDecider(db.train)
    const decide = (version: number) => ({ commit: inquiry({ ...at, version }), result: () => 'done' as const })
    await expect(decider.decideAndCommit({ ...at, load: async () => db.read(), decide })).rejects.toMatchObject({
      code: 'conversation.changed',
    })
    stubborn = false
    await expect(decider.decideAndCommit({ ...at, load: async () => db.read(), decide })).resolves.toBe('done')
  })
})
