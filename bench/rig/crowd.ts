// Many visitors' sockets in one process, as cheap as they come: raw frames, looked into no further than needed.
import { WebSocket } from 'ws'
import type { Inquiry, Mix } from './mix.ts'
import type { Tally } from './tally.ts'
import type { Visit } from './visits.ts'

export interface Visitor {
  readonly verified: boolean
  readonly socket: WebSocket
  /** A person has the conversation, or the socket is closed: it asks nothing more. */
  retired: boolean
  readonly waiting: Set<string>
}

const OPEN_AT_ONCE = 50
const ID_LENGTH = 36
const after = (text: string, mark: string): string | null => {
  const at = text.indexOf(mark)
  return at < 0 ? null : text.slice(at + mark.length, at + mark.length + ID_LENGTH)
}

/** `tally` is asked for each frame, because one crowd serves run after run. */
const onFrame = (visitor: Visitor, text: string, tally: Tally | null): void => {
  const at = performance.now()
  if (text.startsWith('{"t":"message"')) {
    const id = after(text, '"inReplyTo":"')
    if (id === null || !visitor.waiting.delete(id)) return
    tally?.answered(id, at)
    return
  }
  if (text.startsWith('{"t":"ack"')) {
    const id = after(text, '"id":"')!
    tally?.acked(id, at)
    if (text.includes('"reply":"none"') && visitor.waiting.delete(id)) tally?.failed(id)
    return
  }
  if (text.startsWith('{"t":"refused"')) {
    const id = after(text, '"ref":"')
    if (id !== null && visitor.waiting.delete(id)) tally?.refused(id)
    return
  }
  if (text.startsWith('{"t":"conversation"')) visitor.retired = !text.includes('"status":"bot"')
}

const enter = (url: string, visit: Visit, tally: () => Tally | null): Promise<Visitor> =>
  new Promise((done, fail) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live/visitor`, { perMessageDeflate: false })
    const visitor: Visitor = { verified: visit.verified, socket, retired: false, waiting: new Set() }
    socket.once('open', () => socket.send(JSON.stringify({ t: 'hello', v: 1, token: visit.token })))
    socket.once('error', fail)
    socket.on('close', () => {
      visitor.retired = true
      for (const id of visitor.waiting) tally()?.failed(id)
      visitor.waiting.clear()
    })
    socket.on('message', (data: Buffer) => {
      const text = data.toString('latin1')
      if (text.startsWith('{"t":"welcome"')) done(visitor)
      else onFrame(visitor, text, tally())
    })
  })

export const enterAll = async (
  url: string,
  visits: readonly Visit[],
  tally: () => Tally | null,
): Promise<Visitor[]> => {
  const visitors: Visitor[] = []
  for (let from = 0; from < visits.length; from += OPEN_AT_ONCE)
    visitors.push(
      ...(await Promise.all(visits.slice(from, from + OPEN_AT_ONCE).map((visit) => enter(url, visit, tally)))),
    )
  return visitors
}

/** The frame of an inquiry: orders are asked for by those who are signed in. */
export const ask = (visitor: Visitor, id: string, mix: Mix): void => {
  const { text }: Inquiry = visitor.verified ? mix.order() : mix.general()
  visitor.waiting.add(id)
  visitor.socket.send(`{"t":"send","id":"${id}","parts":[{"kind":"text","text":${JSON.stringify(text)}}]}`)
}
