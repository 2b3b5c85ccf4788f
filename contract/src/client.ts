// The typed client, folded from ROUTES. A wrong body is a compile error; an error reply throws Problem.
import { PROBLEMS, Problem, type ProblemBody, type ProblemCode } from './problems.ts'
import type { Input, Reply, Route } from './route.ts'
import { ROUTES, type Routes } from './routes/index.ts'

export interface ClientOptions {
  /** Where the server is; '' for the page's own origin. */
  readonly baseUrl?: string
  readonly headers?: Record<string, string>
  readonly fetch?: typeof fetch
}

type Arguments<R extends Route> = {
  [K in 'params' | 'query' | 'body' as Input<R>[K] extends undefined ? never : K]: Input<R>[K]
} & (R extends { readonly bytes: 'body' } ? { readonly bytes: Blob } : unknown)
type Answer<R extends Route> = R extends { readonly bytes: 'reply' } ? Blob : Reply<R>
type Call<R extends Route> = keyof Arguments<R> extends never
  ? (input?: Record<string, never>, signal?: AbortSignal) => Promise<Answer<R>>
  : (input: Arguments<R>, signal?: AbortSignal) => Promise<Answer<R>>
export type Client = { readonly [K in keyof Routes]: Call<Routes[K]> }

/** `/a/:id` + {id} + {q} -> `/a/1?q=2`. */
export const addressOf = (
  path: string,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}

const toProblem = async (reply: Response): Promise<Problem> => {
  const body = (await reply.json().catch(() => ({}))) as Partial<ProblemBody>
  const code = body.code !== undefined && body.code in PROBLEMS ? (body.code as ProblemCode) : 'server.error'
  return new Problem(code, {
    ...(body.detail === undefined ? {} : { detail: body.detail }),
    ...(body.path === undefined ? {} : { path: body.path }),
  })
}

interface Given {
  readonly params?: object
  readonly query?: object
  readonly body?: unknown
  readonly bytes?: Blob
}
/** A blob says its own type; a route without a body sends none. */
const bodyOf = (route: Route, { body, bytes }: Given): { headers?: Record<string, string>; body?: Blob | string } => {
  if (bytes !== undefined) return { body: bytes }
  return route.body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) } : {}
}

export const createClient = (options: ClientOptions = {}): Client => {
  const send = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args))
  const call = async (route: Route, input: Given = {}, signal?: AbortSignal) => {
    const address = addressOf(
      route.path,
      input.params as Record<string, unknown>,
      input.query as Record<string, unknown>,
    )
    const { headers, ...body } = bodyOf(route, input)
    const reply = await send(`${options.baseUrl ?? ''}${address}`, {
      method: route.method,
      headers: { ...headers, ...options.headers },
      credentials: 'same-origin',
      ...body,
      ...(signal ? { signal } : {}),
    })
    if (!reply.ok) throw await toProblem(reply)
    return route.bytes === 'reply' ? reply.blob() : reply.json()
  }
  return Object.fromEntries(
    Object.entries(ROUTES).map(([name, route]) => [
      name,
      (input?: object, signal?: AbortSignal) => call(route, input, signal),
    ]),
  ) as unknown as Client
}
