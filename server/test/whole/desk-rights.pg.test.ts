// What a desk is sent follows what its colleague may see, from the first frame to the change of a right.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../change-sets.ts'
import type { WholeServer } from '../whole-server.ts'
import { type Colleague, startTwins, type Twin, text, type Visitor } from '../whole-tenants.ts'
import { type Device, openDesk, openVisitor } from './live-device.ts'

let node: WholeServer
let alpha: Twin
const devices: Device[] = []
beforeAll(async () => {
  ;({ node, alpha } = await startTwins())
})
afterEach(() => {
  for (const device of devices.splice(0)) device.close()
  node.clock.advance(60_000)
})
afterAll(async () => {
  await node.stop()
})
const desk = async (who: Colleague): Promise<Device> => {
  const device = await openDesk(node, who.browser)
  devices.push(device)
  return device
}
const widget = async (visitor: Visitor): Promise<Device> => {
  const device = await openVisitor(node, visitor.token, [{ conversationId: visitor.conversationId, afterSeq: 0 }])
  devices.push(device)
  return device
}
const about = (device: Device, { conversationId }: Visitor) =>
  device.frames.filter((frame) => JSON.stringify(frame).includes(conversationId))
const as = async (who: Colleague, method: string, path: string, body: object = {}) => {
  const reply = await who.browser.call(method, path, { body })
  expect(reply.status, reply.text).toBe(200)
}
const say = async (device: Device, visitor: Visitor, said: string) => {
  const id = newId()
  device.send({ t: 'send', id, conversationId: visitor.conversationId, parts: text(said) })
  await device.next('ack', (frame) => frame.id === id)
}
/** Told after everything before it: an event in the inbox everybody sees. */
const fence = async (device: Device) => {
  const from = device.frames.length
  await as(alpha.manager, 'POST', `/api/conversations/${alpha.neighbour.conversationId}/take`, { force: true })
  await as(alpha.manager, 'POST', `/api/conversations/${alpha.neighbour.conversationId}/hand-back`)
  await device.next(
    'row',
    (frame) => device.frames.indexOf(frame) >= from && about(device, alpha.neighbour).includes(frame),
  )
}

describe('a desk', () => {
  test('hears nothing of an inbox its team does not see: rows, messages, typing, presence, read marks', async () => {
    const [outsider, agent, customer] = [
      await desk(alpha.outsider),
      await desk(alpha.agent),
      await widget(alpha.customer),
    ]
    const { conversationId } = alpha.customer
    outsider.send({ t: 'watch', conversationId, afterSeq: 0 })
    expect((await outsider.next('refused')).problem?.code).toBe('conversation.not-found')
    agent.send({ t: 'watch', conversationId, afterSeq: 0 })
    await agent.next('presence')
    await say(customer, alpha.customer, 'alpha secret question')
    customer.send({ t: 'typing', conversationId, on: true })
    await agent.next('typing')
    agent.send({ t: 'typing', conversationId, on: true })
    agent.send({ t: 'reply', id: newId(), conversationId, parts: text('alpha secret answer'), note: false })
    await agent.next('message', (frame) => JSON.stringify(frame).includes('secret answer'))
    await agent.next('row', (frame) => JSON.stringify(frame).includes('secret answer'))
    agent.send({ t: 'read', conversationId, seq: 1 })
    await customer.next('read')
    await fence(outsider)
    expect(about(outsider, alpha.customer)).toEqual([])
    expect(JSON.stringify(outsider.frames)).not.toContain('secret')
  })

  test('hears of its colleague’s conversation wherever it is, until it is somebody else’s', async () => {
    const { conversationId } = alpha.customer
    const path = `/api/conversations/${conversationId}`
    await as(alpha.manager, 'POST', `${path}/transfer`, { staffId: alpha.outsider.id })
    const [outsider, customer] = [await desk(alpha.outsider), await widget(alpha.customer)]
    outsider.send({ t: 'watch', conversationId, afterSeq: 0 })
    await outsider.next('replay')
    await say(customer, alpha.customer, 'alpha while it is yours')
    await outsider.next('message', (frame) => JSON.stringify(frame).includes('while it is yours'))
    await as(alpha.manager, 'POST', `${path}/transfer`, { staffId: alpha.agent.id })
    // The right is asked for anew beside the news of the transfer itself.
    await new Promise((done) => setTimeout(done, 500))
    await say(customer, alpha.customer, 'alpha after it was taken')
    customer.send({ t: 'typing', conversationId, on: true })
    await fence(outsider)
    expect(JSON.stringify(outsider.frames)).not.toContain('after it was taken')
    expect(outsider.frames.filter(({ t }) => t === 'typing')).toEqual([])
  })

  test('loses an inbox that is given to a team, and whatever it had open there', async () => {
    const [outsider, viewer, agent] = [await desk(alpha.outsider), await desk(alpha.viewer), await desk(alpha.agent)]
    const visitor = await widget(alpha.visitor)
    outsider.send({ t: 'watch', conversationId: alpha.visitor.conversationId, afterSeq: 0 })
    await outsider.next('replay')
    await as(alpha.owner, 'PATCH', `/api/inboxes/${alpha.open.id}`, { teamIds: [alpha.teamId] })
    try {
      // Whoever may see it goes on: their next row tells that the others were weighed too.
      await new Promise((done) => setTimeout(done, 1_500))
      await say(visitor, alpha.visitor, 'alpha only for the team')
      await agent.next('row', (frame) => JSON.stringify(frame).includes('only for the team'))
      for (const device of [outsider, viewer]) expect(JSON.stringify(device.frames)).not.toContain('only for the team')
    } finally {
      await as(alpha.owner, 'PATCH', `/api/inboxes/${alpha.open.id}`, { teamIds: [] })
    }
  })

  const change = (body: object) => as(alpha.owner, 'PATCH', `/api/staff/${alpha.agent.id}`, body)
  const expectShownOut = async (device: Device) => {
    expect(await device.closed).toBe(4401)
    expect(device.frames.at(-1)).toMatchObject({ t: 'bye', reason: 'auth' })
  }
  const codesOf = async (device: Device, frame: object) =>
    (await device.ask(frame)).map(({ t, problem }) => problem?.code ?? t)

  test('is closed when their teams changed, and comes back without what the team saw', async () => {
    const { conversationId } = alpha.customer
    await as(alpha.manager, 'POST', `/api/conversations/${conversationId}/take`, { force: true })
    const device = await desk(alpha.agent)
    await change({ teamIds: [] })
    await expectShownOut(device)
    const again = await desk(alpha.agent)
    expect(await codesOf(again, { t: 'watch', conversationId, afterSeq: 0 })).toEqual(['conversation.not-found'])
    await change({ teamIds: [alpha.teamId] })
  })
  test('is closed when their role changed, and comes back with the new one', async () => {
    const device = await desk(alpha.agent)
    await change({ role: 'viewer' })
    await expectShownOut(device)
    const again = await desk(alpha.agent)
    const { conversationId } = alpha.visitor
    const reply = { t: 'reply', id: newId(), conversationId, parts: text('hi'), note: true }
    expect(await codesOf(again, reply)).toEqual(['auth.forbidden'])
    await change({ role: 'agent' })
  })
  test('is closed when their access was switched off, for good', async () => {
    const device = await desk(alpha.agent)
    await change({ active: false })
    await expectShownOut(device)
    await expect(openDesk(node, alpha.agent.browser)).rejects.toThrow('401')
  })

  test('is closed when their password changed: a stolen session ends with it', async () => {
    const device = await desk(alpha.viewer)
    const own = await node.signIn(alpha.viewer.id)
    const reply = await own.call('PUT', '/api/session/password', { body: { next: 'correct horse battery' } })
    expect(reply.status, reply.text).toBe(200)
    expect(await device.closed).toBe(4401)
    await expect(openDesk(node, alpha.viewer.browser)).rejects.toThrow('401')
  })
})
