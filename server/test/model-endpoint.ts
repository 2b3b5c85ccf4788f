// An OpenAI-compatible endpoint on loopback that behaves as a test tells it to: well, slowly, wrongly, with malice, not at all.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ModelRequest {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: {
    readonly model: string
    readonly stream: boolean
    readonly temperature: number
    readonly max_tokens: number
    readonly messages: readonly { readonly role: string; readonly content: string }[]
    readonly tools?: unknown
  }
}
/** What becomes of one request. `gone` resolves when the caller hung up. */
export type Behaviour = (reply: ServerResponse, request: ModelRequest, gone: Promise<void>) => unknown

export const chunk = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
export const usage = (read: number, written: number): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [], usage: { prompt_tokens: read, completion_tokens: written, total_tokens: read + written } })}\n\n`
export const begin = (reply: ServerResponse): void => void reply.writeHead(200, { 'content-type': 'text/event-stream' })

/** Says these words, one piece after another, and ends as it should. */
export const saying =
  (pieces: readonly string[], tokens: readonly [number, number] = [120, 40]): Behaviour =>
  (reply) => {
    begin(reply)
    for (const content of pieces) reply.write(chunk({ content }))
    reply.write(chunk({}, 'stop'))
    reply.write(usage(...tokens))
    reply.end('data: [DONE]\n\n')
  }

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const piece of request) text += piece
  return text
}

export interface ModelEndpoint {
  /** With `/v1`. */
  readonly url: string
  readonly requests: ModelRequest[]
  /** Connections that are open now. */
  open(): number
  behave(how: Behaviour): void
  stop(): Promise<void>
}

export const startModelEndpoint = async (): Promise<ModelEndpoint> => {
  let behaviour: Behaviour = saying(['Hello.'])
  let open = 0
  const requests: ModelRequest[] = []
  const server = createServer(async (incoming, reply) => {
    const gone = new Promise<void>((done) => reply.on('close', done))
    const { authorization } = incoming.headers
    const text = await bodyOf(incoming)
    const body = (text === '' ? {} : JSON.parse(text)) as ModelRequest['body']
    const request: ModelRequest = { path: incoming.url ?? '', authorization, body }
    requests.push(request)
    reply.on('error', () => undefined)
    await behaviour(reply, request, gone)
  })
  server.on('connection', (socket) => {
    open++
    socket.on('close', () => open--)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    open: () => open,
    behave: (how) => {
      behaviour = how
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
