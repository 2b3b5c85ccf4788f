// Two processes on one database, joined by a real NATS: a customer at one and an agent at the other talk as if at one
// table, through the death of NATS and back.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../change-sets.ts'
import { freePort, natsServerMissing, type RunningNats, startNats } from '../start-nats.ts'
import { startWholeServer, type WholeNode, type WholeServer } from '../whole-server.ts'
import { newVisitor, openTwin, type Twin, text, type Visitor, visit } from '../whole-tenants.ts'
import { type Device, openDesk, openVisitor } from './live-device.ts'

interface Said {
  readonly seq: number
  readonly parts: { readonly text?: string; readonly kind: string }[]
}

describe.skipIf(natsServerMissing() !== undefined)('two nodes', () => {
  let nats: RunningNats
  let one: WholeServer
  let two: WholeNode
  let shop: Twin
  let customer: Visitor
  const devices: Device[] = []

  beforeAll(async () => {
    nats = await startNats(await freePort())
    one = await startWholeServer({ natsPort: nats.port })
    shop = await openTwin(one, 'alpha')
    two = await one.another()
    customer = await newVisitor(one, shop.open.publicKey, { says: 'alpha hello' })
  })
  afterEach(() => {
    for (const device of devices.splice(0)) device.close()
    one.clock.advance(60_000)
  })
  afterAll(async () => {
    await one?.stop()
    await nats?.kill()
  })

  const open = async (afterSeq = 0) => {
    const { token, conversationId } = customer
    const widget = await openVisitor(one, token, [{ conversationId, afterSeq }])
    const desk = await openDesk(two, shop.agent.browser)
    desk.send({ t: 'watch', conversationId, afterSeq })
    await desk.next('replay')
    devices.push(widget, desk)
    return { widget, desk, conversationId }
  }
  /** As every client of ours reads it: by sequence, each number once. Copies of two nodes may overtake each other. */
  const heard = (device: Device): Said[] => {
    const all = device.frames.flatMap((frame) => {
      if (frame.t === 'message') return [frame.message as Said]
      return frame.t === 'replay' ? (frame.messages as Said[]) : []
    })
    return [...new Map(all.map((said) => [said.seq, said])).values()].sort((a, b) => a.seq - b.seq)
  }
  const texts = (device: Device) => heard(device).flatMap(({ parts }) => parts.flatMap((part) => part.text ?? []))
  const send = async (device: Device, said: string, note?: boolean) => {
    const id = newId(one.clock.now())
    const { conversationId } = customer
    const reply = note === undefined ? { t: 'send' } : { t: 'reply', note }
    device.send({ ...reply, id, conversationId, parts: text(said) })
    return device.next('ack', (frame) => frame.id === id)
  }
  const seqs = (device: Device) => heard(device).map(({ seq }) => seq)

  test('messages, typing, presence and read marks cross, in order', async () => {
    const { widget, desk, conversationId } = await open()
    const take = await shop.agent.browser.call('POST', `/api/conversations/${conversationId}/take`, {
      body: { force: true },
    })
    expect(take.status, take.text).toBe(200)
    widget.send({ t: 'typing', conversationId, on: true })
    await desk.next('typing', (frame) => (frame.author as { kind: string }).kind === 'customer')
    const lines: string[] = []
    for (let round = 0; round < 6; round++) {
      await send(widget, `question ${round}`)
      await send(desk, `answer ${round}`, false)
      lines.push(`question ${round}`, `answer ${round}`)
    }
    await send(desk, 'only for colleagues', true)
    desk.send({ t: 'typing', conversationId, on: true })
    await widget.next('typing', (frame) => (frame.author as { kind: string }).kind === 'agent')
    const last = Math.max(...seqs(desk))
    desk.send({ t: 'read', conversationId, seq: last })
    await widget.next('read', (frame) => frame.by === 'agent')
    widget.send({ t: 'read', conversationId, seq: last })
    await desk.next('read', (frame) => frame.by === 'customer')
    for (const device of [widget, desk]) {
      await expect.poll(() => texts(device), { timeout: 5_000 }).toEqual(expect.arrayContaining(lines))
      expect(texts(device).filter((line) => lines.includes(line))).toEqual(lines)
      const numbers = seqs(device)
      const hidden = device === widget ? 1 : 0
      expect(numbers.at(-1)! - numbers[0]! + 1 - numbers.length, 'gaps').toBeLessThanOrEqual(hidden)
    }
    expect(texts(widget)).not.toContain('only for colleagues')
  })

  test('a burst from both sides at once has one order, without a gap', async () => {
    const { widget, desk } = await open()
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => [send(widget, `w${index}`), send(desk, `d${index}`, false)]).flat(),
    )
    await expect.poll(() => texts(desk).filter((line) => /^[wd]\d$/.test(line)).length, { timeout: 5_000 }).toBe(20)
    await expect.poll(() => texts(widget).filter((line) => /^[wd]\d$/.test(line)).length, { timeout: 5_000 }).toBe(20)
    const numbers = seqs(desk)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => numbers[0]! + index))
    for (const side of ['w', 'd']) {
      const own = texts(widget).filter((line) => new RegExp(`^${side}\\d$`).test(line))
      expect(own, 'each side in the order it was sent').toEqual([...own].sort())
    }
  })

  test('knowledge published at one node is answered at the other within seconds', async () => {
    // The other node has looked its knowledge up before: what it holds must be replaced, not merely read late.
    const ask = async () => {
      const asker = await newVisitor(two, shop.open.publicKey, { says: 'what is the zebra voucher?' })
      one.clock.advance(500)
      return (await shop.owner.browser.call('GET', `/api/conversations/${asker.conversationId}/messages`)).text
    }
    expect(await ask()).not.toContain('stripes')
    const entry = { locale: 'en', title: 'Zebra voucher', topic: 'voucher', baseVersion: 0 }
    const body = { ...entry, questions: ['What is the zebra voucher?'], answer: 'Ten stripes off every order.' }
    const saved = await shop.owner.browser.call('PUT', `/api/knowledge/${newId()}`, { body })
    expect(saved.status, saved.text).toBe(200)
    await expect.poll(ask, { timeout: 8_000, interval: 250 }).toContain('stripes')
  })

  const told = async (node: WholeNode) => {
    const { text: reply } = await visit(node, shop.open.publicKey)
    return (JSON.parse(reply) as { inbox: { look: object; expectation: { open: boolean; staffed: boolean } } }).inbox
  }

  test('looks and hours changed at one node greet the visitors of the other', async () => {
    expect(await told(two)).toMatchObject({ look: {}, expectation: { open: true } })
    const change = (body: object) => shop.owner.browser.call('PATCH', `/api/inboxes/${shop.open.id}`, { body })
    const look = { color: '#0a7f5a', greeting: 'alpha welcomes you' }
    const hours = { timeZone: 'Asia/Shanghai', weekly: [] }
    expect((await change({ look, hours })).status).toBe(200)
    // The clock stands still: nothing remembered grows too old, the change itself has to arrive.
    await expect.poll(() => told(two), { timeout: 8_000 }).toMatchObject({ look, expectation: { open: false } })
    expect((await change({ look: {}, hours: null })).status).toBe(200)
    await expect.poll(() => told(two), { timeout: 8_000 }).toMatchObject({ look: {}, expectation: { open: true } })
  })

  test('a desk open at one node counts for visitors of the other, until it closes', async () => {
    const staffed = async () => {
      // Expectations are remembered for three seconds.
      one.clock.advance(3_000)
      return [(await told(one)).expectation.staffed, (await told(two)).expectation.staffed]
    }
    await expect.poll(staffed, { timeout: 5_000, interval: 200 }).toEqual([false, false])
    const viewer = await openDesk(two, shop.viewer.browser)
    devices.push(viewer)
    expect(await staffed()).toEqual([false, false])
    const desk = await openDesk(two, shop.agent.browser)
    await expect.poll(staffed, { timeout: 5_000, interval: 200 }).toEqual([true, true])
    desk.close()
    await expect.poll(staffed, { timeout: 5_000, interval: 200 }).toEqual([false, false])
  })

  test('a right taken away at one node is gone at the other', async () => {
    const { desk } = await open()
    const change = (body: object) => shop.owner.browser.call('PATCH', `/api/staff/${shop.agent.id}`, { body })
    expect((await change({ role: 'viewer' })).status).toBe(200)
    expect(await desk.closed).toBe(4401)
    const again = await openDesk(two, shop.agent.browser)
    devices.push(again)
    const { conversationId } = customer
    const [refused] = await again.ask({
      t: 'reply',
      id: newId(),
      conversationId,
      parts: text('still here'),
      note: true,
    })
    expect(refused?.problem?.code).toBe('auth.forbidden')
    expect((await change({ role: 'agent' })).status).toBe(200)
    expect(await again.closed).toBe(4401)
  })

  test('NATS is killed in mid-talk: nothing acknowledged is lost, and it goes on when NATS is back', async () => {
    const { widget, desk, conversationId } = await open()
    await send(widget, 'before the fall')
    await desk.next('message', (frame) => JSON.stringify(frame).includes('before the fall'))
    const { port } = nats
    await nats.kill()
    const acks = [await send(widget, 'while it is down'), await send(desk, 'answer while it is down', false)]
    expect(acks.every(({ duplicate }) => duplicate === false)).toBe(true)
    // Each sees what was committed at its own node; the other side's comes with the next resume.
    expect(texts(desk)).not.toContain('while it is down')
    const catchUp = async (device: Device, frame: object, said: string) => {
      device.send(frame)
      await device.next('replay', (replay) => JSON.stringify(replay).includes(said))
    }
    const afterSeq = Math.min(...acks.map(({ seq }) => seq as number)) - 1
    await catchUp(desk, { t: 'resume', conversationId, afterSeq }, '"while it is down"')
    await catchUp(widget, { t: 'resume', conversationId, afterSeq }, '"answer while it is down"')

    nats = await startNats(port)
    await expect.poll(() => isConnected(one) && isConnected(two), { timeout: 15_000 }).toBe(true)
    await send(widget, 'after the fall')
    await desk.next('message', (frame) => JSON.stringify(frame).includes('after the fall'), 10_000)
    await send(desk, 'answer after the fall', false)
    await widget.next('message', (frame) => JSON.stringify(frame).includes('answer after the fall'), 10_000)
    // Every number is there, on both sides, once what came twice is dropped.
    for (const device of [widget, desk]) {
      const numbers = seqs(device)
      const hidden = device === widget ? 1 : 0
      expect(numbers.at(-1)! - numbers[0]! + 1 - numbers.length).toBeLessThanOrEqual(hidden)
    }
  })

  const isConnected = (node: WholeNode): boolean => {
    const state = node.lines.filter(({ event }) => /^bus\.(dis)?connected$/.test(String(event))).at(-1)
    return state?.event === 'bus.connected'
  }
})
