// A settings schema -> the form the console shows, and the secrets that must never be shown or logged. Pure.
import type { TObject, TSchema } from 'typebox'

export interface FormField {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly secret: boolean
  readonly required: boolean
  readonly type: 'text' | 'number' | 'switch' | 'choice' | 'list'
  readonly choices?: readonly string[]
  readonly default?: unknown
}

type Described = TSchema & {
  type?: string
  title?: string
  description?: string
  secret?: boolean
  default?: unknown
  enum?: readonly string[]
}

const typeOf = (schema: Described): FormField['type'] => {
  if (schema.enum !== undefined) return 'choice'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.type === 'boolean') return 'switch'
  return schema.type === 'array' ? 'list' : 'text'
}

const entriesOf = (settings: TObject): [string, Described][] =>
  Object.entries(settings.properties) as [string, Described][]

/** One field a property, in the order they were declared. */
export const settingsForm = (settings: TObject): FormField[] =>
  entriesOf(settings).map(([name, schema]) => ({
    name,
    label: schema.title ?? name,
    help: schema.description ?? '',
    secret: schema.secret === true,
    required: (settings.required ?? []).includes(name) && schema.default === undefined,
    type: typeOf(schema),
    ...(schema.enum === undefined ? {} : { choices: schema.enum }),
    ...(schema.default === undefined ? {} : { default: schema.default }),
  }))

export const secretNames = (settings: TObject): string[] =>
  entriesOf(settings).flatMap(([name, schema]) => (schema.secret === true ? [name] : []))

/** What a browser may see: a secret is only said to be there. */
export const maskSettings = (settings: TObject, values: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const secrets = new Set(secretNames(settings))
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, secrets.has(name) ? '••••' : value]))
}
