// Teaching the classifier of what is held, in a thread, after every change; until then, words and meaning find what changed.
import { setTimeout } from 'node:timers/promises'
import type { Uuid } from '@ballast/contract'
import type { Database } from '../../platform/database/open.ts'
import type { Held, Holding } from './holding.ts'
import { createLine } from './in-line.ts'
import { lessonsOf } from './load-index.ts'
import { MOST_TAUGHT } from './rules/search-index.ts'
import { createSegmentThread } from './segment-thread.ts'

/** Nobody is taught while entries are still being written; ms. */
const QUIET_MS = 1_500

export const createLessons = (database: Pick<Database, 'as'>, { held, weigh }: Pick<Holding, 'held' | 'weigh'>) => {
  const teacher = createSegmentThread()
  const oneByOne = createLine(1)
  const learn = async (tenant: Uuid, one: Held): Promise<void> => {
    while (held.get(tenant) === one && one.taught !== one.standing.stamp) {
      await setTimeout(QUIET_MS, undefined, { ref: false })
      const { stamp } = one.standing
      const few = one.index.size <= MOST_TAUGHT
      one.index.listen(few ? await oneByOne(() => teacher.teach(lessonsOf({ database }, tenant))) : null)
      one.taught = stamp
      if (held.get(tenant) === one) weigh(tenant, one)
    }
  }
  return {
    /** Resolves when it knows what is held now; one tenant at a time. Rejects when the entries cannot be read. */
    teach: (tenant: Uuid, one: Held): Promise<void> => {
      one.teaching ??= learn(tenant, one).finally(() => {
        one.teaching = null
      })
      return one.teaching
    },
    close: () => teacher.close(),
  }
}
