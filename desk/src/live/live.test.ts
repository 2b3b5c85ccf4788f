// The live line, the outbox and the thread, driven by a socket that the test holds in its hand.
import type { Message } from '@ballast/contract/conversation'
import { DESK_FRAMES, LIVE_VERSION, type ServerFrame } from '@ballast/contract/live'
import Value from 'typebox/value'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLine, type Socket, waitBefore } from './connection.ts'
import { newId } from './new-id.ts'
import { createOutbox, type Pending } from './outbox.ts'
import { hasGap, heldUpTo, merge } from './thread.ts'

const talk = '0190a000-0000-7000-8000-000000000001'
const message = (seq: number, more: Partial<Message> = {}): Message => ({
  id: newId(),
  conversationId: talk,
  seq,
  author: { kind: 'customer' },
  channel: 'web',
  parts: [{ kind: 'text', text: `${seq}` }],
  note: false,
  sentAt: '2026-01-01T00:00:00.000Z',
  recalled: false,
  delivery: 'sent',
  ...more,
})

class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  sent: { t: string; [field: string]: unknown }[] = []
  send(data: string) {
    const frame = JSON.parse(data) as FakeSocket['sent'][number]
    const schema = DESK_FRAMES[frame.t as keyof typeof DESK_FRAMES]
    if (!Value.Check(schema, frame)) throw new Error(`frame ${data} does not fit the contract`)
    this.sent.push(frame)
  }
  close(code = 1000) {
    this.onclose?.({ code })
  }
  say(frame: ServerFrame) {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
  welcome() {
    this.onopen?.()
    this.say({ t: 'welcome', v: LIVE_VERSION, serverTime: '2026-01-01T00:00:00.000Z', heartbeatMs: 10_000 })
  }
}
const lineWith = () => {
  const sockets: FakeSocket[] = []
  const open = () => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket
  }
  return { sockets, line: createLine({ open, locale: 'en', random: () => 0 }) }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the line', () => {
  test('says hello, then watches from the sequence it holds, again after a break', () => {
    const { sockets, line } = lineWith()
    let held = 3
    line.watch(talk, () => held)
    sockets[0]?.welcome()
    expect(sockets[0]?.sent).toEqual([
      { t: 'hello', v: LIVE_VERSION, locale: 'en' },
      { t: 'watch', conversationId: talk, afterSeq: 3 },
    ])
    held = 7
    sockets[0]?.close(1006)
    expect(line.state.get()).toBe('waiting')
    vi.advanceTimersByTime(300)
    sockets[1]?.welcome()
    expect(sockets[1]?.sent.at(-1)).toEqual({ t: 'watch', conversationId: talk, afterSeq: 7 })
  })

  test('waits longer each time, never beyond 30 s, spread by chance, and at least what the server asks', () => {
    expect([0, 1, 2, 3].map((attempt) => waitBefore(attempt, 1))).toEqual([500, 1000, 2000, 4000])
    expect(waitBefore(40, 1)).toBe(30_000)
    expect(waitBefore(0, 0)).toBe(250)
    expect(waitBefore(0, 0, 5_000)).toBe(5_250)
  })

  test('a silent line is closed and opened again', () => {
    const { sockets } = lineWith()
    sockets[0]?.welcome()
    vi.advanceTimersByTime(31_000)
    expect(sockets.length).toBe(2)
  })

  test('signed out is final', () => {
    const { sockets, line } = lineWith()
    sockets[0]?.close(4401)
    vi.advanceTimersByTime(120_000)
    expect(sockets.length).toBe(1)
    expect(line.state.get()).toBe('refused')
  })
})

const boxWith = (post: (pending: Pending) => Promise<{ message: Message }>) => {
  const { sockets, line } = lineWith()
  const settled: { id: string; seq: number }[] = []
  const outbox = createOutbox({
    line,
    post,
    patienceMs: 1_000,
    settled: (pending, by) => settled.push({ id: pending.id, seq: by.seq }),
  })
  return { socket: sockets[0] as FakeSocket, outbox, settled }
}
const ack = (id: string, seq: number): ServerFrame => ({
  t: 'ack',
  id,
  conversationId: talk,
  messageId: id,
  seq,
  sentAt: '2026-01-01T00:00:00.000Z',
  duplicate: false,
})
const never = () => new Promise<never>(() => undefined)

describe('the outbox', () => {
  test('shows at once, settles on ack, and only once', () => {
    const { socket, outbox, settled } = boxWith(never)
    socket.welcome()
    const id = outbox.send(talk, [{ kind: 'text', text: 'hello' }], false)
    expect(outbox.pending.get()[0]?.state).toBe('sending')
    socket.say(ack(id, 4))
    socket.say(ack(id, 4))
    expect(settled).toEqual([{ id, seq: 4 }])
    expect(outbox.pending.get()).toEqual([])
  })

  test('goes over HTTP with the same id when the line is down, and when the line stays silent', async () => {
    const posted: string[] = []
    const { socket, outbox, settled } = boxWith(async ({ id }) => {
      posted.push(id)
      return { message: message(posted.length, { id }) }
    })
    const first = outbox.send(talk, [{ kind: 'text', text: 'a' }], false)
    await vi.advanceTimersByTimeAsync(1)
    socket.welcome()
    const second = outbox.send(talk, [{ kind: 'text', text: 'b' }], true)
    expect(socket.sent.at(-1)?.id).toBe(second)
    await vi.advanceTimersByTimeAsync(1_001)
    expect(posted).toEqual([first, second])
    expect(settled.map(({ id }) => id)).toEqual([first, second])
  })

  test('a refusal is shown with its code; retry sends the same id again', () => {
    const { socket, outbox } = boxWith(never)
    socket.welcome()
    const id = outbox.send(talk, [{ kind: 'text', text: 'a' }], false)
    const refusal = { code: 'conversation.not-yours', status: 409, message: 'no' }
    socket.say({ t: 'refused', ref: id, problem: refusal })
    expect(outbox.pending.get()[0]).toMatchObject({ state: 'failed', why: 'conversation.not-yours' })
    outbox.retry(id)
    expect(socket.sent.filter((frame) => frame.id === id).length).toBe(2)
    expect(outbox.pending.get()[0]?.state).toBe('sending')
  })

  test('a network failure is told as offline', async () => {
    const { outbox } = boxWith(() => Promise.reject(new TypeError('fetch failed')))
    outbox.send(talk, [{ kind: 'text', text: 'a' }], false)
    await vi.advanceTimersByTimeAsync(1)
    expect(outbox.pending.get()[0]).toMatchObject({ state: 'failed', why: 'offline' })
  })
})

test('messages merge by sequence, later copies win, gaps are found', () => {
  const held = merge([message(2), message(1)], [message(4)])
  expect(held.map(({ seq }) => seq)).toEqual([1, 2, 4])
  expect([heldUpTo(held), hasGap(held)]).toEqual([2, true])
  const whole = merge(held, [message(3), message(2, { recalled: true })])
  expect([heldUpTo(whole), hasGap(whole)]).toEqual([4, false])
  expect(whole[1]?.recalled).toBe(true)
  expect(heldUpTo([])).toBe(0)
})

test('ids are UUIDv7 in order, also within one millisecond', () => {
  const ids = Array.from({ length: 500 }, () => newId(1_700_000_000_000))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(500)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
