// A stand-in for the server: the contract's routes and frames from memory. It checks every request, reply and frame
// against the contract's schemas, so a desk that drifts from the contract fails the test.
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { DESK_FRAMES, type DeskFrame, SERVER_FRAMES, type ServerFrame } from '@ballast/contract/live'
import { Problem } from '@ballast/contract/problems'
import { ROUTES } from '@ballast/contract/routes/index'
import type { TSchema } from 'typebox'
import Value from 'typebox/value'
import { type WebSocket, WebSocketServer } from 'ws'
import { createShop, type Shop } from './mock-shop.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
/** What the desk needs, no more: scripts from here only; styles also inline, for Ant Design. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' https:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const blanksIn = (path: string): number => path.split(':').length
// A path of words alone goes before one with blanks, as in the server.
const ordered = Object.entries(ROUTES).sort(([, one], [, other]) => blanksIn(one.path) - blanksIn(other.path))
const matchers = ordered.map(([name, route]) => ({
  name,
  route: route as {
    bytes?: 'body' | 'reply'
    method: string
    path: string
    params?: TSchema
    query?: TSchema
    body?: TSchema
    reply: TSchema
  },
  pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}))

const check = (schema: TSchema | undefined, value: unknown, where: string, faults: string[]): void => {
  if (schema === undefined || Value.Check(schema, value)) return
  faults.push(`${where}: ${JSON.stringify(Value.Errors(schema, value).slice(0, 3))}`)
}
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const read = async (request: IncomingMessage): Promise<unknown> => {
  let text = ''
  for await (const chunk of request) text += chunk
  return text === '' ? undefined : JSON.parse(text)
}

const answer = async (request: IncomingMessage, reply: ServerResponse, shop: Shop, faults: string[]) => {
  const url = new URL(request.url ?? '/', 'http://desk')
  const found = matchers.find(({ route, pattern }) => route.method === request.method && pattern.test(url.pathname))
  const send = (status: number, body: unknown) => {
    reply.writeHead(status, { 'content-type': 'application/json' })
    reply.end(JSON.stringify(body))
  }
  if (!found) {
    faults.push(`${request.method} ${url.pathname} is not in the contract`)
    return send(404, new Problem('request.not-found').toBody())
  }
  const { name, route, pattern } = found
  const named = { ...pattern.exec(url.pathname)?.groups }
  const params = route.params ? Value.Convert(route.params, named) : named
  const query = route.query ? Value.Convert(route.query, Object.fromEntries(url.searchParams)) : {}
  const body = route.bytes === 'body' ? await buffer(request) : await read(request)
  check(route.params, params, `${name} params`, faults)
  check(route.query, query, `${name} query`, faults)
  check(route.body, body, `${name} body`, faults)
  try {
    const handle = shop.routes[name]
    if (!handle) throw new Error(`the stand-in has no ${name}`)
    if (!shop.signedIn() && !name.startsWith('signIn')) throw new Problem('auth.required')
    const input = { params, query, body } as Parameters<typeof handle>[0]
    const result = handle(input)
    if (route.bytes === 'reply') return void reply.writeHead(200, { 'content-type': 'image/png' }).end(PIXEL)
    check(route.reply, result, `${name} reply`, faults)
    send(200, result)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    send(error.status, error.toBody())
  }
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="#b9cfd2"/></svg>'

const serveFile = (reply: ServerResponse, folder: string, pathname: string) => {
  if (pathname.endsWith('/pixel.svg')) {
    reply.writeHead(200, { 'content-type': 'image/svg+xml' })
    reply.end(PICTURE)
    return
  }
  const file = pathname.startsWith('/desk/assets/') ? pathname.slice('/desk/'.length) : 'index.html'
  reply.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
  })
  reply.end(readFileSync(join(folder, file)))
}

/** Stands in for the built chat panel. */
const PANEL = '<!doctype html><html lang="en"><title>Chat</title><main><h1>The real chat</h1></main></html>'

export interface MockServer {
  url: string
  shop: Shop
  /** Everything that did not fit the contract. Must be empty at the end. */
  faults: string[]
  frames: DeskFrame[]
  say(frame: ServerFrame): void
  /** Words of a newer server, which this contract does not know yet. */
  sayUnchecked(frame: unknown): void
  /** Ends every socket at once, as a lost network would. */
  cut(): void
  close(): Promise<void>
}

/** `talks`: how many conversations the stand-in's shop has. */
export const startMockServer = async (folder: string, talks?: number): Promise<MockServer> => {
  const faults: string[] = []
  const frames: DeskFrame[] = []
  const sockets = new Set<WebSocket>()
  const say = (frame: ServerFrame) => {
    check(SERVER_FRAMES[frame.t], frame, `frame ${frame.t} down`, faults)
    for (const socket of sockets) socket.send(JSON.stringify(frame))
  }
  const sayUnchecked = (frame: unknown) => {
    for (const socket of sockets) socket.send(JSON.stringify(frame))
  }
  const shop = createShop(say, talks)
  const http = createServer((request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://desk')
    if (pathname.startsWith('/desk')) return serveFile(reply, folder, pathname)
    if (pathname === '/widget/panel.html') return void reply.writeHead(200, { 'content-type': 'text/html' }).end(PANEL)
    answer(request, reply, shop, faults).catch((error: unknown) => {
      faults.push(String(error))
      reply.writeHead(500).end('{}')
    })
  })
  const live = new WebSocketServer({ server: http, path: '/live/desk' })
  live.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as DeskFrame
      check(DESK_FRAMES[frame.t], frame, `frame ${frame.t} up`, faults)
      frames.push(frame)
      shop.hear(frame)
    })
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const cut = () => {
    for (const socket of sockets) socket.terminate()
  }
  const close = async () => {
    cut()
    live.close()
    http.closeAllConnections()
    await new Promise((done) => http.close(done))
  }
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    shop,
    faults,
    frames,
    say,
    sayUnchecked,
    cut,
    close,
  }
}
