// The HTTP server as other parts see it.
import type { FastifyInstance } from 'fastify'
import type { Log } from '../log.ts'
import type { Limiter } from '../token-bucket.ts'
import type { HttpConfig } from './config.ts'
import type { BodyPlaces } from './hold-bodies.ts'
import type { PageKind } from './security-headers.ts'

export interface PageFallback {
  readonly prefix: string
  readonly indexFile: string
  readonly kind: PageKind
}

export const DEFAULT_BODY_LIMIT = 64 * 1024

export interface HttpServer {
  readonly app: FastifyInstance
  readonly config: HttpConfig
  readonly log: Log
  /** Limits callers of `public` routes by address; undefined when turned off. */
  readonly publicLimiter: Limiter | undefined
  /** Room for large bodies that are read whole. */
  readonly bodyPlaces: BodyPlaces
  /** Single-page apps whose unknown addresses get their index page. */
  readonly pageFallbacks: PageFallback[]
  /** From now on /healthz answers 200. */
  ready(): void
  /** From now on /healthz answers 503, so that a load balancer stops sending; requests are still served. */
  draining(): void
  /** Whether `draining` was called. Sockets refuse new connections then. */
  readonly isDraining: boolean
  /** Starts to accept connections. Port 0: a free one. */
  listen(port: number, host?: string): Promise<{ port: number }>
  /** Stops accepting, lets running requests end, closes idle connections. */
  close(): Promise<void>
}
