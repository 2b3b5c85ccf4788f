// One question to a large language model behind an OpenAI-compatible endpoint: streamed, within limits of time and size, and
// never more than text. What goes wrong is a word, not an error: whoever asks always has something else to say.
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { FetchRefused, type Resolve, safeStream } from '../safe-fetch.ts'

export interface ModelEndpoint {
  /** Up to and with the version: `https://api.example.com/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly key: string | null
}
export interface ModelQuestion {
  /** What is to be done: ours. */
  readonly system: string
  /** What it is to be done with: data, whoever wrote it. */
  readonly user: string
  readonly temperature: number
  readonly maxTokens: number
}
export interface ModelLimits {
  /** Until the first words, ms. */
  readonly firstMs: number
  /** For everything, ms. */
  readonly totalMs: number
  /** Of the reply as it travels. */
  readonly maxBytes: number
  /** Plain http, private and loopback addresses: the operator's word. */
  readonly allowPrivate: boolean
  readonly resolve?: Resolve
}
export type ModelEnd =
  | 'ok'
  | 'given-up' // by whoever asked
  | 'slow-start'
  | 'slow'
  | 'refused' // declined, or wanted to call tools
  | 'malformed'
  | 'cut-off' // ended without saying that it was done
  | 'too-long'
  | 'limited'
  | 'denied'
  | 'failed'
  | 'unreachable'
  | 'forbidden-address'
export interface ModelReply {
  readonly end: ModelEnd
  /** Null: the endpoint did not say. */
  readonly tokensIn: number | null
  readonly tokensOut: number | null
  readonly firstMs: number | null
  readonly ms: number
}
export interface Asking {
  readonly limits: ModelLimits
  /** Ends the call at once. */
  readonly signal: AbortSignal
  /** The next piece of the text. */
  readonly onText: (piece: string) => void
}

const ENDS: Readonly<Record<string, ModelEnd>> = { stop: 'ok', 'content-filter': 'refused', 'tool-calls': 'refused' }
const OF_ADDRESS: Readonly<Record<FetchRefused['reason'], ModelEnd>> = {
  address: 'forbidden-address',
  private: 'forbidden-address',
  redirects: 'forbidden-address',
  unresolved: 'unreachable',
  'too-large': 'too-long',
  timeout: 'slow',
  failed: 'unreachable',
}

/** The state of one call: why it was ended, should it be by us. */
class Call {
  readonly #ending = new AbortController()
  readonly #began = performance.now()
  why: ModelEnd | null = null
  firstMs: number | null = null
  tokensIn: number | null = null
  tokensOut: number | null = null

  get signal(): AbortSignal {
    return this.#ending.signal
  }
  end(why: ModelEnd): void {
    this.why ??= why
    this.#ending.abort()
  }
  elapsed(): number {
    return Math.round(performance.now() - this.#began)
  }
  reply(end: ModelEnd): ModelReply {
    const { firstMs, tokensIn, tokensOut } = this
    return { end: this.why ?? end, firstMs, tokensIn, tokensOut, ms: this.elapsed() }
  }
}

/** `fetch` for the library: the address judged and pinned, nothing followed, the body bounded and as it comes. */
const guardedFetch =
  (call: Call, { maxBytes, allowPrivate, resolve }: ModelLimits): typeof fetch =>
  async (input, init) => {
    const url = String(input)
    if (!allowPrivate && !url.startsWith('https://')) throw new FetchRefused('address', 'Not https.')
    const got = await safeStream(url, {
      method: 'POST',
      headers: { ...(init?.headers as Record<string, string>), 'accept-encoding': 'identity', 'user-agent': 'Ballast' },
      body: String(init?.body),
      signal: call.signal,
      maxBytes,
      maxRedirects: 0,
      allowPrivate,
      ...(resolve === undefined ? {} : { resolve }),
    })
    const type = got.headers['content-type']
    return new Response(ReadableStream.from(watched(call, got.body)) as ReadableStream<Uint8Array>, {
      status: got.status,
      headers: type === undefined ? {} : { 'content-type': type },
    })
  }

/** A body that breaks off is told apart from one that makes no sense. */
const watched = async function* (call: Call, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* body
  } catch (error) {
    call.end(error instanceof FetchRefused && error.reason === 'too-large' ? 'too-long' : 'cut-off')
    throw error
  }
}

const nameOf = (error: unknown): unknown => (error as { readonly name?: unknown } | null)?.name
const take = (call: Call, part: LanguageModelV4StreamPart, onText: (piece: string) => void): ModelEnd | null => {
  switch (part.type) {
    case 'text-delta':
      call.firstMs ??= call.elapsed()
      onText(part.delta)
      return null
    case 'finish':
      call.tokensIn = part.usage.inputTokens.total ?? null
      call.tokensOut = part.usage.outputTokens.total ?? null
      if (part.finishReason.unified === 'error') return 'malformed'
      return ENDS[part.finishReason.unified] ?? (call.firstMs === null ? 'malformed' : 'cut-off')
    case 'error':
      // So the library calls a stream that ended without an end.
      return nameOf(part.error) === 'AI_InvalidResponseDataError' && call.firstMs !== null ? 'cut-off' : 'malformed'
    case 'tool-input-start':
    case 'tool-call':
    case 'file':
      return 'refused'
    default:
      return null
  }
}

const listen = async (
  call: Call,
  stream: ReadableStream<LanguageModelV4StreamPart>,
  onText: (piece: string) => void,
): Promise<ModelReply> => {
  for await (const part of stream) {
    if (call.signal.aborted) break
    const end = take(call, part, onText)
    if (end !== null) {
      const reply = call.reply(end)
      // Whatever more it has to say is not waited for.
      call.end(end)
      return reply
    }
  }
  return call.reply('cut-off')
}

const endOf = (error: unknown): ModelEnd => {
  if (error instanceof FetchRefused) return OF_ADDRESS[error.reason]
  const status = (error as { readonly statusCode?: unknown }).statusCode
  if (status === 429) return 'limited'
  if (status === 401 || status === 403) return 'denied'
  if (typeof status !== 'number') return 'unreachable'
  // A reply of 200 that the library could not read.
  return status >= 200 && status < 300 ? 'malformed' : 'failed'
}

const ask = async (
  call: Call,
  { baseUrl, model, key }: ModelEndpoint,
  question: ModelQuestion,
  { limits, onText }: Asking,
): Promise<ModelReply> => {
  // Loaded with the first call: most installations never make one.
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  const endpoint = createOpenAICompatible({
    name: 'endpoint',
    baseURL: baseUrl,
    includeUsage: true,
    fetch: guardedFetch(call, limits),
    ...(key === null ? {} : { apiKey: key }),
  })
  const { stream } = await endpoint.chatModel(model).doStream({
    prompt: [
      { role: 'system', content: question.system },
      { role: 'user', content: [{ type: 'text', text: question.user }] },
    ],
    temperature: question.temperature,
    maxOutputTokens: question.maxTokens,
    abortSignal: call.signal,
  })
  return listen(call, stream, onText)
}

/** Never rejects. */
export const askModel = async (
  endpoint: ModelEndpoint,
  question: ModelQuestion,
  asking: Asking,
): Promise<ModelReply> => {
  const call = new Call()
  const { limits, signal } = asking
  const giveUp = () => call.end('given-up')
  if (signal.aborted) return { end: 'given-up', firstMs: null, tokensIn: null, tokensOut: null, ms: 0 }
  signal.addEventListener('abort', giveUp, { once: true })
  const first = setTimeout(() => call.firstMs === null && call.end('slow-start'), limits.firstMs)
  const all = setTimeout(() => call.end('slow'), limits.totalMs)
  // A library that does not heed the signal must not hold the turn.
  const ended = new Promise<ModelReply>((done) =>
    call.signal.addEventListener('abort', () => done(call.reply('given-up')), { once: true }),
  )
  try {
    return await Promise.race([ask(call, endpoint, question, asking), ended])
  } catch (error) {
    return call.reply(endOf(error))
  } finally {
    clearTimeout(first)
    clearTimeout(all)
    signal.removeEventListener('abort', giveUp)
    call.end('given-up')
  }
}
