// A device that knows nothing resumes a conversation from a sequence number, on a bare socket, and is timed.
import type { ServerFrame } from '@ballast/contract'
import { WebSocket } from 'ws'
import type { Seen } from './history.ts'

export interface Read {
  readonly messages: readonly Seen[]
  /** From dialling to the last replay frame, ms. */
  readonly ms: number
  /** Of this, until the socket was open. */
  readonly openMs: number
}
const PATIENCE_MS = 20_000

export const readHistory = (
  url: string,
  wish: { readonly token: string; readonly conversationId: string; readonly afterSeq: number },
): Promise<Read> =>
  new Promise((done, fail) => {
    const startedAt = performance.now()
    let openMs = 0
    const messages: Seen[] = []
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live/visitor`, { perMessageDeflate: false })
    const timer = setTimeout(() => end(new Error('a resume was not complete in time')), PATIENCE_MS)
    const end = (error?: Error) => {
      clearTimeout(timer)
      socket.removeAllListeners('close')
      socket.close()
      if (error) fail(error)
      else done({ messages, ms: performance.now() - startedAt, openMs })
    }
    socket.on('error', end)
    socket.on('close', () => end(new Error('the server hung up during a resume')))
    socket.on('open', () => {
      openMs = performance.now() - startedAt
      const resume = [{ conversationId: wish.conversationId, afterSeq: wish.afterSeq }]
      socket.send(JSON.stringify({ t: 'hello', v: 1, token: wish.token, resume }))
    })
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as ServerFrame
      if (frame.t === 'refused') return end(new Error(`a resume was refused: ${frame.problem.code}`))
      if (frame.t !== 'replay') return
      for (const { id, seq, author, inReplyTo } of frame.messages)
        messages.push({ id, seq, by: author.kind, ...(inReplyTo === undefined ? {} : { inReplyTo }) })
      if (frame.complete) end()
    })
  })
