// Protects cookie sessions from other sites: a browser adds our cookie to any site's request, so a change must prove
// that our own page asked for it.
import { problem } from '@ballast/contract/problems'
import type { FastifyRequest } from 'fastify'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

const hostOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).host : undefined)

/** True when the `Origin` header names this server, by its Host or by the configured public address. */
export const isOurOrigin = (origin: string | undefined, host: string | undefined, publicUrl?: string): boolean => {
  if (origin === undefined) return false
  if (publicUrl !== undefined && origin === publicUrl) return true
  const from = hostOf(origin)
  return from !== undefined && from === host
}

/**
 * Call when the principal was read from a cookie. Reading methods pass; a change must come from our own pages, told by
 * Sec-Fetch-Site or Origin. A request with neither is refused too: programs use an API key, not a cookie.
 * @throws Problem auth.forbidden
 */
export const refuseCrossSite = (request: FastifyRequest, publicUrl?: string): void => {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin') return
  if (site === undefined && isOurOrigin(request.headers.origin, request.host, publicUrl)) return
  throw problem('auth.forbidden', { detail: 'The request did not come from a page of this server.' })
}
