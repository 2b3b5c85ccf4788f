// A route is data: the server serves it, the client calls it, OpenAPI and the API page describe it.
import type { Static, TSchema } from 'typebox'
import type { Access } from './permissions.ts'
import type { ProblemCode } from './problems.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Route {
  readonly name: string
  readonly method: Method
  /** Fastify style: `/api/conversations/:conversationId`. */
  readonly path: string
  readonly tag: string
  /** One sentence for the API page. */
  readonly summary: string
  readonly access: Access
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly reply: TSchema
  /** Codes this route may answer with, besides the ones any route may (request.*, rate.*, server.*, auth.*). */
  readonly problems: readonly ProblemCode[]
  /** Largest body in bytes; default 64 KiB. */
  readonly bodyLimit?: number
  /** `body`: the request's body is bytes of any type. `reply`: the answer is. */
  readonly bytes?: 'body' | 'reply'
}

export const route = <const R extends Route>(definition: R): R => definition

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R extends {
  readonly [P in K]: infer S extends TSchema
}
  ? { readonly [P in K]: Static<S> }
  : { readonly [P in K]?: undefined }

/** What a caller passes: `{params, query, body}`, each only when the route has it. */
export type Input<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>
export type Reply<R extends Route> = Static<R['reply']>
