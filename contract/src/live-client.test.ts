import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message } from './conversation.ts'
import type { ServerFrame, VisitorFrame } from './live.ts'
import { connectVisitor, type LiveOptions, SendRefused, uuidV7 } from './live-client.ts'
import { backoff } from './live-link.ts'
import type { OpenPipe, PipeEvents, TransportName } from './live-pipes.ts'

/** Time that moves only when told; promises settle between two events. */
const createWorld = () => {
  let now = 1_000_000
  let order = 0
  const queue: { at: number; order: number; run: () => void }[] = []
  const settle = async () => {
    for (let turn = 0; turn < 6; turn++) await Promise.resolve()
  }
  return {
    now: () => now,
    timers: {
      set: (run: () => void, ms: number) => {
        const entry = { at: now + ms, order: order++, run }
        queue.push(entry)
        return entry
      },
      clear: (entry: unknown) => {
        const at = queue.indexOf(entry as (typeof queue)[number])
        if (at >= 0) queue.splice(at, 1)
      },
    },
    run: async (ms: number) => {
      const until = now + ms
      await settle()
      for (;;) {
        queue.sort((a, b) => a.at - b.at || a.order - b.order)
        if (queue[0] === undefined || queue[0].at > until) break
        const next = queue.shift()!
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = until
    },
  }
}
type World = ReturnType<typeof createWorld>

const CONVERSATION = '01890a5d-ac96-774b-bcce-b302099a8001'
const AT = '2026-11-20T00:00:00.000Z'

/** A server that stores a message once, whatever it is told how often, and answers each with a bot line. */
const createFakeServer = () => {
  const log: Message[] = []
  const lines = new Set<(frame: ServerFrame) => void>()
  const store = (id: string, kind: 'customer' | 'bot', note = false): Message => {
    const message: Message = {
      id,
      conversationId: CONVERSATION,
      seq: log.length + 1,
      author: { kind },
      channel: 'web',
      parts: [{ kind: 'text', text: id }],
      note,
      sentAt: AT,
      recalled: false,
      delivery: 'sent',
    }
    log.push(message)
    if (!note) for (const down of lines) down({ t: 'message', message })
    return message
  }
  const replay = (afterSeq: number, down: (frame: ServerFrame) => void) => {
    let from = afterSeq
    do {
      const lastSeq = Math.min(log.length, from + 3)
      const messages = log.slice(from, lastSeq).filter((message) => !message.note)
      down({
        t: 'replay',
        conversationId: CONVERSATION,
        afterSeq: from,
        messages,
        lastSeq,
        complete: lastSeq === log.length,
      })
      from = lastSeq
    } while (from < log.length)
  }
  const conversation = () =>
    log.length === 0
      ? null
      : ({ id: CONVERSATION, seq: log.length } as unknown as NonNullable<
          Extract<ServerFrame, { t: 'welcome' }>['conversation']
        >)
  const accept = (id: string, down: (frame: ServerFrame) => void) => {
    const known = log.find((message) => message.id === id)
    const message = known ?? store(id, 'customer')
    down({
      t: 'ack',
      id,
      conversationId: CONVERSATION,
      messageId: id,
      seq: message.seq,
      sentAt: AT,
      duplicate: !!known,
    })
    if (!known) store(`bot-${id}`, 'bot')
  }
  return {
    log,
    lines,
    store,
    take: (frame: VisitorFrame, down: (frame: ServerFrame) => void) => {
      if (frame.t === 'hello') {
        lines.add(down)
        down({ t: 'welcome', v: 1, serverTime: AT, heartbeatMs: 25_000, conversation: conversation() })
        for (const { afterSeq } of frame.resume ?? []) replay(afterSeq, down)
      }
      if (frame.t === 'send') accept(frame.id, down)
      if (frame.t === 'resume') replay(frame.afterSeq, down)
      if (frame.t === 'ping') down({ t: 'pong', serverTime: AT })
    },
  }
}
type FakeServer = ReturnType<typeof createFakeServer>

interface Fault {
  readonly drop: boolean
  readonly twice: boolean
  readonly delay: number
  readonly cut: boolean
}
const NO_FAULT: Fault = { drop: false, twice: false, delay: 1, cut: false }

/** A pipe that drops, doubles, delays and cuts as `next` says. */
const faultyPipe =
  (world: World, server: FakeServer, next: () => Fault): OpenPipe =>
  (_parts, hello, _seen, events) => {
    let open = true
    const down = (frame: ServerFrame) => carry(() => events.frame(frame))
    const close = (tell: boolean) => {
      if (!open) return
      open = false
      server.lines.delete(down)
      if (tell) events.closed()
    }
    const carry = (deliver: () => void) => {
      const fault = next()
      const go = () => {
        if (!open) return
        events.alive()
        deliver()
      }
      if (!fault.drop) world.timers.set(go, fault.delay)
      if (fault.twice) world.timers.set(go, fault.delay + 7)
      if (fault.cut) world.timers.set(() => close(true), fault.delay)
    }
    const send = (frame: VisitorFrame) => carry(() => server.take(frame, down))
    send(hello)
    return { send, close: () => close(false) }
  }

const every = (pipe: OpenPipe): Record<TransportName, OpenPipe> => ({ websocket: pipe, sse: pipe, poll: pipe })
const open = (world: World, pipes: Record<TransportName, OpenPipe>, more: Partial<LiveOptions> = {}) => {
  const got: number[] = []
  const states: string[] = []
  const client = connectVisitor({
    url: '',
    token: 'token',
    onMessage: (message, changed) => {
      if (!changed) got.push(message.seq)
    },
    onState: (state, transport) => states.push(`${state}/${transport}`),
    pipes,
    timers: world.timers,
    now: world.now,
    ...more,
  })
  return { client, got, states }
}
const text = (value: string) => [{ kind: 'text' as const, text: value }]

describe('whatever the network does', () => {
  const fault = fc.record({
    drop: fc.boolean(),
    twice: fc.boolean(),
    delay: fc.integer({ min: 1, max: 400 }),
    cut: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  test('each send is stored once, in the order of sending, and acknowledged; each message is handed on once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 120 }), fc.integer({ min: 1, max: 12 }), async (faults, sends) => {
        const world = createWorld()
        const server = createFakeServer()
        let at = 0
        const { client, got } = open(world, every(faultyPipe(world, server, () => faults[at++] ?? NO_FAULT)))
        const sent = []
        for (let n = 0; n < sends; n++) {
          sent.push(client.send(text(`${n}`)))
          if (n % 3 === 1) server.store(`note-${n}`, 'bot', true)
          await world.run(150)
        }
        // A send that is dropped is noticed after fifteen seconds, and the others wait behind it.
        await world.run(3_600_000)
        // The last message may be dropped on a line that stays up; any new line must then bring it.
        client.wake()
        await world.run(120_000)
        server.store('last', 'bot')
        await world.run(20_000)
        const stored = server.log.map((message) => message.id)
        const own = sent.map(({ id }) => id)
        expect(stored.filter((one) => own.includes(one))).toEqual(own)
        for (const { id, acked } of sent) expect((await acked).messageId).toBe(id)
        expect(got).toEqual(server.log.filter((message) => !message.note).map((message) => message.seq))
        client.close()
      }),
      { numRuns: 150 },
    )
  })
})

describe('a quiet network', () => {
  test('a new device fetches what is there, at most its history', async () => {
    const world = createWorld()
    const server = createFakeServer()
    for (let n = 0; n < 10; n++) server.store(`m${n}`, 'bot')
    const { got, client } = open(world, every(faultyPipe(world, server, () => NO_FAULT)), { history: 4 })
    await world.run(1_000)
    expect(got).toEqual([7, 8, 9, 10])
    expect(client.conversationId()).toBe(CONVERSATION)
  })
  test('an edit made while away is learnt on return', async () => {
    const world = createWorld()
    const server = createFakeServer()
    const changed: number[] = []
    let cut = false
    const { client } = open(world, every(faultyPipe(world, server, () => ({ ...NO_FAULT, cut }))), {
      onMessage: (message, isChange) => isChange && changed.push(message.seq),
    })
    client.send(text('a'))
    await world.run(1_000)
    cut = true
    client.wake()
    await world.run(10)
    server.log[1] = { ...server.log[1]!, recalled: true }
    cut = false
    await world.run(60_000)
    expect(changed).toEqual([2])
    client.close()
    expect(client.state()).toBe('closed')
  })
  test('sends outlive the page', async () => {
    const world = createWorld()
    const server = createFakeServer()
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const deaf: OpenPipe = () => ({ send: () => {}, close: () => {} })
    const first = open(world, every(deaf), { storage })
    const { id } = first.client.send(text('before the reload'))
    first.client.close()
    open(world, every(faultyPipe(world, server, () => NO_FAULT)), { storage })
    await world.run(1_000)
    expect(server.log[0]?.id).toBe(id)
    expect(kept.get('ballast-outbox')).toBe('[]')
  })
  test('a spoilt storage is an empty outbox', () => {
    const world = createWorld()
    const storage = { getItem: () => '{"not": a list', setItem: () => {} }
    expect(() =>
      open(
        world,
        every(() => ({ send: () => {}, close: () => {} })),
        { storage },
      ),
    ).not.toThrow()
  })
})

/** A pipe the test drives by hand. */
const manualPipes = () => {
  const opened: {
    name: TransportName
    events: PipeEvents
    sent: VisitorFrame[]
    closed: boolean
    token: string | undefined
  }[] = []
  const make =
    (name: TransportName): OpenPipe =>
    (_parts, hello, _seen, events) => {
      const pipe = { name, events, sent: [] as VisitorFrame[], closed: false, token: hello.token }
      opened.push(pipe)
      return {
        send: (frame) => void pipe.sent.push(frame),
        close: () => {
          pipe.closed = true
        },
      }
    }
  const welcome = (at = opened.length - 1) =>
    opened[at]!.events.frame({ t: 'welcome', v: 1, serverTime: AT, heartbeatMs: 25_000, conversation: null })
  return { opened, welcome, pipes: { websocket: make('websocket'), sse: make('sse'), poll: make('poll') } }
}
const busy = (code: string) => ({ code, status: 503, message: '' })

describe('the line', () => {
  test('steps down after two failures, back up later', async () => {
    const world = createWorld()
    const { opened, pipes, welcome } = manualPipes()
    open(world, pipes, { random: () => 0.5 })
    await world.run(0)
    opened[0]!.events.closed(1006)
    await world.run(2_000)
    opened[1]!.events.closed(1006)
    await world.run(5_000)
    expect(opened.map(({ name }) => name)).toEqual(['websocket', 'websocket', 'sse'])
    welcome()
    for (let n = 0; n < 12; n++) {
      opened[2]!.events.alive()
      await world.run(10_000)
    }
    expect(opened.at(-1)!.name).toBe('websocket')
    expect(opened[2]!.closed).toBe(true)
  })
  test('a silent line is given up', async () => {
    const world = createWorld()
    const { opened, pipes, welcome } = manualPipes()
    const { states } = open(world, pipes)
    await world.run(0)
    welcome()
    await world.run(26_000)
    expect(opened[0]!.sent).toContainEqual({ t: 'ping' })
    await world.run(30_000)
    expect(opened[0]!.closed).toBe(true)
    expect(states).toContain('waiting/websocket')
  })
  test('no welcome in ten seconds is a failure', async () => {
    const world = createWorld()
    const { opened, pipes } = manualPipes()
    open(world, pipes)
    await world.run(10_001)
    expect(opened[0]!.closed).toBe(true)
  })
  test('bye is obeyed: not before retryAfterMs, and no step down', async () => {
    const world = createWorld()
    const { opened, pipes, welcome } = manualPipes()
    open(world, pipes, { random: () => 0.5 })
    await world.run(0)
    welcome()
    opened[0]!.events.frame({ t: 'bye', reason: 'draining', retryAfterMs: 8_000 })
    await world.run(7_999)
    expect(opened.length).toBe(1)
    await world.run(4_002)
    expect(opened.map(({ name }) => name)).toEqual(['websocket', 'websocket'])
  })
  test('wake tries at once', async () => {
    const world = createWorld()
    const { opened, pipes, welcome } = manualPipes()
    const { client } = open(world, pipes, { random: () => 1 })
    await world.run(0)
    welcome()
    opened[0]!.events.frame({ t: 'bye', reason: 'draining', retryAfterMs: 60_000 })
    client.wake()
    await world.run(0)
    expect(opened.length).toBe(2)
  })
  test('a replaced device stays away', async () => {
    const world = createWorld()
    const { opened, pipes } = manualPipes()
    const { client } = open(world, pipes)
    await world.run(0)
    opened[0]!.events.closed(4409)
    await world.run(600_000)
    expect([client.state(), opened.length]).toEqual(['closed', 1])
  })
  test.each([4401, 401, 403])('code %i: a fixed token is given up, a function is asked again', async (code) => {
    const world = createWorld()
    const fixed = manualPipes()
    const { client } = open(world, fixed.pipes)
    await world.run(0)
    fixed.opened[0]!.events.closed(code)
    await world.run(600_000)
    expect([client.state(), fixed.opened.length]).toEqual(['refused', 1])
    let asked = 0
    const renewed = manualPipes()
    open(world, renewed.pipes, { token: async () => `token-${++asked}` })
    await world.run(0)
    renewed.opened[0]!.events.closed(code)
    await world.run(5_000)
    expect(renewed.opened.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
  })
  test('a refusal rejects the send, weather sends it again', async () => {
    const world = createWorld()
    const { opened, pipes, welcome } = manualPipes()
    const { client } = open(world, pipes)
    await world.run(0)
    welcome()
    const later = client.send(text('later'))
    const never = client.send(text('never'))
    opened[0]!.events.frame({ t: 'refused', ref: later.id, problem: busy('server.busy'), retryAfterMs: 1_000 })
    opened[0]!.events.frame({ t: 'refused', ref: never.id, problem: busy('message.too-long') })
    await expect(never.acked).rejects.toBeInstanceOf(SendRefused)
    await world.run(2_001)
    const resent = opened[0]!.sent.filter((frame) => frame.t === 'send' && frame.id === later.id)
    expect(resent.length).toBe(2)
  })
  test.each([
    ['server.busy', 12, ['one']],
    ['server.error', 6, ['one', 'two']],
  ] as const)(
    '%s a dozen times: order holds in bad weather, a message that breaks the server lets others pass',
    async (code, times, left) => {
      const world = createWorld()
      const { opened, pipes, welcome } = manualPipes()
      const { client } = open(world, pipes)
      await world.run(0)
      welcome()
      const [one, two] = [client.send(text('one')), client.send(text('two'))]
      for (let n = 0; n < times; n++) {
        opened[0]!.events.frame({ t: 'refused', ref: one.id, problem: busy(code), retryAfterMs: 1_000 })
        await world.run(2_100)
      }
      const names = new Map([
        [one.id, 'one'],
        [two.id, 'two'],
      ])
      const sent = opened[0]!.sent.flatMap((frame) => (frame.t === 'send' ? (names.get(frame.id) ?? []) : []))
      expect([...new Set(sent)]).toEqual(left)
    },
  )
  test('a rating is resent until acknowledged, its reasons follow it under the same id, and a refusal ends both', async () => {
    const world = createWorld()
    const { opened, pipes, welcome } = manualPipes()
    const { client } = open(world, pipes)
    await world.run(0)
    welcome()
    const score = { t: 'rate', id: CONVERSATION, conversationId: CONVERSATION, score: 4 } as const
    const reasoned = { ...score, reasons: ['quick' as const] }
    const sent = (line: number) => opened[line]!.sent.filter(({ t }) => t === 'rate')
    const [first, second] = [client.rate(score), client.rate(reasoned)]
    expect(sent(0)).toEqual([score])
    opened[0]!.events.closed(1006)
    await world.run(5_000)
    welcome()
    expect(sent(1)).toEqual([score])
    const ack = { t: 'ack', conversationId: CONVERSATION, messageId: CONVERSATION, seq: 3, sentAt: AT } as const
    opened[1]!.events.frame({ ...ack, id: first.id, duplicate: true })
    await first.acked
    expect(sent(1)).toEqual([score, reasoned])
    client.rate({ ...score, score: 5 })
    opened[1]!.events.frame({ t: 'refused', ref: second.id, problem: busy('rating.given') })
    await expect(second.acked).rejects.toBeInstanceOf(SendRefused)
    expect(sent(1).length).toBe(2)
  })
  test('one refused for a moment is not overtaken; one that is refused again and again lets the others pass', async () => {
    const world = createWorld()
    const { opened, pipes, welcome } = manualPipes()
    const { client } = open(world, pipes)
    await world.run(0)
    welcome()
    const ids = ['one', 'two'].map((value) => client.send(text(value)).id)
    const sent = () => opened[0]!.sent.flatMap((frame) => (frame.t === 'send' ? [ids.indexOf(frame.id)] : []))
    for (let n = 0; n < 6; n++) {
      expect(sent()).toEqual(Array.from({ length: n + 1 }, () => 0))
      const refused = { t: 'refused', ref: ids[0]!, problem: busy('server.error'), retryAfterMs: 1_000 } as const
      opened[0]!.events.frame(refused)
      await world.run(2_001)
    }
    expect(sent().slice(6)).toEqual([1])
  })
})

test('hints wake the line, and nothing of it runs after close', async () => {
  const world = createWorld()
  const { opened, pipes, welcome } = manualPipes()
  let wake = () => {}
  const hints = (run: () => void) => {
    wake = run
    return () => {
      wake = () => {}
    }
  }
  const { client } = open(world, pipes, { hints, random: () => 1 })
  await world.run(0)
  welcome()
  opened[0]!.events.frame({ t: 'bye', reason: 'draining', retryAfterMs: 60_000 })
  wake()
  await world.run(0)
  expect(opened.length).toBe(2)
  welcome()
  client.send(text('never answered'))
  client.close()
  wake()
  await world.run(600_000)
  expect(opened.length).toBe(2)
  expect(opened[1]!.sent.length).toBe(1)
})
test('ids are UUIDv7 of their time', () => {
  const id = uuidV7(0x0189_0a5d_ac96, Math.random)
  expect(id).toMatch(/^01890a5d-ac96-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
test('backoff stays within its doubling bound and under 30 s', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, chance) => {
        const wait = backoff(failures, () => chance)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** Math.min(failures, 10)))
      },
    ),
  )
})
