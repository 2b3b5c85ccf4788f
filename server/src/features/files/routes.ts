// Files over HTTP: bytes in, bytes out, and headers that let a browser do nothing with them but show or save them.
import { type Principal, problem, type Uuid } from '@ballast/contract'
import * as routes from '@ballast/contract/routes/files'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressKey } from '../../platform/http/address-key.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { createLimiter } from '../../platform/token-bucket.ts'
import { readMedium, uploadMedium } from './media.ts'
import type { FileParts, StaffSide, Visitor } from './parts.ts'
import { type MustSee, type OpenedFile, readForStaff, readForVisitor } from './read.ts'
import type { Offered } from './rules/admit.ts'
import { dispositionOf } from './rules/names.ts'
import { rangeOf } from './rules/range.ts'
import { upload } from './upload.ts'

export interface FileRouteParts extends FileParts {
  /** Throws when the colleague may not see it; otherwise whose conversation it is. */
  readonly contactOf: (principal: StaffSide, conversationId: Uuid) => Promise<{ contactId: Uuid; channel: string }>
  readonly mustSee: MustSee
  /** The visitor's inbox, open. Throws inbox.unknown. */
  readonly channelOf: (visitor: Visitor) => Promise<string>
}

/** Uploads are dear: one person a few at once, one address (a shop's own Wi-Fi) more. */
const OF_PERSON = { perSecond: 0.2, burst: 12 }
const OF_ADDRESS = { perSecond: 1, burst: 60 }

const visitorOf = (principal: Principal): Visitor => {
  if (principal.kind === 'visitor') return principal
  throw problem('auth.forbidden')
}
const staffSideOf = (principal: Principal): StaffSide => {
  if (principal.kind === 'staff' || principal.kind === 'key') return principal
  throw problem('auth.forbidden')
}

const offeredIn = (request: FastifyRequest, name: string | undefined): Offered => {
  const claimed = request.headers['content-type']
  return {
    content: request.rawBody ?? Buffer.alloc(0),
    ...(claimed === undefined ? {} : { claimed }),
    ...(name === undefined ? {} : { name }),
  }
}

const sendFile = (request: FastifyRequest, reply: FastifyReply, file: OpenedFile): FastifyReply => {
  reply.header('content-type', file.mime === 'text/plain' ? 'text/plain; charset=utf-8' : file.mime)
  reply.header('content-disposition', dispositionOf(file.kind, file.name))
  reply.header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
  if (!reply.hasHeader('cross-origin-resource-policy')) reply.header('cross-origin-resource-policy', 'same-origin')
  // A file never changes, but who may see it does: kept by the reader's own browser for a short while.
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, max-age=300')
  reply.header('accept-ranges', 'bytes')
  const range = rangeOf(request.headers.range, file.content.length)
  if (range === null) return reply.send(file.content)
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${file.content.length}`).send()
  reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${file.content.length}`)
  return reply.send(file.content.subarray(range.from, range.to + 1))
}

export const serveFiles = (http: HttpServer, gate: Gate, parts: FileRouteParts): void => {
  const people = createLimiter(OF_PERSON, parts.clock.now)
  const addresses = createLimiter(OF_ADDRESS, parts.clock.now)
  serve(http, gate, routes.uploadVisitorFile, async ({ principal, query, request, reply }) => {
    const visitor = visitorOf(principal)
    const waitMs = Math.max(people.take(visitor.contactId), addresses.take(addressKey(request.ip)))
    if (waitMs > 0) {
      reply.header('retry-after', String(Math.ceil(waitMs / 1000)))
      throw problem('rate.limited')
    }
    const { tenant, contactId } = visitor
    const owner = { tenant, contactId, staffId: null, channel: await parts.channelOf(visitor) }
    return upload(parts, owner, offeredIn(request, query.name))
  })
  serve(http, gate, routes.uploadFile, async ({ principal, query, request }) => {
    if (principal.kind !== 'staff') throw problem('auth.forbidden')
    const { tenant, staffId } = principal
    const whose = await parts.contactOf(principal, query.conversationId)
    return upload(parts, { tenant, staffId, ...whose }, offeredIn(request, query.name))
  })
  serve(http, gate, routes.readVisitorFile, async ({ principal, params, request, reply }) =>
    sendFile(request, reply, await readForVisitor(parts, visitorOf(principal), params.fileId)),
  )
  serve(http, gate, routes.readFile, async ({ principal, params, request, reply }) =>
    sendFile(request, reply, await readForStaff(parts, staffSideOf(principal), params.fileId)),
  )
  serveMedia(http, gate, parts)
}

const serveMedia = (http: HttpServer, gate: Gate, parts: FileRouteParts): void => {
  serve(http, gate, routes.uploadMedia, async ({ principal, query, request }) => {
    const { tenant, ...who } = staffSideOf(principal)
    return uploadMedium(
      parts,
      { tenant, staffId: 'staffId' in who ? who.staffId : null },
      offeredIn(request, query.name),
    )
  })
  serve(http, gate, routes.readMedia, async ({ params, request, reply }) => {
    const file = await readMedium(parts, params.fileId)
    // Whoever has the address may see it, and what it names never changes.
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    reply.header('cross-origin-resource-policy', 'cross-origin')
    return sendFile(request, reply, file)
  })
}
