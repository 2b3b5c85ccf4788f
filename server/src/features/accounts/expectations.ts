// What somebody who asks for a person may honestly expect now. Every visitor is told, so it is worked out once for an
// inbox and a few seconds: a flood of visitors costs the database one question, not one each.
import type { Uuid } from '@ballast/contract'
import type { Expectation } from '@ballast/contract/routes/visits'
import { createCache } from './cache.ts'
import type { OpenInbox } from './inbox-directory.ts'
import type { AccountsParts } from './parts.ts'
import { openingAt } from './rules/opening.ts'
import { seesInbox } from './rules/visible-inboxes.ts'

export interface Expectations {
  of(open: OpenInbox): Promise<Expectation>
  /** Hours or teams of some inbox have changed. */
  forget(): void
}

const FRESH_MS = 3_000
/** What was true this long ago is still better than turning a visitor away while the database is out. */
const KEPT_MS = 60_000
const LIMIT = 5_000

type Parts = Pick<AccountsParts, 'clock' | 'log' | 'queueOf' | 'atDesk'>

export const createExpectations = (parts: Parts): Expectations => {
  const fresh = createCache<Expectation>(parts.clock, { ttlMs: FRESH_MS, limit: LIMIT })
  const kept = createCache<Expectation>(parts.clock, { ttlMs: KEPT_MS, limit: LIMIT })
  const flights = new Map<string, Promise<Expectation>>()

  const work = async (key: string, open: OpenInbox): Promise<Expectation> => {
    const remember = fresh.open(key)
    const keep = kept.open(key)
    try {
      const expectation = await workOut(parts, open)
      remember(expectation)
      keep(expectation)
      return expectation
    } catch (err) {
      const last = kept.get(key)
      if (last === undefined) throw err
      parts.log.warn({ err, tenant: open.tenant, inboxId: open.inbox.id }, 'expectation.unknown')
      // Not asked again at once: what is down is not helped by a question a visitor.
      remember(last)
      return last
    }
  }
  return {
    of: async (open) => {
      const key = `${open.tenant} ${open.inbox.id}`
      const known = fresh.get(key) ?? flights.get(key)
      if (known !== undefined) return known
      const flight = work(key, open)
      flights.set(key, flight)
      try {
        return await flight
      } finally {
        if (flights.get(key) === flight) flights.delete(key)
      }
    },
    forget: () => {
      fresh.clear()
      kept.clear()
      flights.clear()
    },
  }
}

const workOut = async (parts: Parts, { tenant, inbox }: OpenInbox): Promise<Expectation> => {
  const { waiting, waitMs } = await parts.queueOf(tenant, inbox.id)
  const { open, opensAt } =
    inbox.hours === null ? { open: true, opensAt: null } : openingAt(inbox.hours, parts.clock.now())
  return {
    open,
    opensAt: opensAt === null ? null : new Date(opensAt).toISOString(),
    staffed: isStaffed(parts, tenant, inbox),
    waiting,
    waitMs,
  }
}

const isStaffed = (parts: Parts, tenant: Uuid, inbox: OpenInbox['inbox']): boolean =>
  parts.atDesk(tenant).some(({ role, teamIds }) => seesInbox({ kind: 'staff', role, teamIds }, inbox))
