// What every way of carrying live frames must keep. Run by live.test.ts over WebSocket, SSE and long poll.
import { LIVE_VERSION, type ServerFrame, type ServerFrameOf, type Uuid } from '@ballast/contract'
import { describe, expect, test } from 'vitest'

/** One visitor's device. Frames may come twice over; `messages` are by sequence, as a client would order them. */
export interface TestDevice {
  readonly frames: ServerFrame[]
  /** Sends an object as a frame, or a text as it is. */
  send(frame: object | string): Promise<void>
  /** The first frame, from the `from`-th on, that `match` accepts; waits up to two seconds. */
  next<T extends ServerFrame['t']>(t: T, match?: (frame: ServerFrameOf<T>) => boolean): Promise<ServerFrameOf<T>>
  close(): void
}
export interface Refusal {
  readonly refused: string
}
export interface LiveBench {
  connect(token: string, resume?: { conversationId: Uuid; afterSeq: number }[]): Promise<TestDevice | Refusal>
  /** A visitor's token; the same name is the same person. */
  token(person: string, tenant?: 'ours' | 'other'): string
  expiredToken(): string
  stored(): readonly Uuid[]
  /** Stored by a colleague, fanned out. */
  say(conversationId: Uuid, text: string, note?: boolean): Promise<void>
  id(): Uuid
}

const text = (value: string) => [{ kind: 'text', text: value }]
/** The numbers a client would hand on: messages and replays together, each once. */
export const seqsOf = (frames: readonly ServerFrame[]): number[] => {
  const seqs = frames.flatMap((frame) =>
    frame.t === 'message' ? [frame.message.seq] : frame.t === 'replay' ? frame.messages.map(({ seq }) => seq) : [],
  )
  return [...new Set(seqs)].sort((a, b) => a - b)
}
const said = (value: string) => (frame: ServerFrameOf<'message'>) =>
  frame.message.parts.some((part) => part.kind === 'text' && part.text === value)

export const liveContract = (name: string, start: () => Promise<LiveBench & { stop(): Promise<void> }>): void => {
  const run = (title: string, work: (bench: LiveBench) => Promise<void>) =>
    test(title, async () => {
      const bench = await start()
      try {
        await work(bench)
      } finally {
        await bench.stop()
      }
    })
  const open = async (bench: LiveBench, token: string, resume: { conversationId: Uuid; afterSeq: number }[] = []) => {
    const device = await bench.connect(token, resume)
    if ('refused' in device) throw new Error(`refused: ${device.refused}`)
    return device
  }

  describe(`live over ${name}`, () => {
    run('hello is answered by welcome', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      expect(await device.next('welcome')).toMatchObject({
        v: LIVE_VERSION,
        conversation: null,
        contactId: expect.any(String),
      })
    })
    run('a send is acknowledged once, before the bot answers', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      const id = bench.id()
      await device.send({ t: 'send', id, parts: text('hi') })
      const ack = await device.next('ack')
      expect(ack).toMatchObject({ id, messageId: id, seq: 1, duplicate: false })
      await device.next('message', said('re: hi'))
      expect(device.frames.filter((frame) => frame.t === 'ack').length).toBe(1)
      expect(bench.stored().filter((one) => one === id)).toEqual([id])
    })
    run('the same id again is a duplicate with the same number', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      const id = bench.id()
      await device.send({ t: 'send', id, parts: text('hi') })
      const first = await device.next('ack')
      await device.send({ t: 'send', id, parts: text('hi') })
      const second = await device.next('ack', (ack) => ack.duplicate)
      expect(second).toMatchObject({ id, seq: first.seq, conversationId: first.conversationId })
      expect(bench.stored().filter((one) => one === id)).toEqual([id])
    })
    run('two devices of one person see both sides in order', async (bench) => {
      const [phone, laptop] = [await open(bench, bench.token('ann')), await open(bench, bench.token('ann'))]
      await phone.send({ t: 'send', id: bench.id(), parts: text('one') })
      await laptop.next('message', said('re: one'))
      await laptop.send({ t: 'send', id: bench.id(), parts: text('two') })
      for (const device of [phone, laptop]) {
        await device.next('message', said('re: two'))
        expect(seqsOf(device.frames)).toEqual([1, 2, 3, 4])
      }
    })
    run('sends of one device keep their order', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      const ids = Array.from({ length: 8 }, () => bench.id())
      await Promise.all(ids.map((id, n) => device.send({ t: 'send', id, parts: text(`${n}`) })))
      await device.next('ack', (ack) => ack.id === ids.at(-1))
      expect(bench.stored().filter((id) => ids.includes(id))).toEqual(ids)
    })
    run('resume brings what was missed, nothing twice, notes never', async (bench) => {
      const first = await open(bench, bench.token('ann'))
      await first.send({ t: 'send', id: bench.id(), parts: text('hi') })
      const { conversationId } = await first.next('ack')
      first.close()
      await bench.say(conversationId, 'three')
      await bench.say(conversationId, 'a note', true)
      for (let n = 5; n <= 14; n++) await bench.say(conversationId, `line ${n}`)
      const again = await open(bench, bench.token('ann'), [{ conversationId, afterSeq: 2 }])
      const last = await again.next('replay', (replay) => replay.complete)
      expect(last.lastSeq).toBe(14)
      expect(seqsOf(again.frames)).toEqual([3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
      expect(again.frames.filter((frame) => frame.t === 'replay').flatMap((frame) => frame.messages).length).toBe(11)
      await bench.say(conversationId, 'live again')
      expect((await again.next('message', said('live again'))).message.seq).toBe(15)
    })
    run('the resume frame does the same on an open line', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      await device.send({ t: 'send', id: bench.id(), parts: text('hi') })
      const { conversationId } = await device.next('ack')
      await device.send({ t: 'resume', conversationId, afterSeq: 1 })
      expect(await device.next('replay')).toMatchObject({ conversationId, afterSeq: 1, lastSeq: 2, complete: true })
    })
    run('malformed frames are refused with the path, and the line lives on', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      const id = bench.id()
      const cases: [object, string, string][] = [
        [{ t: 'send', id, parts: [{ kind: 'text', text: 7 }] }, 'request.invalid', '/parts/0/text'],
        [{ t: 'send', id, parts: [] }, 'request.invalid', '/parts'],
        [{ t: 'send', id: 'x', parts: text('a') }, 'request.invalid', '/id'],
        [{ t: 'send', id, parts: [{ kind: 'system', code: 'resolved' }] }, 'request.invalid', '/parts/0/kind'],
        [{ t: 'typing', on: true }, 'request.invalid', '/conversationId'],
        [{ t: 'ping', more: 1 }, 'request.invalid', '/more'],
        [{ t: 'reply' }, 'frame.unknown', '/t'],
        [{}, 'frame.unknown', '/t'],
      ]
      for (const [frame, code, path] of cases) {
        const seen = device.frames.length
        await device.send(frame)
        await expect
          .poll(() => device.frames.slice(seen).find((one) => one.t === 'refused'))
          .toMatchObject({ problem: { code, path } })
      }
      await device.send({ t: 'send', id, parts: text('still here') })
      expect((await device.next('ack')).id).toBe(id)
    })
    run('a poisoned or stuck message blocks nobody', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      const [poison, stuck, after] = [bench.id(), bench.id(), bench.id()]
      await device.send({ t: 'send', id: poison, parts: text('poison') })
      const stuckSend = device.send({ t: 'send', id: stuck, parts: text('stuck') })
      const lastSend = device.send({ t: 'send', id: after, parts: text('after') })
      const broken = await device.next('refused', (frame) => frame.ref === poison)
      expect(broken.problem.code).toBe('server.error')
      expect(JSON.stringify(broken)).not.toContain('store broke')
      expect((await device.next('refused', (frame) => frame.ref === stuck)).problem.code).toBe('server.busy')
      expect((await device.next('ack')).id).toBe(after)
      await Promise.all([stuckSend, lastSend])
    })
    run('expired and foreign tokens are refused', async (bench) => {
      expect(await bench.connect(bench.expiredToken())).toEqual({ refused: 'token.expired' })
      expect(await bench.connect('nonsense')).toEqual({ refused: 'token.invalid' })
      expect(await bench.connect('')).toEqual({ refused: 'token.invalid' })
    })
    run('a conversation of someone else, or of another workspace, is not found', async (bench) => {
      const ann = await open(bench, bench.token('ann'))
      await ann.send({ t: 'send', id: bench.id(), parts: text('secret') })
      const { conversationId } = await ann.next('ack')
      for (const token of [bench.token('bob'), bench.token('eve', 'other')]) {
        const other = await open(bench, token, [{ conversationId, afterSeq: 0 }])
        const found = (ref: string) => (frame: ServerFrameOf<'refused'>) => frame.ref === ref
        expect((await other.next('refused', found(conversationId))).problem.code).toBe('conversation.not-found')
        const id = bench.id()
        await other.send({ t: 'send', id, conversationId, parts: text('let me in') })
        expect((await other.next('refused', found(id))).problem.code).toBe('conversation.not-found')
        await other.send({ t: 'typing', conversationId, on: true })
        await other.send({ t: 'read', conversationId, seq: 1 })
        await other.send({ t: 'resume', conversationId, afterSeq: 0 })
        await expect.poll(() => other.frames.filter((frame) => frame.t === 'refused').length).toBe(5)
        await bench.say(conversationId, 'only for ann')
        await other.send({ t: 'ping', n: 1 })
        await other.next('pong')
        expect(other.frames.filter((frame) => frame.t === 'message' || frame.t === 'replay')).toEqual([])
      }
      await ann.next('message', said('only for ann'))
    })
    run('U+0000 and lone surrogates are cleaned, not fatal', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      const id = bench.id()
      await device.send(`{"t":"send","id":"${id}","parts":[{"kind":"text","text":"a\\u0000b\\ud800c"}]}`)
      await device.next('message', said('re: ab\ufffdc'))
    })
    run('an oversize frame harms only its sender', async (bench) => {
      const [device, other] = [await open(bench, bench.token('ann')), await open(bench, bench.token('bob'))]
      await device.send({ t: 'send', id: bench.id(), parts: text('x'.repeat(300_000)) }).catch(() => {})
      await other.send({ t: 'ping', n: 7 })
      expect((await other.next('pong')).n).toBe(7)
      const again = await open(bench, bench.token('ann'))
      expect((await again.next('welcome')).conversation).toBeNull()
    })
    run('too many messages are refused with the time to wait', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      const ids = Array.from({ length: 30 }, () => bench.id())
      for (const id of ids) await device.send({ t: 'send', id, parts: text('again') })
      const limited = await device.next('refused', (frame) => frame.problem.code === 'rate.limited')
      expect(ids).toContain(limited.ref)
      expect(limited.retryAfterMs).toBeGreaterThan(0)
    })
    run('a person is asked for, an own message edited and recalled, reading told', async (bench) => {
      const device = await open(bench, bench.token('ann'))
      const id = bench.id()
      await device.send({ t: 'send', id, parts: text('hi') })
      const { conversationId } = await device.next('ack')
      await device.next('message', said('re: hi'))
      await device.send({ t: 'edit', conversationId, messageId: id, parts: text('hello') })
      expect((await device.next('updated')).message).toMatchObject({ id, seq: 1 })
      await device.send({ t: 'recall', conversationId, messageId: id })
      await device.next('updated', (frame) => frame.message.recalled)
      await device.send({ t: 'read', conversationId, seq: 2 })
      expect(await device.next('read')).toMatchObject({ by: 'customer', seq: 2 })
      const ask = bench.id()
      await device.send({ t: 'person', id: ask, conversationId })
      await device.next('ack', (ack) => ack.id === ask)
      await device.next('conversation', (frame) => frame.conversation.status === 'waiting')
    })
  })
}
