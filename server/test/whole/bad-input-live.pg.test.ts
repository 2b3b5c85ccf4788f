// What strangers and broken devices send over sockets, and what people really type: refused with a code and a path, or
// stored and given back as the text it is. Clocks that jump, and one message that breaks the bot, cost nobody anything.
import { DESK_FRAMES, PROBLEMS, VISITOR_FRAMES } from '@ballast/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../change-sets.ts'
import { POISON, type WholeServer } from '../whole-server.ts'
import { type Loose, newVisitor, startTwins, type Twin, text, type Visitor } from '../whole-tenants.ts'
import { type Device, openDesk, openStranger, openVisitor } from './live-device.ts'

let node: WholeServer
let alpha: Twin
const devices: Device[] = []
const keep = async (opening: Promise<Device>): Promise<Device> => {
  const device = await opening
  devices.push(device)
  return device
}
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
const lastSeq = async ({ conversationId }: Visitor): Promise<number> => {
  const reply = await alpha.owner.browser.call('GET', `/api/conversations/${conversationId}/messages?limit=1`)
  return reply.body.lastSeq as number
}
const INSIDE = /\bat [\w.]+ \(|\.ts:\d+|node_modules|SELECT |TypeError|SyntaxError/

const deep = (depth: number) => `${'{"t":'.repeat(depth)}1${'}'.repeat(depth)}`
const junkFor = (frames: object): (string | object)[] => [
  '',
  'null',
  '7',
  '[]',
  '{}',
  '{',
  '"hello"',
  deep(60),
  deep(5_000),
  '{"t":"__proto__"}',
  '{"t":"constructor"}',
  '{"__proto__":{"t":"ping"}}',
  '{"t":"ping","__proto__":{"x":1}}',
  '{"t":["ping"]}',
  '{"t":"welcome"}',
  '{"t":"PING"}',
  '{"t":"ping","n":"1"}',
  '{"t":"ping","n":1e999}',
  '{"t":"ping","x":1}',
  ...Object.keys(frames).flatMap((t) =>
    t === 'ping'
      ? []
      : [
          { t, unknownField: 1 },
          { t, id: 7, conversationId: {}, messageId: [], parts: 'x', on: 'yes', seq: -1, afterSeq: 1.5, v: 'one' },
          { t, id: 'x', conversationId: 'x', parts: [{ kind: 'text' }] },
          { t, id: newId().toUpperCase(), conversationId: newId(), parts: [] },
          {
            t,
            id: newId(),
            conversationId: newId(),
            messageId: newId(),
            seq: null,
            afterSeq: null,
            on: null,
            parts: null,
          },
        ],
  ),
]

describe.each([
  ['visitor', VISITOR_FRAMES],
  ['desk', DESK_FRAMES],
] as const)('frames of a %s', (side, frames) => {
  const open = () =>
    keep(side === 'visitor' ? openVisitor(node, alpha.visitor.token) : openDesk(node, alpha.agent.browser))

  test('that do not fit are refused with a code and the path; the socket lives on', async () => {
    const before = await lastSeq(alpha.visitor)
    const device = await open()
    let sent = 0
    for (const junk of junkFor(frames)) {
      if (++sent % 20 === 0) node.clock.advance(60_000)
      const answers = await device.ask(junk as object)
      const refused = answers.filter(({ t }) => t === 'refused')
      const context = `${JSON.stringify(junk).slice(0, 120)} -> ${JSON.stringify(answers).slice(0, 300)}`
      expect(refused, context).toHaveLength(1)
      expect(Object.keys(PROBLEMS), context).toContain(refused[0]!.problem!.code)
      expect(['server.error', 'rate.limited'], context).not.toContain(refused[0]!.problem!.code)
      if (refused[0]!.problem!.code === 'request.invalid') expect(refused[0]!.problem, context).toHaveProperty('path')
      expect(JSON.stringify(answers)).not.toMatch(INSIDE)
    }
    expect(await lastSeq(alpha.visitor)).toBe(before)
    expect(node.lines.filter(({ level, event }) => level === 'error' && event !== 'turn.failed')).toEqual([])
  })

  test('with numbers beyond every bound are answered', async () => {
    const device = await open()
    const { conversationId } = alpha.visitor
    for (const huge of [2_147_483_647, 2_147_483_648, Number.MAX_SAFE_INTEGER, 1e15, 0]) {
      for (const t of side === 'visitor' ? ['resume'] : ['resume', 'watch']) {
        const [replay] = (await device.ask({ t, conversationId, afterSeq: huge })).filter(
          (frame) => frame.t === 'replay',
        )
        expect(replay, `${t} ${huge}`).toMatchObject({ complete: true })
      }
      const answers = await device.ask({ t: 'read', conversationId, seq: huge })
      expect(
        answers.filter(({ t }) => t === 'refused'),
        String(huge),
      ).toEqual([])
    }
  })

  test('that are bytes, broken text or too large end at worst this one socket', async () => {
    const bytes = await open()
    bytes.send(Buffer.from('{"t":"ping"}'))
    expect((await bytes.next('refused')).problem?.code).toBe('request.unsupported-type')
    const large = await open()
    large.send(JSON.stringify({ t: 'ping', x: 'x'.repeat(70_000) }))
    expect(await large.closed).toBe(1009)
    expect((await open()).frames[0]).toMatchObject({ t: 'welcome' })
  })
})

test('a stranger says hello first, with a token that holds', async () => {
  const { token } = alpha.visitor
  const asks = async (frame: object) => {
    const device = await keep(openStranger(node))
    device.send(frame)
    return (await device.next('refused')).problem?.code
  }
  expect(await asks({ t: 'send', id: newId(), parts: text('x') })).toBe('frame.hello-first')
  expect(await asks({ t: 'hello', v: 1 })).toBe('token.invalid')
  expect(await asks({ t: 'hello', v: 1, token: `${token}x` })).toBe('token.invalid')
  expect(await asks({ t: 'hello', v: 99, token })).toBe('request.invalid')
  node.clock.advance(366 * 86_400_000)
  expect(await asks({ t: 'hello', v: 1, token })).toBe('token.expired')
  node.clock.advance(-366 * 86_400_000)
})

/** What is typed, and what is stored when that differs. */
const TEXTS: [what: string, typed: string, stored?: string][] = [
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><a xlink:href="javascript:alert(1)"/></svg>'],
  ['a template', '{{constructor.constructor("return process")()}} <%= 7 * 7 %>'],
  ['SQL', "'; DROP TABLE ballast.messages; --"],
  ['a format', '%s%n%x %00 \\u0000 \\x00'],
  ['U+0000', 'a\u0000b', 'ab'],
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['a lone low surrogate', 'a\udc00b', 'a\ufffdb'],
  ['right to left', '\u202eשלום مرحبا\u202c'],
  ['joined emoji', '👨‍👩‍👧‍👦🏳️‍🌈'],
  ['many marks on one letter', `Z${'\u0335\u0353'.repeat(400)}`],
  ['controls', '\u0001\u0007\u001b[31mred\u001b[0m\u007f\ufeff'],
  ['separators', 'a\u2028b\u2029c'],
  ['another script', '我的快递在哪里？😀'],
  ['the longest there may be', 'x'.repeat(8_000)],
  ['keys of prototypes', '{"__proto__":{"admin":true}}'],
]
describe('texts', () => {
  test.each(TEXTS)('%s is text, on every way back', async (_, typed, stored = typed) => {
    const { token, conversationId } = alpha.visitor
    const device = await keep(openVisitor(node, token))
    const id = newId(node.clock.now())
    device.send({ t: 'send', id, conversationId, parts: text(typed) })
    const ack = await device.next('ack', (frame) => frame.id === id)
    const afterSeq = (ack.seq as number) - 1
    const url = `/api/conversations/${conversationId}/messages?afterSeq=${afterSeq}&limit=1`
    const reply = await node.app.inject({ url, headers: { cookie: alpha.owner.browser.cookie() } })
    expect(reply.json().messages[0].parts).toEqual(text(stored))
    expect(reply.headers['content-type']).toMatch(/^application\/json/)
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    const [replay] = (await device.ask({ t: 'resume', conversationId, afterSeq })).filter(({ t }) => t === 'replay')
    expect((replay as unknown as { messages: { parts: unknown }[] }).messages[0]!.parts).toEqual(text(stored))
  })
  test.each([
    ['10,000 letters', 'x'.repeat(10_000)],
    ['8,000 emoji, which are 16,000 units', '😀'.repeat(8_000)],
    ['nothing but blanks', ' \n\t '],
    ['nothing', ''],
    ['only U+0000', '\u0000\u0000'],
  ])('%s are refused, and nothing is stored', async (_, typed) => {
    const before = await lastSeq(alpha.visitor)
    const device = await keep(openVisitor(node, alpha.visitor.token))
    const { conversationId } = alpha.visitor
    const answers = await device.ask({ t: 'send', id: newId(), conversationId, parts: text(typed) })
    const codes = answers.flatMap(({ problem }) => problem?.code ?? [])
    expect(codes).toHaveLength(1)
    expect(['request.invalid', 'message.too-long', 'message.empty']).toContain(codes[0])
    expect(await lastSeq(alpha.visitor)).toBe(before)
  })
  test('links of the wrong kind and parts of the house are refused by their path', async () => {
    const device = await keep(openVisitor(node, alpha.visitor.token))
    for (const part of [
      { kind: 'image', url: 'javascript:alert(1)' },
      { kind: 'image', url: 'data:image/svg+xml,<svg/>' },
      { kind: 'file', url: ' https://x' },
      { kind: 'system', code: 'resolved' },
      { kind: 'sources', sources: [{ id: 'a', title: 'a', version: 1 }] },
      { kind: 'order-card', orderNo: '1' },
      { kind: 'buttons', buttons: [{ id: 'a', label: 'a' }] },
      { kind: 'location', latitude: 91, longitude: 0 },
      { kind: 'text', text: 'x', html: '<b>' },
    ]) {
      const [refused] = await device.ask({ t: 'send', id: newId(), parts: [part] })
      expect(refused?.problem?.code, JSON.stringify(part)).toBe('request.invalid')
      expect(refused?.problem?.path, JSON.stringify(part)).toMatch(/^\/parts\/0/)
    }
  })
})

describe('a clock that jumps', () => {
  const HOUR = 3_600_000
  test.each([HOUR, -HOUR, 72 * HOUR, -72 * HOUR])('by %d ms: stored once, in order, acknowledged', async (ms) => {
    const visitor = await newVisitor(node, alpha.open.publicKey, { says: 'alpha before the jump' })
    const { conversationId, token } = visitor
    const device = await keep(openVisitor(node, token, [{ conversationId, afterSeq: 0 }]))
    const send = async (id: string, said: string) => {
      const from = device.frames.length
      device.send({ t: 'send', id, conversationId, parts: text(said) })
      return device.next('ack', (frame) => frame.id === id && device.frames.indexOf(frame) >= from)
    }
    const [first, second, third] = [newId(node.clock.now()), newId(node.clock.now() + 1), newId(node.clock.now() + 2)]
    const acks = [await send(first, 'one')]
    node.clock.advance(ms)
    acks.push(await send(second, 'two'))
    const again = await send(first, 'one')
    expect(again).toMatchObject({ seq: acks[0]!.seq, duplicate: true, messageId: acks[0]!.messageId })
    node.clock.advance(-ms)
    acks.push(await send(third, 'three'))
    expect(await send(second, 'two')).toMatchObject({ seq: acks[1]!.seq, duplicate: true })
    // A device whose own clock is years off is no different.
    acks.push(await send(newId(node.clock.now() - 900 * 24 * HOUR), 'four'))
    acks.push(await send(newId(node.clock.now() + 900 * 24 * HOUR), 'five'))
    const seqs = acks.map(({ seq }) => seq as number)
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
    const url = `/api/conversations/${conversationId}/messages`
    const { messages } = (await alpha.owner.browser.call('GET', url)).body as unknown as {
      messages: { seq: number; author: { kind: string }; parts: { text: string }[] }[]
    }
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
    const said = messages.filter(({ author }) => author.kind === 'customer').map(({ parts }) => parts[0]!.text)
    expect(said).toEqual(['alpha before the jump', 'one', 'two', 'three', 'four', 'five'])
  })
})

test('a message that breaks the shop’s system costs nobody else their turn', async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, () => newVisitor(node, alpha.open.publicKey, { says: 'hello there' })),
  )
  node.clock.advance(60_000)
  const opened = await Promise.all(people.map((one) => keep(openVisitor(node, one.token))))
  const answers = await Promise.all(
    opened.map(async (device, index) => {
      const id = newId(node.clock.now())
      const { conversationId } = people[index]!
      const said = index % 2 === 0 ? `do you have a ${POISON} in stock` : 'alpha delivery time?'
      device.send({ t: 'send', id, conversationId, parts: text(said) })
      const ack = await device.next('ack', (frame) => frame.id === id)
      const isReply = (frame: Loose) =>
        (frame.message as { inReplyTo?: string } | undefined)?.inReplyTo === ack.messageId
      const reply = (await device.next('message', isReply)).message as {
        parts: { text?: string }[]
        turn?: { outcome: string }
      }
      return { said, ...reply }
    }),
  )
  for (const { said, parts } of answers) {
    if (said.includes(POISON)) expect(JSON.stringify(parts)).not.toMatch(/TypeError|cannot read/)
    else expect(JSON.stringify(parts)).toContain('three days')
  }
  // The customer with the broken message is answered with the next one.
  const next = newId(node.clock.now())
  opened[0]!.send({
    t: 'send',
    id: next,
    conversationId: people[0]!.conversationId,
    parts: text('alpha delivery time?'),
  })
  await opened[0]!.next('message', (frame) => JSON.stringify(frame).includes('three days'))
  expect(JSON.stringify(node.lines)).not.toContain('do you have a')
})
