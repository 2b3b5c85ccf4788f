// Whoever reaches NATS can write anything on any subject: no process falls, and nobody is shown another workspace's text.
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../change-sets.ts'
import { freePort, natsServerMissing, type RunningNats, startNats } from '../start-nats.ts'
import type { WholeServer } from '../whole-server.ts'
import { startTwins, type Twin, text } from '../whole-tenants.ts'
import { type Device, openDesk, openVisitor } from './live-device.ts'

describe.skipIf(natsServerMissing() !== undefined)('lies on the bus', () => {
  let nats: RunningNats
  let liar: NatsConnection
  let node: WholeServer
  let alpha: Twin
  let beta: Twin
  const devices = new Map<string, Device>()

  beforeAll(async () => {
    nats = await startNats(await freePort())
    ;({ node, alpha, beta } = await startTwins({ natsPort: nats.port }))
    liar = await connect({ servers: `nats://127.0.0.1:${nats.port}` })
    for (const [name, twin] of Object.entries({ alpha, beta })) {
      const { conversationId } = twin.visitor
      devices.set(`${name} visitor`, await openVisitor(node, twin.visitor.token, [{ conversationId, afterSeq: 0 }]))
      for (const role of ['owner', 'viewer'] as const) {
        const device = await openDesk(node, twin[role].browser)
        await device.ask({ t: 'watch', conversationId, afterSeq: 0 })
        devices.set(`${name} ${role}`, device)
      }
    }
  })
  afterAll(async () => {
    for (const device of devices.values()) device.close()
    await liar?.close()
    await node?.stop()
    await nats?.kill()
  })

  /** After everything that was published: a real message reaches everybody it is for, and the lies had their time. */
  const settle = async () => {
    await liar.flush()
    node.clock.advance(60_000)
    for (const [name, twin] of Object.entries({ alpha, beta })) {
      const said = `${name} settles ${newId()}`
      const body = { id: newId(node.clock.now()), parts: text(said), note: false }
      const path = `/api/conversations/${twin.visitor.conversationId}`
      await twin.agent.browser.call('POST', `${path}/take`, { body: { force: true } })
      const reply = await twin.agent.browser.call('POST', `${path}/messages`, { body })
      expect(reply.status, reply.text).toBe(200)
      for (const who of ['visitor', 'owner', 'viewer'])
        await devices.get(`${name} ${who}`)!.next('message', (frame) => JSON.stringify(frame).includes(said))
    }
  }
  const expectApart = () => {
    for (const [name, device] of devices) {
      const other = name.startsWith('alpha') ? beta : alpha
      const seen = JSON.stringify(device.frames)
      expect(seen, name).not.toContain(other.mark)
      expect(seen, name).not.toContain(other.visitor.conversationId)
      if (name.endsWith('visitor')) expect(seen, name).not.toContain('internal note')
    }
  }
  const envelope = (of: Twin, more: object = {}) => ({
    tenant: of.tenant,
    conversationId: of.visitor.conversationId,
    contactId: of.visitor.contactId,
    inboxId: of.open.id,
    version: 1,
    fromSeq: 1,
    toSeq: 6,
    updated: [1, 2, 3, 4, 5, 6],
    facts: [{ type: 'conversation.taken', data: {} }],
    ...more,
  })
  const tell = (subject: string, payload: unknown) => liar.publish(subject, JSON.stringify(payload))

  test('an envelope that names rooms, people or workspaces of others is told to nobody there', async () => {
    const subjects = [alpha, beta].flatMap(({ tenant, visitor }) => [
      `facts.${tenant}.${visitor.conversationId}`,
      `facts.${tenant}.${newId()}`,
    ])
    const lies = [
      envelope(beta, { contactId: alpha.visitor.contactId }),
      envelope(beta, { inboxId: alpha.open.id }),
      envelope(beta, { tenant: alpha.tenant }),
      envelope(beta, { tenant: alpha.tenant, contactId: alpha.visitor.contactId, inboxId: alpha.open.id }),
      envelope(beta, { conversationId: alpha.visitor.conversationId }),
      envelope(beta, { contactId: alpha.visitor.contactId, inboxId: alpha.open.id, version: 2_147_483_647 }),
    ]
    for (const subject of subjects) for (const lie of lies) tell(subject, lie)
    await settle()
    expectApart()
  })

  test('payloads of any shape and size bring nothing down', async () => {
    const { tenant } = alpha
    const { conversationId, contactId } = alpha.visitor
    const shapes: unknown[] = [
      null,
      7,
      'text',
      [],
      {},
      { facts: 7 },
      { facts: [null, 7, {}, { type: 7 }, { type: 'knowledge.published' }, { type: 'staff.changed' }] },
      { facts: [{ type: 'knowledge.published', tenant: "'; DROP TABLE", subject: {} }] },
      { facts: [{ type: 'knowledge.withdrawn', tenant: newId() }] },
      { conversationId: {}, tenant: [] },
      envelope(alpha, { fromSeq: -5, toSeq: 1e15 }),
      envelope(alpha, { fromSeq: 0, toSeq: 2_147_483_647 }),
      envelope(alpha, { updated: Array(50_000).fill(1) }),
      envelope(alpha, { facts: 'none' }),
      envelope(alpha, { facts: [{ type: 'conversation.read', data: { by: 'x', seq: 'y', text: 'injected' } }] }),
      { author: { kind: 'agent', name: 'x'.repeat(5_000) }, on: true },
      { author: null, on: 'yes' },
      { id: 'x'.repeat(5_000), name: 'injected', on: true, asks: true },
      { tenant: 'x', contactId: 'y' },
      { tenant: newId(), contactId: newId() },
      JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`),
      { ['__proto__']: { polluted: true }, constructor: { prototype: { polluted: true } } },
      'x'.repeat(900_000),
    ]
    const subjects = [
      `facts.${tenant}.${conversationId}`,
      `facts.${tenant}.${alpha.manager.id}`,
      'facts.x.y',
      'facts.a',
      `typing.${tenant}.${conversationId}`,
      `presence.${tenant}.${conversationId}`,
      `people.${tenant}.${contactId}`,
      'people.x',
    ]
    for (const subject of subjects) {
      liar.publish(subject, '')
      liar.publish(subject, '{not json')
      liar.publish(subject, Buffer.from([0xff, 0xfe, 0x00]))
      for (const shape of shapes) tell(subject, shape)
    }
    await settle()
    expectApart()
    for (const [name, device] of devices) expect(JSON.stringify(device.frames), name).not.toContain('injected')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(node.lines.filter(({ event }) => event === 'process.failed')).toEqual([])
  })

  test('typing and presence of one workspace never reach the other, whatever the payload says', async () => {
    tell(`typing.${beta.tenant}.${alpha.visitor.conversationId}`, {
      author: { kind: 'agent', name: 'beta ghost' },
      on: true,
    })
    tell(`presence.${beta.tenant}.${alpha.visitor.conversationId}`, {
      id: newId(),
      name: 'beta ghost',
      on: true,
      asks: true,
    })
    await settle()
    expectApart()
  })
})
