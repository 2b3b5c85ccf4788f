// What operators ask a server: is it well, and what does it measure.
import { createHash, timingSafeEqual } from 'node:crypto'
import { problem } from '@ballast/contract/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from '../metrics.ts'

export interface Health {
  /** `starting` until ready, `draining` once told to stop. */
  state: 'starting' | 'ready' | 'draining'
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const mayReadMetrics = (request: FastifyRequest, token: string | undefined): boolean => {
  if (token !== undefined) {
    const given = request.headers.authorization ?? ''
    return timingSafeEqual(digest(given), digest(`Bearer ${token}`))
  }
  // A forwarded request is somebody else's, even when the proxy is on this machine.
  return LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined
}

export const addOperations = (
  app: FastifyInstance,
  parts: { readonly health: Health; readonly metrics: Metrics; readonly metricsToken: string | undefined },
): void => {
  app.get('/healthz', async (_request, reply) => {
    if (parts.health.state === 'draining') throw problem('server.draining')
    if (parts.health.state === 'starting') throw problem('server.busy', { detail: 'The server is starting.' })
    return reply.send({ status: 'ok' })
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, parts.metricsToken)) throw problem('auth.forbidden')
    const { text, contentType } = await parts.metrics.render()
    return reply.type(contentType).send(text)
  })
}
