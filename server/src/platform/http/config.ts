// Settings of the HTTP server.
import { Type } from 'typebox'
import { type ConfigOf, defineConfig } from '../config/define-config.ts'

const Milliseconds = Type.Integer({ minimum: 1, maximum: 600_000 })

export const httpConfig = defineConfig({
  port: {
    doc: 'Port to listen on; 0 picks a free one.',
    schema: Type.Integer({ minimum: 0, maximum: 65535 }),
    default: 8080,
    env: 'PORT',
  },
  host: {
    doc: 'Address to listen on. `0.0.0.0` or `::` opens the server to the network.',
    schema: Type.String(),
    default: '127.0.0.1',
    env: 'HOST',
  },
  publicUrl: {
    doc: 'Address at which browsers reach this server, when it differs from what they send as Host (behind a proxy).',
    schema: Type.String({ pattern: '^https?://[^/]+$' }),
    env: 'PUBLIC_URL',
  },
  trustedProxies: {
    doc: 'Addresses or CIDR ranges of proxies whose X-Forwarded-* headers are believed.',
    schema: Type.Array(Type.String()),
    default: [],
    env: 'TRUSTED_PROXIES',
  },
  tlsCert: {
    doc: 'File with the TLS certificate chain (PEM). With TLS_KEY the server speaks https itself.',
    schema: Type.String(),
    env: 'TLS_CERT',
  },
  tlsKey: { doc: 'File with the private key of TLS_CERT (PEM).', schema: Type.String(), env: 'TLS_KEY' },
  requestTimeoutMs: {
    doc: 'Longest time for a whole request to arrive, in milliseconds.',
    schema: Milliseconds,
    default: 30_000,
    env: 'REQUEST_TIMEOUT_MS',
  },
  headersTimeoutMs: {
    doc: 'Longest time for the headers of a request to arrive, in milliseconds.',
    schema: Milliseconds,
    default: 10_000,
    env: 'HEADERS_TIMEOUT_MS',
  },
  publicPerSecond: {
    doc: 'Requests a second one address may make to routes open to anyone; 0 turns the limit off.',
    schema: Type.Number({ minimum: 0 }),
    // A mobile carrier or an office shows many shoppers under one address.
    default: 50,
    env: 'PUBLIC_RATE',
  },
  publicBurst: {
    doc: 'Requests one address may make at once to routes open to anyone.',
    schema: Type.Integer({ minimum: 1 }),
    default: 200,
    env: 'PUBLIC_BURST',
  },
  frameAncestors: {
    doc: 'Sites that may embed the chat panel when the inbox names none, as in CSP frame-ancestors.',
    schema: Type.Array(Type.String({ pattern: '^[^;,\\s]+$' })),
    default: ['*'],
    env: 'FRAME_ANCESTORS',
  },
  metricsToken: {
    doc: 'Bearer token for /metrics. Without one, only this machine may read it.',
    schema: Type.String({ minLength: 16 }),
    env: 'METRICS_TOKEN',
    secret: true,
  },
  checkReplies: {
    doc: 'Answer 500 when a reply does not fit its schema (development) instead of stripping what the schema does not name.',
    schema: Type.Boolean(),
    default: false,
    env: 'CHECK_REPLIES',
  },
})
export type HttpConfig = ConfigOf<typeof httpConfig>
