// Says in words what a setting accepts: for the error an operator reads and for the generated page.
import type { TSchema } from 'typebox'

interface Keywords {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly TSchema[]
  readonly items?: TSchema
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
}

const range = (low: number | undefined, high: number | undefined): string => {
  if (low !== undefined && high !== undefined) return ` from ${low} to ${high}`
  if (low !== undefined) return `, at least ${low}`
  return high === undefined ? '' : `, at most ${high}`
}

/** "a whole number from 1 to 65535", "one of: debug, info". */
export const describeSchema = (schema: TSchema): string => {
  const is = schema as Keywords
  if (is.enum) return `one of: ${is.enum.join(', ')}`
  if (is.const !== undefined) return String(is.const)
  if (is.anyOf) return is.anyOf.map(describeSchema).join(' or ')
  switch (is.type) {
    case 'integer':
      return `a whole number${range(is.minimum, is.maximum)}`
    case 'number':
      return `a number${range(is.minimum, is.maximum)}`
    case 'boolean':
      return 'true or false'
    case 'array':
      return `a comma-separated list, each ${is.items ? describeSchema(is.items) : 'text'}`
    default:
      return `text${is.pattern ? ` matching ${is.pattern}` : ''}${is.maxLength ? `, at most ${is.maxLength} characters` : ''}`
  }
}
