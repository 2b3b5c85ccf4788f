// What a question names of the graph, for the search to look at first: held in memory, read again when it changed.
import type { Uuid } from '@ballast/contract'
import { createPointers, type Pointers } from '../rules/structure/named.ts'
import { changesOf, pointedThings } from './store-pointers.ts'
import type { StructureParts } from './things.ts'

/** Workspaces held; the one asked longest ago goes first. */
const MOST_HELD = 200
/** Codes and properties of one workspace. */
const MOST_THINGS = 20_000

export interface Steering {
  /** Entries that speak of what the question names. The first question of a workspace waits for its graph. */
  entriesNamed(tenant: Uuid, question: string): Promise<ReadonlySet<Uuid>>
  /** Read again if it changed; resolves when the next question sees it. */
  refresh(tenant: Uuid): Promise<void>
}
interface Held {
  readonly changes: string
  readonly pointers: Pointers
}

export const createSteering = ({ database }: Pick<StructureParts, 'database'>): Steering => {
  const held = new Map<Uuid, Promise<Held>>()
  const load = (tenant: Uuid, before?: Held): Promise<Held> =>
    database.as(tenant, async (tx) => {
      const changes = await changesOf(tx, tenant)
      if (before?.changes === changes) return before
      return { changes, pointers: createPointers(changes === '0' ? [] : await pointedThings(tx, tenant, MOST_THINGS)) }
    })
  const hold = (tenant: Uuid, loading: Promise<Held>): Promise<Held> => {
    held.delete(tenant)
    held.set(tenant, loading)
    // What failed is asked for again, and never stands in the way of an answer for long.
    loading.catch(() => {
      if (held.get(tenant) === loading) held.delete(tenant)
    })
    if (held.size > MOST_HELD) held.delete(held.keys().next().value!)
    return loading
  }
  return {
    entriesNamed: async (tenant, question) => {
      const { pointers } = await hold(tenant, held.get(tenant) ?? load(tenant))
      return pointers.entriesNamed(question)
    },
    refresh: async (tenant) => {
      const before = held.get(tenant)
      if (before === undefined) return
      await hold(
        tenant,
        before.then((known) => load(tenant, known)),
      )
    },
  }
}
