// A call as it arrived: the bytes and headers a signature covers.
import type { FastifyRequest } from 'fastify'
import type { RawRequest } from '../../channels/kit/channel.ts'

/** `publicUrl`: the address platforms know us by; some sign it whole. */
export const rawOf = (request: FastifyRequest, publicUrl: string): RawRequest => ({
  method: request.method,
  url: new URL(request.url, publicUrl).href,
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  ),
  body: request.rawBody ?? Buffer.alloc(0),
})
