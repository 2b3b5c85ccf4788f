// The headers that tell a browser what our pages may do. No page of ours needs an inline script.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * - `api`: JSON; nothing may run or be framed.
 * - `app`: our own pages (the desk, the storefront).
 * - `widget-frame`: the chat panel, which shops embed.
 */
export type PageKind = 'api' | 'app' | 'widget-frame'

declare module 'fastify' {
  interface FastifyRequest {
    /** Which Content-Security-Policy the reply gets. */
    pageKind: PageKind
  }
  interface FastifyContextConfig {
    pageKind?: PageKind
  }
}

// Ant Design writes its styles at run time, hence inline styles; scripts never.
const PAGE = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' blob: https:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** `frameAncestors`: sites that may embed a `widget-frame`; values as CSP writes them. */
export const contentSecurityPolicy = (kind: PageKind, frameAncestors: readonly string[]): string => {
  if (kind === 'api') return "default-src 'none'; frame-ancestors 'none'"
  if (kind === 'app') return `${PAGE}; frame-ancestors 'none'`
  return `${PAGE}; frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`
}

/** The chat panel records voice notes and asks for nothing else; a shop's page must allow its frame the microphone too. */
const PERMISSIONS: Readonly<Record<PageKind, string>> = {
  api: 'camera=(), microphone=(), geolocation=()',
  app: 'camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()',
  'widget-frame': 'camera=(), microphone=(self), geolocation=(), payment=(), usb=()',
}

const setHeaders = (request: FastifyRequest, reply: FastifyReply, frameAncestors: readonly string[]): void => {
  const kind = request.routeOptions.config.pageKind ?? request.pageKind
  if (!reply.hasHeader('content-security-policy'))
    reply.header('content-security-policy', contentSecurityPolicy(kind, frameAncestors))
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'strict-origin-when-cross-origin')
  reply.header('permissions-policy', PERMISSIONS[kind])
  if (kind !== 'widget-frame') reply.header('x-frame-options', 'DENY')
  if (kind === 'app') reply.header('cross-origin-opener-policy', 'same-origin')
  if (kind === 'api' && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/** A handler that sets its own Content-Security-Policy (an inbox with its own sites) keeps it. */
export const addSecurityHeaders = (app: FastifyInstance, frameAncestors: readonly string[]): void => {
  app.decorateRequest('pageKind', 'api')
  app.addHook('onSend', async (request, reply) => setHeaders(request, reply, frameAncestors))
}
