// The outside fetches: events by cursor, and a past event once more. Proved like every call of a channel.
import type { Principal, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { readInboxDelivery, resumeInboxDelivery } from '@ballast/contract/routes/delivery'
import * as contract from '@ballast/contract/routes/open'
import type { FastifyRequest } from 'fastify'
import { Compile } from 'typebox/compile'
import Value from 'typebox/value'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { locateFault } from '../../platform/schema/locate-fault.ts'
import type { AccountsDoor } from '../accounts/index.ts'
import { type Entrance, enter, rawOf, type WebhookParts } from '../intake/index.ts'
import type { Delivery } from './create-delivery.ts'

const query = Compile(contract.listOpenEvents.query)
const fileParams = Compile(contract.readOpenFile.params)
const eventParams = Compile(contract.replayOpenEvent.params)

/** For colleagues: how the other side is doing, and calling it again. */
export const serveDeliveryHealth = (
  http: HttpServer,
  gate: Gate,
  { inboxes, delivery }: { readonly inboxes: AccountsDoor['inboxes']; readonly delivery: Delivery },
): void => {
  const health = async (principal: Principal, inboxId: Uuid, act?: (tenant: Uuid) => Promise<void>) => {
    if (principal.kind !== 'staff' && principal.kind !== 'key') throw problem('auth.required')
    if (!(await inboxes.visible(principal)).includes(inboxId)) throw problem('inbox.unknown')
    await act?.(principal.tenant)
    const { failingSince, stoppedAt } = await delivery.healthOf(principal.tenant, inboxId)
    return { failingSince: instant(failingSince), stoppedAt: instant(stoppedAt) }
  }
  serve(http, gate, readInboxDelivery, ({ principal, params }) => health(principal, params.inboxId))
  serve(http, gate, resumeInboxDelivery, ({ principal, params }) =>
    health(principal, params.inboxId, (tenant) => delivery.resume(tenant, params.inboxId)),
  )
}
const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export interface DeliveryRouteParts extends WebhookParts {
  /** A file of this inbox's conversations. @throws Problem file.not-found */
  readonly readFile: (
    inbox: { readonly tenant: Uuid; readonly inboxId: Uuid },
    fileId: Uuid,
  ) => Promise<{ readonly mime: string; readonly name: string; readonly content: Buffer }>
}

export const serveDelivery = (http: HttpServer, parts: DeliveryRouteParts, delivery: Delivery): void => {
  const enterBy = (request: FastifyRequest): Promise<Entrance> => {
    const { publicKey } = request.params as { publicKey: string }
    return enter(parts, publicKey, rawOf(request, http.config.publicUrl ?? 'http://localhost'))
  }
  http.app.route({
    method: contract.listOpenEvents.method,
    url: contract.listOpenEvents.path,
    handler: async (request, reply) => {
      const entrance = await enterBy(request)
      const asked = Value.Convert(contract.listOpenEvents.query, { ...(request.query as object) })
      if (!query.Check(asked)) throw problem('request.invalid', locateFault(contract.listOpenEvents.query, asked))
      const gone = new AbortController()
      const stop = () => gone.abort()
      request.raw.socket.once('close', stop)
      reply.header('cache-control', 'no-store')
      const { after, wait = 0, limit = 100 } = asked
      return delivery
        .fetchEvents(entrance, {
          ...(after === undefined ? {} : { after }),
          wait,
          limit,
          signal: gone.signal,
          isDraining: () => http.isDraining,
        })
        .finally(() => request.raw.socket.off('close', stop))
    },
  })
  http.app.route({
    method: contract.readOpenFile.method,
    url: contract.readOpenFile.path,
    handler: async (request, reply) => {
      const { open } = await enterBy(request)
      if (!fileParams.Check(request.params)) throw problem('file.not-found')
      const file = await parts.readFile({ tenant: open.tenant, inboxId: open.inbox.id }, request.params.fileId)
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      return reply.type(file.mime).header('cache-control', 'private, no-store').send(file.content)
    },
  })
  http.app.route({
    method: contract.replayOpenEvent.method,
    url: contract.replayOpenEvent.path,
    config: { rawBody: true },
    handler: async (request) => {
      const entrance = await enterBy(request)
      if (!eventParams.Check(request.params)) throw problem('request.not-found')
      await delivery.replay(entrance, request.params.eventId)
      return { ok: true }
    },
  })
}
