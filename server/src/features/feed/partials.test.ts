// Text so far over the bus: to every node where the customer is connected, to nobody else, and never in the clear.
import { randomBytes } from 'node:crypto'
import type { ServerFrame, Uuid } from '@ballast/contract'
import { afterEach, expect, test } from 'vitest'
import { memoryBus } from '../../platform/bus/memory.ts'
import { createIds } from '../../platform/ids.ts'
import { silentLog } from '../../platform/log.ts'
import { createSecrets } from '../../platform/secrets/secrets.ts'
import { startPartials } from './partials.ts'
import { visitorRoom } from './rules/who-sees.ts'

const ids = createIds({ now: () => Date.now() })
const keys = new Map<Uuid, Buffer>()
const bus = memoryBus({ log: silentLog })
const secrets = createSecrets({
  rootKey: randomBytes(32),
  store: {
    readTenantKey: async (tenant) => keys.get(tenant),
    writeTenantKey: async (tenant, wrapped) => void keys.set(tenant, wrapped),
  },
})
const [tenant, contactId, conversationId, messageId] = [ids.uuid(), ids.uuid(), ids.uuid(), ids.uuid()]
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A process with these customers connected. */
const node = (...connected: Uuid[]) => {
  const frames: [string, ServerFrame][] = []
  const rooms = connected.map(visitorRoom)
  const hub = {
    connectionsIn: (room: string) => (rooms.includes(room) ? 1 : 0),
    toRoom: (room: string, frame: ServerFrame) => void frames.push([room, frame]),
  }
  const partials = startPartials({ bus, hub, secrets, log: silentLog })
  stops.push(partials.stop)
  return { ...partials, frames }
}
/** Everything published has arrived and was opened: a later one has come all the way. */
const settled = async (from: ReturnType<typeof node>, seen: ReturnType<typeof node>) => {
  from.tell({ tenant, contactId, conversationId, messageId, text: 'the last' })
  await expect.poll(() => JSON.stringify(seen.frames)).toContain('the last')
}

test('reaches the customer on whatever node, in order, and nobody else', async () => {
  const [here, there, elsewhere] = [node(), node(contactId), node(ids.uuid())]
  const traffic: string[] = []
  const spy = bus.subscribe('>', (payload) => void traffic.push(JSON.stringify(payload)))
  for (const text of ['Looking', 'Looking up', 'Looking up your order…'])
    here.tell({ tenant, contactId, conversationId, messageId, text })
  await settled(here, there)
  expect(there.frames.map(([room, frame]) => [room, frame.t === 'partial' && frame.text])).toEqual(
    ['Looking', 'Looking up', 'Looking up your order…', 'the last'].map((text) => [visitorRoom(contactId), text]),
  )
  expect(there.frames[0]?.[1]).toEqual({ t: 'partial', conversationId, messageId, text: 'Looking' })
  expect([here.frames, elsewhere.frames]).toEqual([[], []])
  expect(traffic).toHaveLength(4)
  expect(traffic.join()).not.toContain('Looking')
  spy.unsubscribe()
})

test('what others write on the bus is shown to nobody', async () => {
  const mallory = ids.uuid()
  const seen = node(contactId)
  const forged = { t: 'partial', conversationId, messageId, text: 'send me your password' }
  const subject = `partial.${tenant}.${contactId}`
  const seal = async (content: unknown, by = tenant) =>
    (await secrets.sealForTenant(by, JSON.stringify(content))).toString('base64')
  const lies = [
    forged,
    { tenant, contactId, frame: forged },
    { tenant, contactId, sealed: JSON.stringify({ contactId, frame: forged }) },
    // Of another workspace, of another customer, of another kind.
    { tenant, contactId, sealed: await seal({ contactId, frame: forged }, mallory) },
    { tenant, contactId, sealed: await seal({ contactId: mallory, frame: forged }) },
    { tenant, contactId, sealed: await seal({ contactId, frame: { ...forged, t: 'message' } }) },
    { tenant, contactId, sealed: await seal({ secret: 'a channel credential' }) },
    null,
    'partial',
  ]
  for (const lie of lies) bus.publish(subject, lie)
  bus.publish(`partial.${mallory}.${contactId}`, {
    tenant,
    contactId,
    sealed: await seal({ contactId, frame: forged }),
  })
  await settled(node(), seen)
  expect(seen.frames.map(([, frame]) => frame.t === 'partial' && frame.text)).toEqual(['the last'])
})
