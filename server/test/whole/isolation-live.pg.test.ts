// Every frame of visitors and desks with ids of others, over real sockets and over plain HTTP: refused like ids that are
// nowhere, and nothing of the twin or of the neighbour in any frame. Generated from the frames of the contract.
import { DESK_FRAMES, type DeskFrame, type Uuid, VISITOR_FRAMES, type VisitorFrame } from '@ballast/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newId } from '../change-sets.ts'
import type { WholeServer } from '../whole-server.ts'
import { type Loose, postFrames, startTwins, type Twin, text, type Visitor } from '../whole-tenants.ts'
import { type Device, openDesk, openVisitor } from './live-device.ts'

let node: WholeServer
let alpha: Twin
let beta: Twin
const devices: Device[] = []
const counts = { frames: 0 }

beforeAll(async () => {
  ;({ node, alpha, beta } = await startTwins())
})
afterEach(() => {
  for (const device of devices.splice(0)) device.close()
  // The rates of visitors and sockets are counted on this clock.
  node.clock.advance(60_000)
})
afterAll(async () => {
  await node.stop()
})
const visitorDevice = async (token: string, resume: { conversationId: Uuid; afterSeq: number }[] = []) => {
  const device = await openVisitor(node, token, resume)
  devices.push(device)
  return device
}
const deskDevice = async (who: { browser: Twin['agent']['browser'] }) => {
  const device = await openDesk(node, who.browser)
  devices.push(device)
  return device
}

interface Aim {
  readonly conversationId: Uuid
  readonly messageId: Uuid
}
type Examples<F extends { t: string }> = { [T in F['t']]: ((aim: Aim) => Extract<F, { t: T }>) | null }

/** null: the frame names nobody's conversation. */
const VISITOR_EXAMPLES: Examples<VisitorFrame> = {
  hello: null,
  ping: null,
  send: ({ conversationId }) => ({ t: 'send', id: newId(), conversationId, parts: text('let me in') }),
  edit: (aim) => ({ t: 'edit', ...aim, parts: text('changed by a stranger') }),
  recall: (aim) => ({ t: 'recall', ...aim }),
  typing: ({ conversationId }) => ({ t: 'typing', conversationId, on: true }),
  read: ({ conversationId }) => ({ t: 'read', conversationId, seq: 1 }),
  resume: ({ conversationId }) => ({ t: 'resume', conversationId, afterSeq: 0 }),
  person: ({ conversationId }) => ({ t: 'person', id: newId(), conversationId }),
  judge: (aim) => ({ t: 'judge', ...aim, helpful: false, reason: 'wrong' }),
  rate: ({ conversationId }) => ({ t: 'rate', id: newId(), conversationId, score: 1, comment: 'by a stranger' }),
}
const DESK_EXAMPLES: Examples<DeskFrame> = {
  hello: null,
  ping: null,
  reply: ({ conversationId }) => ({ t: 'reply', id: newId(), conversationId, parts: text('hi'), note: true }),
  edit: (aim) => ({ t: 'edit', ...aim, parts: text('changed by a stranger') }),
  recall: (aim) => ({ t: 'recall', ...aim }),
  typing: ({ conversationId }) => ({ t: 'typing', conversationId, on: true }),
  read: ({ conversationId }) => ({ t: 'read', conversationId, seq: 1 }),
  resume: ({ conversationId }) => ({ t: 'resume', conversationId, afterSeq: 0 }),
  watch: ({ conversationId }) => ({ t: 'watch', conversationId, afterSeq: 0 }),
  // Letting go of what one never held is nothing.
  unwatch: null,
}

const aimAt = (visitor: Visitor): Aim => ({ conversationId: visitor.conversationId, messageId: visitor.messageId })
const nowhere = (): Aim => ({ conversationId: newId(), messageId: newId() })
const bare = (frames: readonly Loose[]) =>
  frames.map(({ ref: _, ...frame }) => ({ ...frame, problem: { ...frame.problem, requestId: undefined } }))

/** Nothing but the refusal that there is no such conversation. */
const expectNothing = (frames: readonly Loose[], unknown: readonly Loose[], context: string) => {
  counts.frames += 2
  expect(bare(frames), context).toEqual(bare(unknown))
  expect(
    frames.map(({ t, problem }) => [t, problem?.code]),
    context,
  ).toEqual([['refused', 'conversation.not-found']])
}

describe.each(Object.keys(VISITOR_FRAMES) as VisitorFrame['t'][])('visitor frame %s', (t) => {
  const make = VISITOR_EXAMPLES[t] as ((aim: Aim) => object) | null | undefined
  test("finds nobody else's conversation, over WebSocket and over HTTP", async () => {
    expect(make, 'add an example').toBeDefined()
    if (!make) return
    for (const [who, token] of [
      ['anonymous', alpha.visitor.token],
      ['verified', alpha.customer.token],
    ] as const) {
      const others = [alpha.neighbour, beta.visitor, beta.customer, who === 'verified' ? alpha.visitor : alpha.customer]
      const device = await visitorDevice(token)
      for (const other of others) {
        const context = `${who} ${t}`
        expectNothing(await device.ask(make(aimAt(other))), await device.ask(make(nowhere())), context)
        const posted = await postFrames(node, token, [make(aimAt(other))])
        expectNothing(posted.frames, (await postFrames(node, token, [make(nowhere())])).frames, `${context} by POST`)
      }
    }
  })
})

describe.each(Object.keys(DESK_FRAMES) as DeskFrame['t'][])('desk frame %s', (t) => {
  const make = DESK_EXAMPLES[t] as ((aim: Aim) => object) | null | undefined
  test('asks the table, and finds no conversation of others', async () => {
    expect(make, 'add an example').toBeDefined()
    if (!make) return
    const people = { owner: alpha.owner, manager: alpha.manager, agent: alpha.agent, outsider: alpha.outsider }
    for (const [name, who] of Object.entries(people)) {
      const device = await deskDevice(who)
      const hidden = [beta.visitor, beta.customer, ...(name === 'outsider' ? [alpha.customer] : [])]
      for (const other of hidden)
        expectNothing(await device.ask(make(aimAt(other))), await device.ask(make(nowhere())), `${name} ${t}`)
    }
  })
  test('a viewer looks on and changes nothing', async () => {
    if (!make) return
    const device = await deskDevice(alpha.viewer)
    const answers = await device.ask(make({ ...aimAt(alpha.visitor), messageId: alpha.agentMessageId }))
    const codes = answers.flatMap(({ problem }) => problem?.code ?? [])
    const reads = t === 'watch' || t === 'resume'
    expect(codes).toEqual(reads ? [] : ['auth.forbidden'])
  })
})

describe('the ways of plain HTTP', () => {
  const others = () => [alpha.neighbour, beta.visitor].map(({ conversationId }) => conversationId)
  const resumeOf = (ids: readonly Uuid[]) => ids.map((id) => `${id}:0`).join()

  test('events: a resume of others says not found and nothing else', async () => {
    const url = `${node.url}/live/visitor/events?resume=${resumeOf([...others(), newId()])}`
    const abort = new AbortController()
    const reply = await fetch(url, {
      headers: { authorization: `Bearer ${alpha.visitor.token}` },
      signal: abort.signal,
    })
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    while ((seen.match(/conversation\.not-found/g) ?? []).length < 3) seen += (await reader.read()).value ?? ''
    abort.abort()
    expect(seen).not.toMatch(/beta|neighbour|"replay"/)
  })
  test('poll: the same', async () => {
    const url = `/live/visitor/poll?hello=1&resume=${resumeOf([...others(), newId()])}`
    const reply = await node.app.inject({ url, headers: { authorization: `Bearer ${alpha.visitor.token}` } })
    const { frames } = reply.json() as { frames: Loose[] }
    const codes = frames.filter(({ t }) => t === 'refused').map(({ problem }) => problem?.code)
    expect(codes).toEqual(Array(3).fill('conversation.not-found'))
    expect(reply.body).not.toMatch(/beta|neighbour|"replay"/)
  })
  test('poll: a session name taken by somebody else opens nothing', async () => {
    const ask = (token: string) =>
      node.app.inject({ url: '/live/visitor/poll?hello=1&session=same', headers: { authorization: `Bearer ${token}` } })
    const [mine, theirs] = [await ask(alpha.visitor.token), await ask(beta.visitor.token)]
    expect(mine.body).toContain(alpha.visitor.contactId)
    expect(theirs.body).not.toContain(alpha.visitor.contactId)
  })
  test.each(['events', 'poll', 'frames'])(
    '%s: without a token, a wrong one, a desk’s cookie, a key: refused',
    async (way) => {
      const method = way === 'frames' ? 'POST' : 'GET'
      const offers = [{}, { authorization: 'Bearer x.y' }, { cookie: alpha.owner.browser.cookie() }]
      for (const headers of [...offers, { authorization: `Bearer ${alpha.key.secret}` }]) {
        const reply = await node.app.inject({
          method,
          url: `/live/visitor/${way}`,
          headers: { ...headers, 'content-type': 'application/json' },
          ...(method === 'POST' ? { payload: '[{"t":"ping"}]' } : {}),
        })
        expect([reply.statusCode, reply.json().code]).toEqual([401, 'token.invalid'])
      }
    },
  )
})

describe('the handshake of a desk', () => {
  test('is for colleagues on our own pages', async () => {
    const status = (headers: Record<string, string>) =>
      new Promise<number>((done) => {
        const socket = new WebSocket(`${node.url.replace('http', 'ws')}/live/desk`, { headers })
        socket.on('unexpected-response', (_, reply) => done(reply.statusCode ?? 0))
        socket.on('open', () => done(101))
        socket.on('error', () => {})
      })
    const cookie = alpha.agent.browser.cookie()
    const origin = 'http://localhost:8080'
    expect(await status({ origin })).toBe(401)
    expect(await status({ cookie })).toBe(403)
    expect(await status({ cookie, origin: 'https://evil.example' })).toBe(403)
    expect(await status({ cookie, origin: 'null' })).toBe(403)
    expect(await status({ authorization: `Bearer ${alpha.key.secret}`, origin })).toBe(401)
    expect(await status({ authorization: `Bearer ${alpha.visitor.token}`, origin })).toBe(401)
  })
})

test('enough was tried', () => {
  expect(counts.frames).toBeGreaterThan(150)
  process.stdout.write(`isolation: ${counts.frames} frames with foreign or unknown ids\n`)
})
