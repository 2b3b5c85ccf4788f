// Where people are reached, and the windows platforms give the house: kept over processes, counted, forgotten on erasure.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { manualClock } from '../../platform/clock.ts'
import { createIds } from '../../platform/ids.ts'
import { createSecrets } from '../../platform/secrets/secrets.ts'
import { createTenantKeyStore } from '../../platform/secrets/store.ts'
import { createAddresses } from './addresses.ts'

const HOUR = 3_600_000
const WINDOW = [{ opensOn: 'message', closesAfterMs: 48 * HOUR, maxReplies: 2 }] as const
let database: Awaited<ReturnType<typeof newDatabase>>
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())

test('a window opens, is used up, opens again and closes; another process knows it too', async () => {
  const clock = manualClock(Date.now())
  const ids = createIds(clock)
  const secrets = createSecrets({ rootKey: randomBytes(32), store: createTenantKeyStore(database) })
  const addresses = createAddresses({ database, secrets, clock })
  const whom = { tenant: ids.uuid(), inboxId: ids.uuid(), contactId: ids.uuid() }
  const opening = { trigger: 'message', window: WINDOW } as const
  expect(await addresses.mayReply(whom, WINDOW)).toEqual({ open: false, reason: 'never-opened' })
  await addresses.heard(whom, { to: 'open-id' }, opening)
  expect(await addresses.mayReply(whom, WINDOW)).toMatchObject({ open: true, left: 2 })
  await addresses.replied(whom, WINDOW)
  await addresses.replied(whom, WINDOW)
  expect(await createAddresses({ database, secrets, clock }).mayReply(whom, WINDOW)).toEqual({
    open: false,
    reason: 'used-up',
  })
  await addresses.heard(whom, { to: 'open-id', thread: 't' }, opening)
  expect(await addresses.mayReply(whom, WINDOW)).toMatchObject({ open: true, left: 2 })
  clock.advance(48 * HOUR)
  expect(await addresses.mayReply(whom, WINDOW)).toEqual({ open: false, reason: 'expired' })
  expect(await addresses.mayReply(whom, 'always')).toMatchObject({ open: true })
  expect(await addresses.find(whom)).toEqual({ to: 'open-id', thread: 't' })
  expect(await addresses.find({ ...whom, tenant: ids.uuid() })).toBeNull()
  await addresses.forget(whom.tenant, whom.contactId)
  expect(await addresses.find(whom)).toBeNull()
  // Known before is not known now: whoever writes again is reached again.
  await addresses.heard(whom, { to: 'open-id', thread: 't' }, opening)
  expect(await addresses.find(whom)).toEqual({ to: 'open-id', thread: 't' })
})
