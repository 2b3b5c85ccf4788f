// Ways in over HTTP: webhooks of every channel at one address, and the open channel's own. Raw bytes are verified before
// anything is read, so these do not pass `serve`. A genuine call is never refused for load.
import { OpenMessage, OpenReceipt, OpenTyping } from '@ballast/contract'
import { Problem, problem } from '@ballast/contract/problems'
import * as contract from '@ballast/contract/routes/open'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { addressKey } from '../../platform/http/address-key.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { parseJson } from '../../platform/json.ts'
import { locateFault } from '../../platform/schema/locate-fault.ts'
import { rawOf } from './raw-request.ts'
import type { WebhookParts } from './take-event.ts'
import { enter, type Taken, takeWebhook } from './take-webhook.ts'

/** Platforms put several messages into one call; media never comes inside. */
const WEBHOOK_LIMIT = 1024 * 1024
type Request = FastifyRequest<{ Params: { publicKey: string } }>

export const serveIntake = (http: HttpServer, parts: WebhookParts): void => {
  const take = async (request: Request, reply: FastifyReply): Promise<Taken> => {
    const raw = rawOf(request, http.config.publicUrl ?? 'http://localhost')
    const entrance = await enter(parts, request.params.publicKey, raw).catch((error: unknown) => {
      throw limited(http, request, reply) ?? error
    })
    return takeWebhook(parts, entrance, raw)
  }
  http.app.route<{ Params: { publicKey: string } }>({
    method: ['GET', 'POST'],
    url: '/in/:publicKey',
    bodyLimit: WEBHOOK_LIMIT,
    config: { rawBody: true },
    handler: async (request, reply) => {
      const { reply: answer } = await take(request, reply)
      return reply.status(answer.status).type(answer.contentType).send(answer.body)
    },
  })
  const serveOpen = (
    { method, path, bodyLimit = WEBHOOK_LIMIT }: { method: string; path: string; bodyLimit?: number },
    body: TSchema,
    answer: (taken: Taken) => object,
  ) =>
    http.app.route<{ Params: { publicKey: string } }>({
      method,
      url: path,
      bodyLimit,
      config: { rawBody: true },
      handler: async (request, reply) => {
        const taken = await take(request, reply)
        if (taken.events === 0) throw misshapen(request, body)
        if (taken.refused[0] !== undefined) throw taken.refused[0]
        return answer(taken)
      },
    })
  serveOpen(contract.sendOpenMessage, OpenMessage, stored)
  serveOpen(contract.sendOpenTyping, OpenTyping, () => ({ ok: true }))
  serveOpen(contract.sendOpenReceipt, OpenReceipt, () => ({ ok: true }))
}

/** A change of an earlier message has no place of its own. */
const stored = ({ accepted: [first] }: Taken): object =>
  first === undefined ? { ok: true } : { id: first.messageId, seq: first.seq }

/** Who fails to prove itself pays for trying; who proves itself never waits. */
const limited = (http: HttpServer, request: FastifyRequest, reply: FastifyReply): Problem | undefined => {
  const waitMs = http.publicLimiter?.take(addressKey(request.ip)) ?? 0
  if (waitMs === 0) return undefined
  reply.header('retry-after', String(Math.ceil(waitMs / 1000)))
  return problem('rate.limited')
}

const misshapen = (request: FastifyRequest, schema: TSchema): Problem => {
  try {
    return problem('request.invalid', locateFault(schema, parseJson(request.rawBody ?? Buffer.alloc(0))))
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
