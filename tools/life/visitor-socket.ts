// A customer's device on a bare WebSocket: what it sent, what was acknowledged, what it was told, and nothing clever.
import type { Message, ServerFrame } from '@ballast/contract'
import type { ServerFrameOf } from '@ballast/contract/live'
import { uuidV7 } from '@ballast/contract/live-client'

export interface VisitorSocket {
  readonly token: string
  readonly frames: readonly ServerFrame[]
  /** Text of every send, by its id. */
  readonly sent: ReadonlyMap<string, string>
  readonly acks: ReadonlyMap<string, ServerFrameOf<'ack'>>
  /** Resolves with the close code. */
  readonly closed: Promise<number>
  /** Sends, or sends again under the same id. */
  send(text: string, id?: string): string
  /** Resolves with the first frame, past or future, that fits. */
  heard<T extends ServerFrame['t']>(t: T, fits?: (frame: ServerFrameOf<T>) => boolean): Promise<ServerFrameOf<T>>
  /** Everything stored of this visitor's last conversation. */
  stored(): Promise<Message[]>
  close(): void
}

const newToken = async (url: string): Promise<string> => {
  const { inbox } = (await (await fetch(`${url}/demo/shop.json`)).json()) as { inbox: string }
  const reply = await fetch(`${url}/visit/${inbox}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (!reply.ok) throw new Error(`no visit: ${reply.status} ${await reply.text()}`)
  return ((await reply.json()) as { token: string }).token
}

/** A new visitor, or, with a token, the same one again. */
export const openVisitor = async (url: string, known?: string): Promise<VisitorSocket> => {
  const token = known ?? (await newToken(url))
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/live/visitor`)
  const frames: ServerFrame[] = []
  const sent = new Map<string, string>()
  const acks = new Map<string, ServerFrameOf<'ack'>>()
  const listeners = new Set<() => void>()
  const write = (frame: object) => socket.send(JSON.stringify(frame))
  const closed = new Promise<number>((done) => socket.addEventListener('close', ({ code }) => done(code)))
  socket.addEventListener('message', ({ data }) => {
    const frame = JSON.parse(String(data)) as ServerFrame
    frames.push(frame)
    if (frame.t === 'ack') acks.set(frame.id, frame)
    for (const hear of listeners) hear()
  })
  const heard: VisitorSocket['heard'] = (t, fits = () => true) =>
    new Promise((done, failed) => {
      let looked = 0
      const look = () => {
        for (const frame of frames.slice(looked)) if (frame.t === t && fits(frame as never)) done(frame as never)
        looked = frames.length
      }
      listeners.add(look)
      look()
      closed.then((code) => failed(new Error(`closed (${code}) before ${t}`)))
    })
  await new Promise((done, failed) => {
    socket.addEventListener('open', done)
    socket.addEventListener('error', () => failed(new Error('no socket')))
  })
  write({ t: 'hello', v: 1, token })
  const welcome = await heard('welcome')
  return {
    token,
    frames,
    sent,
    acks,
    closed,
    heard,
    send: (text, id = uuidV7(Date.now(), Math.random)) => {
      sent.set(id, text)
      write({ t: 'send', id, parts: [{ kind: 'text', text }] })
      return id
    },
    stored: async () => {
      const conversationId = welcome.conversation?.id
      if (conversationId === undefined) return []
      write({ t: 'resume', conversationId, afterSeq: 0 })
      await heard('replay', ({ complete }) => complete)
      return frames.flatMap((frame) => (frame.t === 'replay' ? frame.messages : []))
    },
    close: () => socket.close(),
  }
}

/** How often each text is stored as the customer's own, seen by the same visitor on a new connection. */
export const storedTexts = async (url: string, token: string): Promise<Map<string, number>> => {
  const visitor = await openVisitor(url, token)
  const times = new Map<string, number>()
  for (const { author, parts } of await visitor.stored())
    if (author.kind === 'customer')
      for (const part of parts) if (part.kind === 'text') times.set(part.text, (times.get(part.text) ?? 0) + 1)
  visitor.close()
  return times
}
