// Every error becomes a ProblemBody. Expected refusals keep their code; anything else is our bug: logged, told as
// server.error with the request id and nothing else.
import { Problem, type ProblemCode, problem } from '@ballast/contract/problems'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionLost } from '../database/connection-lost.ts'
import type { Log } from '../log.ts'

const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.invalid',
  FST_ERR_BAD_URL: 'request.invalid',
  FST_ERR_NOT_FOUND: 'request.not-found',
  FST_ERR_VALIDATION: 'request.invalid',
}

const RETRY_AFTER_SECONDS = '1'

/** The problem a client is told, and whether it is our bug. */
export const toProblem = (error: unknown): { told: Problem; bug: boolean } => {
  if (error instanceof Problem) return { told: error, bug: false }
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown }
  const known = typeof code === 'string' ? OF_FASTIFY[code] : undefined
  if (known !== undefined) return { told: problem(known), bug: false }
  // Plugins (static files, cookies) throw plain errors with a 4xx status for bad requests.
  if (statusCode === 404) return { told: problem('request.not-found'), bug: false }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return { told: problem('request.invalid'), bug: false }
  // The database is being restarted: worth trying again at once, and still worth a line in the log.
  if (isConnectionLost(error)) return { told: problem('server.busy'), bug: true }
  return { told: problem('server.error'), bug: true }
}

export const replyWithProblem = (
  log: Log,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const { told, bug } = toProblem(error)
  const fields = { requestId: request.id, method: request.method, route: request.routeOptions.url, code: told.code }
  if (bug) log.error({ ...fields, err: error }, 'request.failed')
  else log.debug(fields, 'request.refused')
  if ((told.status === 429 || told.status === 503) && !reply.hasHeader('retry-after'))
    reply.header('retry-after', RETRY_AFTER_SECONDS)
  // The path may echo what the client sent; it is bounded by the contract's own limit, and told to nobody but them.
  return reply
    .code(told.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(told.toBody(request.id)))
}
