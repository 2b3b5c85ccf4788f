// Finds the one field to correct in a value that does not fit its schema. The compiled check only says no; this runs
// after it and walks schema and value together, choosing the branch of a union by its `kind` or `t`.
import type { TSchema } from 'typebox'
import Value from 'typebox/value'

export interface Fault {
  /** JSON Pointer of the wrong field; '' for the whole value. */
  readonly path: string
  readonly detail: string
}

interface Keywords {
  readonly type?: string
  readonly const?: unknown
  readonly anyOf?: readonly TSchema[]
  readonly items?: TSchema
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | TSchema
}

const DISCRIMINATORS = ['kind', 't', 'type'] as const
const MAX_PATH = 200

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const below = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`.slice(0, MAX_PATH)

const literalOf = (schema: TSchema, name: string): unknown =>
  ((schema as Keywords).properties?.[name] as Keywords | undefined)?.const

const inUnion = (branches: readonly TSchema[], value: unknown, path: string): Fault => {
  if (isRecord(value)) {
    for (const name of DISCRIMINATORS) {
      const told = branches.filter((branch) => literalOf(branch, name) !== undefined)
      if (told.length === 0) continue
      const branch = told.find((one) => literalOf(one, name) === value[name])
      if (branch !== undefined) return locateFault(branch, value, path)
      const words = told.map((one) => literalOf(one, name)).join(', ')
      return { path: below(path, name), detail: `must be one of: ${words}` }
    }
    const objects = branches.filter((branch) => (branch as Keywords).type === 'object')
    if (objects.length === 1 && objects[0] !== undefined) return locateFault(objects[0], value, path)
  }
  return { path, detail: 'fits none of the accepted shapes' }
}

const inObject = (is: Keywords, value: Record<string, unknown>, path: string): Fault | undefined => {
  const properties = is.properties ?? {}
  for (const key of is.required ?? [])
    if (value[key] === undefined) return { path: below(path, key), detail: 'is required' }
  for (const [key, item] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (schema === undefined) {
      if (is.additionalProperties === false) return { path: below(path, key), detail: 'is not a known field' }
    } else if (item !== undefined && !Value.Check(schema, item)) return locateFault(schema, item, below(path, key))
  }
  return undefined
}

/** Call only with a value the schema refuses. */
export const locateFault = (schema: TSchema, value: unknown, path = ''): Fault => {
  const is = schema as Keywords
  if (is.anyOf) return inUnion(is.anyOf, value, path)
  if (is.type === 'object' && isRecord(value)) {
    const fault = inObject(is, value, path)
    if (fault) return fault
  }
  if (is.type === 'array' && Array.isArray(value) && is.items) {
    for (const [index, item] of value.entries())
      if (!Value.Check(is.items, item)) return locateFault(is.items, item, below(path, index))
  }
  return { path, detail: Value.Errors(schema, value)[0]?.message.slice(0, 200) ?? 'does not fit the schema' }
}
