// Fetches addresses that customers, shops and pages name, without becoming their way into our network: the name is
// resolved here, every address is judged, and the connection goes to the judged address and no other.
import { lookup as systemLookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPublicAddress } from './address-ranges.ts'

export type FetchRefusal =
  | 'address' // not http(s), or with credentials
  | 'private' // leads into a network that is not public
  | 'unresolved'
  | 'redirects' // more than three
  | 'too-large'
  | 'timeout'
  | 'failed' // refused, reset, TLS, malformed

/** Why nothing was fetched. The message is for the log; tell strangers only the reason. */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused'
  readonly reason: FetchRefusal
  constructor(reason: FetchRefusal, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.reason = reason
  }
}

export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

export interface SafeFetchOptions {
  /** Largest body after decompression, in bytes. */
  readonly maxBytes: number
  /** For everything together: names, redirects, the last byte. */
  readonly timeoutMs: number
  /** Let private and loopback addresses through: the shop's own systems named by an operator, and tests. */
  readonly allowPrivate?: boolean
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Default 3; 0: a redirect is the answer. */
  readonly maxRedirects?: number
  readonly resolve?: Resolve
}

export interface FetchReply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** Where the body came from, after redirects. */
  readonly url: string
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const SENSITIVE = new Set(['authorization', 'cookie', 'proxy-authorization'])

const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true, verbatim: true })

const checkUrl = (text: string): URL => {
  if (!URL.canParse(text)) throw new FetchRefused('address', 'Not an address.')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchRefused('address', `Not http: ${url.protocol}`)
  if (url.username !== '' || url.password !== '') throw new FetchRefused('address', 'Credentials in the address.')
  return url
}

/** The address to connect to. Every address of the name must be public: one private among them is an attack. */
const judge = async (url: URL, options: SafeFetchOptions): Promise<{ address: string; family: number }> => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const literal = isIP(host)
  const resolve = options.resolve ?? resolveBySystem
  const found = literal
    ? [{ address: host, family: literal }]
    : await resolve(host).catch((cause) => {
        throw new FetchRefused('unresolved', `${host} does not resolve.`, cause)
      })
  const first = found[0]
  if (first === undefined) throw new FetchRefused('unresolved', `${host} has no address.`)
  if (!options.allowPrivate)
    for (const { address } of found)
      if (!isPublicAddress(address)) throw new FetchRefused('private', `${host} leads to ${address}.`)
  return first
}

const pinTo = (pinned: { address: string; family: number }): LookupFunction => {
  return (_host, wanted, done) => {
    if (wanted.all) done(null, [pinned])
    else done(null, pinned.address, pinned.family)
  }
}

const unpack = (reply: IncomingMessage): Readable => {
  const encoding = (reply.headers['content-encoding'] ?? 'identity').toLowerCase()
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined
  if (decoder === undefined) return reply
  reply.on('error', (error) => decoder.destroy(error))
  return reply.pipe(decoder)
}

/** Stops at the limit, counted after decompression: a small file may unpack to a huge one. */
const readBounded = async (reply: IncomingMessage, maxBytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of unpack(reply) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) {
      reply.destroy()
      throw new FetchRefused('too-large', `More than ${maxBytes} bytes.`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface Step {
  readonly url: URL
  readonly options: SafeFetchOptions
  readonly signal: AbortSignal
}

const ask = ({ url, options, signal }: Step, pinned: { address: string; family: number }): Promise<IncomingMessage> =>
  new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = send(url, {
      method: options.method ?? 'GET',
      headers: { 'accept-encoding': 'gzip, br, deflate', 'user-agent': 'Ballast', ...options.headers },
      lookup: pinTo(pinned),
      agent: false,
      signal,
      maxHeaderSize: 32 * 1024,
    })
    outgoing.on('response', done)
    outgoing.on('error', fail)
    outgoing.end(options.body)
  })

/** What the next step of a redirect may carry: nothing secret to another origin; a POST becomes a GET unless 307 or 308. */
const follow = (step: Step, status: number, to: URL): Step => {
  const { method, body, headers = {}, ...rest } = step.options
  const sameOrigin = to.origin === step.url.origin
  const kept = Object.fromEntries(
    Object.entries(headers).filter(([name]) => sameOrigin || !SENSITIVE.has(name.toLowerCase())),
  )
  const again = status === 307 || status === 308 || method === 'HEAD'
  return {
    ...step,
    url: to,
    options: {
      ...rest,
      headers: kept,
      ...(again && method !== undefined ? { method } : {}),
      ...(again && body !== undefined && sameOrigin ? { body } : {}),
    },
  }
}

interface Arrived {
  readonly reply: IncomingMessage
  readonly url: string
}
const run = async (first: Step): Promise<Arrived> => {
  let step = first
  const maxRedirects = first.options.maxRedirects ?? 3
  for (let hops = 0; ; hops++) {
    const pinned = await judge(step.url, step.options)
    const reply = await ask(step, pinned)
    const status = reply.statusCode ?? 0
    const { location } = reply.headers
    if (!REDIRECTS.has(status) || location === undefined || maxRedirects === 0) return { reply, url: step.url.href }
    reply.destroy()
    if (hops >= maxRedirects) throw new FetchRefused('redirects', `More than ${maxRedirects} redirects.`)
    step = follow(
      step,
      status,
      checkUrl(URL.canParse(location, step.url.href) ? new URL(location, step.url.href).href : location),
    )
  }
}

const whole = async (step: Step): Promise<FetchReply> => {
  const { reply, url } = await run(step)
  const body = await readBounded(reply, step.options.maxBytes)
  return { status: reply.statusCode ?? 0, headers: reply.headers, body, url }
}

/**
 * Fetches `url` and gives the whole body. Any status is a reply.
 * @throws FetchRefused with the reason
 */
export const safeFetch = async (url: string, options: SafeFetchOptions): Promise<FetchReply> => {
  const signal = AbortSignal.timeout(options.timeoutMs)
  const late = () => new FetchRefused('timeout', `Not done within ${options.timeoutMs} ms.`)
  // Resolving a name cannot be aborted, so the time is kept beside the work as well.
  const timeout = new Promise<never>((_done, fail) =>
    signal.addEventListener('abort', () => fail(late()), { once: true }),
  )
  // An address refused at once is refused inside: thrown before the race, it would leave the time to run out unheard.
  const work = async () => whole({ url: checkUrl(url), options, signal })
  try {
    return await Promise.race([work(), timeout])
  } catch (error) {
    if (error instanceof FetchRefused) throw error
    if (signal.aborted) throw late()
    throw new FetchRefused('failed', 'The request failed.', error)
  }
}

export interface FetchStream {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it arrives. Fails with FetchRefused: too large, or broken off before its end. */
  readonly body: AsyncIterable<Buffer>
}

const bounded = async function* (reply: IncomingMessage, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0
  try {
    for await (const chunk of unpack(reply) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw new FetchRefused('too-large', `More than ${maxBytes} bytes.`)
      yield chunk
    }
  } catch (error) {
    throw error instanceof FetchRefused ? error : new FetchRefused('failed', 'The reply broke off.', error)
  } finally {
    reply.destroy()
  }
}

/**
 * As `safeFetch`, but the body is read as it comes. `signal` ends all of it: names, redirects and the body.
 * @throws FetchRefused with the reason
 */
export const safeStream = async (
  url: string,
  { signal, ...options }: Omit<SafeFetchOptions, 'timeoutMs'> & { readonly signal: AbortSignal },
): Promise<FetchStream> => {
  const late = () => new FetchRefused('timeout', 'Given up.')
  const given = new Promise<never>((_done, fail) => {
    if (signal.aborted) fail(late())
    signal.addEventListener('abort', () => fail(late()), { once: true })
  })
  given.catch(() => undefined)
  try {
    const step = { url: checkUrl(url), options: { ...options, timeoutMs: 0 }, signal }
    const { reply } = await Promise.race([run(step), given])
    return { status: reply.statusCode ?? 0, headers: reply.headers, body: bounded(reply, options.maxBytes) }
  } catch (error) {
    if (error instanceof FetchRefused) throw error
    if (signal.aborted) throw late()
    throw new FetchRefused('failed', 'The request failed.', error)
  }
}
