// The client of the open channel for a shop's own entry: sends customers' messages, reads events by polling, checks the
// signature of webhooks. Runs wherever there is `fetch` and WebCrypto: Node, Deno, Bun, edge workers. No dependency.
import type { OpenEvent, OpenMessage } from './open.ts'
import { PROBLEMS, Problem, type ProblemBody, type ProblemCode } from './problems.ts'

/** How far the clocks of the two sides may differ, seconds (Standard Webhooks). */
export const TOLERANCE_SECONDS = 300

const encoder = new TextEncoder()
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

const keyOf = (secret: string) =>
  crypto.subtle.importKey('raw', fromBase64(secret.replace(/^whsec_/, '')), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])

export interface Signed {
  readonly id: string
  /** Epoch seconds. */
  readonly timestamp: number
  readonly body: string
}

/** The three headers of Standard Webhooks. `secret` is `whsec_` and base64. */
export const signatureHeaders = async (secret: string, signed: Signed): Promise<Record<string, string>> => {
  const text = encoder.encode(`${signed.id}.${signed.timestamp}.${signed.body}`)
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret), text))
  return {
    'webhook-id': signed.id,
    'webhook-timestamp': String(signed.timestamp),
    'webhook-signature': `v1,${toBase64(mac)}`,
  }
}

type Headers_ = { get(name: string): string | null } | Readonly<Record<string, string | string[] | undefined>>
const headerOf = (headers: Headers_, name: string): string => {
  if (typeof headers.get === 'function') return (headers as { get(name: string): string | null }).get(name) ?? ''
  const value = (headers as Record<string, string | string[] | undefined>)[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/**
 * The event of a webhook call, once its signature has been checked; null: do not trust it, answer 401.
 * `body` must be the bytes as they arrived. `now`: epoch seconds. Remember `id`s you handled: the same event may come twice.
 */
export const verifyWebhook = async (
  call: { readonly headers: Headers_; readonly body: string },
  secrets: readonly string[],
  now: number = Date.now() / 1000,
): Promise<OpenEvent | null> => {
  const id = headerOf(call.headers, 'webhook-id')
  const timestamp = headerOf(call.headers, 'webhook-timestamp')
  if (id === '' || !/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) return null
  const text = encoder.encode(`${id}.${timestamp}.${call.body}`)
  const given = headerOf(call.headers, 'webhook-signature')
    .split(' ')
    .flatMap((one) => (/^v1,[A-Za-z0-9+/]+=*$/.test(one) && one.length % 4 === 3 ? [fromBase64(one.slice(3))] : []))
  for (const secret of secrets) {
    const key = await keyOf(secret)
    for (const mac of given)
      if (await crypto.subtle.verify('HMAC', key, mac, text)) return JSON.parse(call.body) as OpenEvent
  }
  return null
}

export interface OpenClientOptions {
  readonly baseUrl: string
  /** Of the inbox; not a secret. */
  readonly publicKey: string
  /** The inbox's API key. */
  readonly apiKey: string
  readonly fetch?: typeof fetch
}
export interface EventsPage {
  readonly events: readonly OpenEvent[]
  readonly cursor: string
}
export interface OpenClient {
  /** Resolves after the message is stored. Send it again with the same id as often as you like. @throws Problem */
  send(message: OpenMessage): Promise<{ readonly id: string; readonly seq: number }>
  typing(sender: OpenMessage['sender'], typing: boolean): Promise<void>
  receipt(
    sender: OpenMessage['sender'],
    receipt: { readonly message_id: string; readonly state: 'delivered' | 'read' | 'failed' },
  ): Promise<void>
  /** The events after `after`; keep the cursor, it tells the server what has arrived. `wait`: seconds. */
  events(
    after?: string,
    options?: { readonly wait?: number; readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<EventsPage>
  /** Calls the webhook once more with a past event. */
  replay(eventId: string): Promise<void>
}

const refusal = async (reply: Response): Promise<Problem> => {
  const body = (await reply.json().catch(() => ({}))) as Partial<ProblemBody>
  const code = body.code !== undefined && body.code in PROBLEMS ? (body.code as ProblemCode) : 'server.error'
  return new Problem(code, body.detail === undefined ? {} : { detail: body.detail })
}

export const createOpenClient = (options: OpenClientOptions): OpenClient => {
  const base = `${options.baseUrl.replace(/\/$/, '')}/open/v1/channels/${encodeURIComponent(options.publicKey)}`
  const ask = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args))
  const call = async <T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> => {
    const reply = await ask(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${options.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
    if (!reply.ok) throw await refusal(reply)
    return (await reply.json()) as T
  }
  return {
    send: (message) => call('/messages', message),
    typing: async (sender, typing) => void (await call('/typing', { sender, typing })),
    receipt: async (sender, receipt) => void (await call('/receipts', { sender, ...receipt })),
    events: (after, { wait = 0, limit = 100, signal } = {}) => {
      const query = new URLSearchParams({ wait: String(wait), limit: String(limit) })
      if (after !== undefined) query.set('after', after)
      return call(`/events?${query}`, undefined, signal)
    },
    replay: async (eventId) => void (await call(`/events/${eventId}/replay`, {})),
  }
}
