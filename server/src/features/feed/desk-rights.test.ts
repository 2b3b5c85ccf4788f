// Rights that changed without a word: the bus lost it, or the session ended.
import { type Principal, problem, type Uuid } from '@ballast/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryBus } from '../../platform/bus/memory.ts'
import { silentLog } from '../../platform/log.ts'
import { createDeskRights, type OpenDesk } from './desk-rights.ts'
import type { Staff } from './live-parts.ts'

const STAFF: Staff = {
  kind: 'staff',
  tenant: 't',
  staffId: 's',
  name: 'Lin',
  role: 'agent',
  teamIds: ['a', 'b'],
  sessionId: 'x',
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = (whoNow: () => Promise<Principal>, mustSee: () => Promise<void> = async () => undefined) => {
  const rights = createDeskRights({
    bus: memoryBus({ log: silentLog }),
    log: silentLog,
    rightsChanged: () => undefined,
    mustSee,
    everyMs: 1_000,
  })
  const seen = { out: 0, entered: 0, unwatched: [] as Uuid[] }
  const desk: OpenDesk = {
    staff: STAFF,
    whoNow,
    showOut: () => void seen.out++,
    enterRooms: async () => void seen.entered++,
    watches: () => true,
    watched: () => ['c'],
    unwatch: (id) => void seen.unwatched.push(id),
  }
  const forget = rights.add(desk)
  return { seen, forget, close: () => rights.close() }
}

describe('every so often', () => {
  test('a desk whose colleague is the same stays, its lists entered anew', async () => {
    const { seen, close } = open(async () => ({ ...STAFF, teamIds: ['b', 'a'], sessionId: 'y' }))
    await vi.advanceTimersByTimeAsync(2_500)
    expect(seen).toEqual({ out: 0, entered: 2, unwatched: [] })
    close()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(seen.entered).toBe(2)
  })
  test.each<[string, () => Promise<Principal>]>([
    ['has another role', async () => ({ ...STAFF, role: 'viewer' })],
    ['has other teams', async () => ({ ...STAFF, teamIds: ['a', 'c'] })],
    ['is somebody else', async () => ({ ...STAFF, staffId: 'other' })],
    ['is nobody', async () => ({ kind: 'anyone' })],
    ['signed out', async () => Promise.reject(problem('auth.required'))],
  ])('a desk whose colleague %s is shown out', async (_, whoNow) => {
    const { seen, close } = open(whoNow)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(seen.out).toBe(1)
    close()
  })
  test('a database that is away shows nobody out; what is no longer seen is let go', async () => {
    const away = open(async () => Promise.reject(new Error('away')))
    await vi.advanceTimersByTimeAsync(1_500)
    expect(away.seen.out).toBe(0)
    away.close()
    const hidden = open(
      async () => STAFF,
      async () => Promise.reject(problem('conversation.not-found')),
    )
    await vi.advanceTimersByTimeAsync(1_500)
    expect(hidden.seen).toMatchObject({ out: 0, unwatched: ['c'] })
    hidden.forget()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(hidden.seen.entered).toBe(1)
    hidden.close()
  })
})
