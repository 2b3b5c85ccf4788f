// Builds the HTTP server: what every request meets before any route sees it.
import { readFileSync } from 'node:fs'
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { problem } from '@ballast/contract/problems'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { type Clock, systemClock } from '../clock.ts'
import { createIds } from '../ids.ts'
import { type Log, withLogContext } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { createLimiter } from '../token-bucket.ts'
import { addBodyParsers } from './add-body-parsers.ts'
import type { HttpConfig } from './config.ts'
import { createBodyPlaces } from './hold-bodies.ts'
import { DEFAULT_BODY_LIMIT, type HttpServer, type PageFallback } from './http-server.ts'
import { addOperations, type Health } from './operations.ts'
import { replyWithProblem } from './reply-with-problem.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { answerNotFound } from './static-pages.ts'

export interface HttpParts {
  readonly log: Log
  readonly metrics: Metrics
  readonly config: HttpConfig
  readonly clock?: Clock
}

const answerBrokenRequest = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const told = problem(error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request.timeout' : 'request.invalid')
  const body = JSON.stringify(told.toBody())
  socket.end(
    `HTTP/1.1 ${told.status} ${STATUS_CODES[told.status]}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

const createApp = ({ config, log, clock = systemClock }: HttpParts): FastifyInstance => {
  const ids = createIds(clock)
  const options = {
    logger: false,
    genReqId: () => ids.uuid(),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: DEFAULT_BODY_LIMIT,
    requestTimeout: config.requestTimeoutMs,
    // Longer than the usual 60 s of load balancers, so that they close idle connections first.
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle' as const,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 512, ignoreTrailingSlash: false },
    clientErrorHandler: answerBrokenRequest,
    // Addresses the router cannot read never reach the error handler.
    frameworkErrors: (error, request, reply) => replyWithProblem(log, error, request, reply),
  } satisfies FastifyServerOptions
  const node = {
    headersTimeout: config.headersTimeoutMs,
    // Node looks for late requests only this often; its own 30 s would make the timeouts longer than they say.
    connectionsCheckingInterval: Math.min(2_000, config.headersTimeoutMs),
    // Anything but WebSocket (curl offers h2c) goes on as an ordinary request.
    shouldUpgradeCallback: (request: IncomingMessage) => request.headers.upgrade?.toLowerCase() === 'websocket',
  }
  if (config.tlsCert === undefined || config.tlsKey === undefined)
    return Fastify({ ...options, http: node }) as unknown as FastifyInstance
  const https = { ...node, cert: readFileSync(config.tlsCert), key: readFileSync(config.tlsKey) }
  return Fastify({ ...options, https }) as unknown as FastifyInstance
}

const addRequestHooks = (app: FastifyInstance, metrics: Metrics): void => {
  const seconds = metrics.histogram({
    name: 'http_request_seconds',
    help: 'Time from the headers of a request to the end of its reply.',
    labels: ['method', 'route', 'status'],
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    withLogContext({ requestId: request.id }, done)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}

export const createHttp = (parts: HttpParts): HttpServer => {
  const { log, metrics, config, clock = systemClock } = parts
  const app = createApp(parts)
  const health: Health = { state: 'starting' }
  const pageFallbacks: PageFallback[] = []
  const rate = { perSecond: config.publicPerSecond, burst: config.publicBurst }
  addRequestHooks(app, metrics)
  addSecurityHeaders(app, config.frameAncestors)
  addBodyParsers(app)
  addOperations(app, { health, metrics, metricsToken: config.metricsToken })
  app.setErrorHandler((error, request, reply) => replyWithProblem(log, error, request, reply))
  app.setNotFoundHandler((request, reply) => answerNotFound(pageFallbacks, request, reply))
  return {
    app,
    config,
    log,
    pageFallbacks,
    bodyPlaces: createBodyPlaces(),
    publicLimiter: rate.perSecond > 0 ? createLimiter(rate, clock.now) : undefined,
    ready: () => {
      health.state = 'ready'
    },
    draining: () => {
      health.state = 'draining'
    },
    get isDraining() {
      return health.state === 'draining'
    },
    listen: async (port, host = config.host) => {
      await app.listen({ port, host })
      return { port: (app.server.address() as AddressInfo).port }
    },
    close: () => {
      health.state = 'draining'
      return app.close()
    },
  }
}
