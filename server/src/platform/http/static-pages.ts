// Serves built pages: hashed assets for ever, everything else checked each time, unknown addresses of a single-page app
// answered with its index page.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problem } from '@ballast/contract/problems'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpServer, PageFallback } from './http-server.ts'
import type { PageKind } from './security-headers.ts'

export interface StaticPages {
  /** Folder of the built files, absolute. */
  readonly root: string
  /** Address they appear under: starts and ends with `/`. */
  readonly prefix: string
  readonly kind: PageKind
  /** Answer unknown addresses under the prefix with index.html (single-page apps). */
  readonly fallback?: boolean
  /** Runs before a page is sent; answers in its place by returning the reply. */
  readonly guard?: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
}

// Vite's names: panel-BxK3d9a1.js
const HASHED = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/
const FOR_EVER = 'public, max-age=31536000, immutable'

export const servePages = (http: HttpServer, pages: StaticPages): void => {
  http.app.register(async (scope) => {
    scope.addHook('onRequest', async (request) => {
      request.pageKind = pages.kind
    })
    if (pages.guard) scope.addHook('preHandler', pages.guard)
    await scope.register(fastifyStatic, {
      root: pages.root,
      prefix: pages.prefix,
      decorateReply: false,
      cacheControl: false,
      dotfiles: 'deny',
      setHeaders: (reply, path) => void reply.header('cache-control', HASHED.test(path) ? FOR_EVER : 'no-cache'),
    })
  })
  if (pages.fallback)
    http.pageFallbacks.push({ prefix: pages.prefix, indexFile: join(pages.root, 'index.html'), kind: pages.kind })
}

const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !request.url.startsWith('/api/') &&
  (request.headers.accept ?? '').includes('text/html')

/** What an unknown address gets: the page of the single-page app it lies in, or request.not-found. */
export const answerNotFound = async (
  fallbacks: readonly PageFallback[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const path = request.url.split('?', 1)[0] ?? ''
  const inside = fallbacks
    .filter((fallback) => path.startsWith(fallback.prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0]
  if (inside === undefined || !wantsPage(request)) throw problem('request.not-found')
  request.pageKind = inside.kind
  const page = await readFile(inside.indexFile)
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
}
