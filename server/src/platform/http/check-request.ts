// Checks a request against its contract route. Schemas are compiled once; a wrong field is named by its JSON Pointer.
import type { Route } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { cleanText } from '../json.ts'
import { locateFault } from '../schema/locate-fault.ts'

type Place = 'params' | 'query' | 'body'
type Values = Partial<Record<Place, unknown>>

const fromText = (schema: TSchema | undefined, value: unknown): unknown => {
  const { type, items } = (schema ?? {}) as { type?: string; items?: TSchema }
  if (type === 'array') return (Array.isArray(value) ? value : [value]).map((item) => fromText(items, item))
  if (typeof value !== 'string') return value
  if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return cleanText(value)
}

/** Query and path are text on the wire: numbers and booleans are read where the schema wants them. */
const readTexts = (schema: TSchema, given: unknown): Record<string, unknown> => {
  const { properties = {} } = schema as { properties?: Record<string, TSchema> }
  return Object.fromEntries(
    Object.entries((given ?? {}) as object).map(([name, value]) => [
      name,
      fromText(Object.hasOwn(properties, name) ? properties[name] : undefined, value),
    ]),
  )
}

const checkOne = (place: Place, schema: TSchema): ((value: unknown) => unknown) => {
  const compiled = Compile(schema)
  return (given) => {
    const value = place === 'body' ? given : readTexts(schema, given)
    if (compiled.Check(value)) return value
    const fault = locateFault(schema, value)
    const where = place === 'body' ? fault.path : `/${place}${fault.path}`
    throw problem('request.invalid', { path: where, detail: `${place}: ${fault.detail}` })
  }
}

/** Reads `{params, query, body}` of a request. @throws Problem request.invalid, request.unsupported-type */
export const compileRequest = (route: Route): ((request: FastifyRequest) => Values) => {
  const params = route.params && checkOne('params', route.params)
  const query = route.query && checkOne('query', route.query)
  const body = route.body && checkOne('body', route.body)
  return (request) => {
    // A body that is not JSON is left as bytes by the parsers.
    if (Buffer.isBuffer(request.body) && route.bytes !== 'body') throw problem('request.unsupported-type')
    return {
      ...(params && { params: params(request.params) }),
      ...(query && { query: query(request.query) }),
      ...(body && { body: body(request.body) }),
    }
  }
}
