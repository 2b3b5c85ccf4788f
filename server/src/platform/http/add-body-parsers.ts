// Bodies arrive as bytes and stay available as `request.rawBody`: a webhook's signature is over the bytes, not the JSON.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseJson } from '../json.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body exactly as it arrived; undefined when there was none. */
    rawBody: Buffer | undefined
  }
  interface FastifyContextConfig {
    /** Leave `body` as bytes even when it is JSON: verify first, parse later. */
    rawBody?: boolean
  }
}

export const addBodyParsers = (app: FastifyInstance): void => {
  app.decorateRequest('rawBody', undefined)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      request.rawBody = bytes
      if (request.routeOptions.config.rawBody) return bytes
      return bytes.length === 0 ? undefined : parseJson(bytes)
    },
  )
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, bytes: Buffer) => {
    request.rawBody = bytes
    return bytes
  })
}
