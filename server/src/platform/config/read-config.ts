// Turns the environment into typed settings, or into one error that names every wrong variable and what it accepts.
import type { TSchema } from 'typebox'
import Value from 'typebox/value'
import type { ConfigOf, Setting, Settings } from './define-config.ts'
import { describeSchema } from './describe-schema.ts'

export type Definitions = Readonly<Record<string, Settings>>
/** `{http: {port: 8080, …}, bus: {…}}`: a group of values for each group of definitions. */
export type ConfigValues<D extends Definitions> = { readonly [K in keyof D]: ConfigOf<D[K]> }

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  /** One line for each wrong variable. */
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(`The configuration is wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.lines = lines
  }
}

const BOOLEANS = new Map<string, boolean>([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['0', false],
  ['no', false],
  ['off', false],
])

const parseText = (schema: TSchema, text: string): unknown => {
  const { type, items } = schema as { type?: string; items?: TSchema }
  if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  if (type === 'boolean') return BOOLEANS.get(text.toLowerCase()) ?? text
  if (type === 'array')
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => (items ? parseText(items, item) : item))
  return text
}

const readOne = (setting: Setting, given: string | undefined): { value: unknown } | { wrong: string } => {
  if (given === undefined || given.trim() === '') return { value: setting.default }
  const value = parseText(setting.schema, given.trim())
  if (Value.Check(setting.schema, value)) return { value }
  const shown = setting.secret ? 'the value given' : JSON.stringify(given.slice(0, 60))
  return { wrong: `${setting.env}: ${shown} is not accepted. It takes ${describeSchema(setting.schema)}.` }
}

/**
 * Reads every setting of every group. An unset or empty variable takes the default.
 * @throws ConfigError listing all wrong variables at once, and variables that two settings claim.
 */
export const readConfig = <D extends Definitions>(
  definitions: D,
  env: Readonly<Record<string, string | undefined>>,
): ConfigValues<D> => {
  const wrong: string[] = []
  const claimed = new Map<string, string>()
  const groups: Record<string, Record<string, unknown>> = {}
  for (const [group, settings] of Object.entries(definitions)) {
    const values: Record<string, unknown> = {}
    groups[group] = values
    for (const [name, setting] of Object.entries(settings)) {
      const owner = claimed.get(setting.env)
      if (owner !== undefined) wrong.push(`${setting.env}: claimed by both ${owner} and ${group}.${name}.`)
      claimed.set(setting.env, `${group}.${name}`)
      const read = readOne(setting, env[setting.env])
      if ('wrong' in read) wrong.push(read.wrong)
      else values[name] = read.value
    }
  }
  if (wrong.length > 0) throw new ConfigError(wrong)
  return groups as ConfigValues<D>
}
