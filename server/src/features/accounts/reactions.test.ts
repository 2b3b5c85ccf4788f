import { expect, test } from 'vitest'
import { memoryBus } from '../../platform/bus/memory.ts'
import { silentLog as log } from '../../platform/log.ts'
import { accountsReactions } from './reactions.ts'

test('inboxes are forgotten when one changed anywhere, and not for anything else', async () => {
  const bus = memoryBus({ log })
  let forgotten = 0
  const heard = accountsReactions({ bus, accounts: { forget: () => void forgotten++ } })
  const tell = async (type: string) => {
    bus.publish('facts.t.i', { facts: [{ type }] })
    await bus.flush()
  }
  await tell('message.received')
  expect(forgotten).toBe(0)
  await tell('inbox.changed')
  await tell('inbox.created')
  expect(forgotten).toBe(2)
  heard.stop()
  await tell('inbox.changed')
  expect(forgotten).toBe(2)
  await bus.close()
})
