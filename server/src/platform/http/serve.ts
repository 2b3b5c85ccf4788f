// Serves a contract route: limit, admit, protect, check, act, check again.
import type { Access, Input, Principal, Reply, Route } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { withLogContext } from '../log.ts'
import { withSpan } from '../telemetry.ts'
import { addressKey } from './address-key.ts'
import { compileReply } from './check-reply.ts'
import { compileRequest } from './check-request.ts'
import { DEFAULT_BODY_LIMIT, type HttpServer } from './http-server.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'

/** Decides who is asking and whether they may. Implemented by accounts. */
export interface Gate {
  /**
   * The authenticated principal, when `access` lets it in. Called before the body is read.
   * @throws Problem auth.*, token.*
   */
  admit(access: Access, request: FastifyRequest): Promise<Principal>
}

export type HandlerInput<R extends Route> = Input<R> & {
  readonly principal: Principal
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}
export type Handler<R extends Route> = (input: HandlerInput<R>) => Promise<Reply<R> | FastifyReply>

const limitPublic = (http: HttpServer, request: FastifyRequest, reply: FastifyReply): void => {
  const waitMs = http.publicLimiter?.take(addressKey(request.ip)) ?? 0
  if (waitMs === 0) return
  reply.header('retry-after', String(Math.ceil(waitMs / 1000)))
  throw problem('rate.limited')
}

/**
 * Serve `route` with `handle`. `principal` has been authenticated and authorised against `route.access`; `params`,
 * `query` and `body` fit their schemas. What `handle` returns is checked against `route.reply`. A handler that answers
 * by itself (a redirect, a stream) returns `reply` after sending.
 */
export const serve = <const R extends Route>(http: HttpServer, gate: Gate, route: R, handle: Handler<R>): void => {
  const read = compileRequest(route)
  const check = compileReply(route, { strict: http.config.checkReplies, log: http.log })
  const principals = new WeakMap<FastifyRequest, Principal>()
  http.app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.bodyLimit ?? DEFAULT_BODY_LIMIT,
    config: { rawBody: route.bytes === 'body' },
    onRequest: async (request, reply) => {
      if (route.access === 'public') limitPublic(http, request, reply)
      const principal = await gate.admit(route.access, request)
      // Colleagues are known by a cookie, which browsers attach to any site's request.
      if (principal.kind === 'staff') refuseCrossSite(request, http.config.publicUrl)
      if (route.bytes === 'body') http.bodyPlaces.take(request, reply)
      principals.set(request, principal)
    },
    handler: async (request, reply) => {
      const principal = principals.get(request) ?? { kind: 'anyone' }
      const input = { ...read(request), principal, request, reply } as HandlerInput<R>
      // Entered anew: reading the body from the socket loses the context of the first hook.
      const work = () => withLogContext({ requestId: request.id }, () => handle(input))
      const result = await withSpan(`${route.method} ${route.path}`, { 'request.id': request.id }, work)
      return result === reply ? reply : reply.send(check(result))
    },
  })
}
