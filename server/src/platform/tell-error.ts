// An error as it may be written down. What an error says about itself may be a customer's: libraries and databases put the value
// they did not like into message, detail and stack. So nothing of it is kept but what cannot hold a value: its kind, its codes,
// the names of our own tables, and the lines of code it passed. The first of those lines is where its wording can be read.

export interface ToldError {
  readonly type: string
  readonly code?: string
  /** Which refusal of ours, or which call of the system. */
  readonly reason?: string
  readonly syscall?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  /** Wording of the engine itself that names code and no value. */
  readonly message?: string
  readonly at?: readonly string[]
  readonly cause?: ToldError
  readonly errors?: readonly ToldError[]
}

const DEEPEST = 4
const MOST_FRAMES = 12
const MOST_ERRORS = 5

/** Names as programs have them; numbers of people have more digits in a row than any of those. */
const NAME = /^(?!.*\d{6})[A-Za-z_$][\w$.-]{0,63}$/
/** SQLSTATE. */
const STATE = /^[0-9A-Z]{5}$/
const WORDS = ['code', 'reason', 'syscall', 'table', 'column', 'constraint'] as const

/** What V8 says about code: the names in it stand in the source. */
const OF_THE_ENGINE = [
  /^Cannot (read|set) properties of (undefined|null) \((reading|setting) '[A-Za-z_$]{1,40}'\)$/,
  /^(\{?\(intermediate value\)\}?\.?)?[A-Za-z_$.]{1,80}(\(\.\.\.\))?(\.[A-Za-z_$]{1,40})* is not (a function|a constructor|iterable|defined)$/,
  /^Cannot access '[A-Za-z_$]{1,40}' before initialization$/,
  /^Assignment to constant variable\.$/,
  /^Maximum call stack size exceeded$/,
  /^Invalid time value$/,
]

/** `at name (file:line:column)`. The wording before them may have lines of its own that look like anything. */
const FRAME =
  /^at (?:(?:async |new )*[\w$.<>#[\] -]{1,120} \()?((?:file|node|data):[^\s()]{1,300}|\/[^()]{1,300}|[A-Z]:\\[^()]{1,300}|<anonymous>|native)(?::\d+:\d+)?\)?$/

const framesOf = (error: Error): string[] => {
  const { stack, message } = error
  if (typeof stack !== 'string') return []
  // The wording stands in front of the frames: it is cut off whole, whatever lines it has.
  const head = stack.indexOf(message)
  const rest = message !== '' && head !== -1 ? stack.slice(head + message.length) : stack
  return rest
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => FRAME.test(line) && !line.includes(message || '\0'))
    .slice(0, MOST_FRAMES)
}

const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string' && (NAME.test(value) || STATE.test(value)) ? value : undefined

const typeOf = (error: object): string => {
  const { name } = error as { name?: unknown }
  return nameOf(name) ?? nameOf(error.constructor?.name) ?? 'Error'
}

const wordsOf = (error: object): Record<string, string> =>
  Object.fromEntries(
    WORDS.flatMap((word) => {
      const value = nameOf((error as Record<string, unknown>)[word])
      return value === undefined ? [] : [[word, value]]
    }),
  )

/** Anything that was thrown, without a word that may be a person's. */
export const tellError = (thrown: unknown, depth = 0): ToldError => {
  if (typeof thrown !== 'object' || thrown === null) return { type: thrown === null ? 'null' : typeof thrown }
  if (!(thrown instanceof Error)) return { type: typeOf(thrown), ...wordsOf(thrown) }
  const { cause, message } = thrown
  const at = framesOf(thrown)
  const { errors } = thrown as { errors?: unknown }
  return {
    type: typeOf(thrown),
    ...wordsOf(thrown),
    ...(OF_THE_ENGINE.some((shape) => shape.test(message)) ? { message } : {}),
    ...(at.length > 0 ? { at } : {}),
    ...(cause !== undefined && depth < DEEPEST ? { cause: tellError(cause, depth + 1) } : {}),
    ...(Array.isArray(errors) && depth < DEEPEST
      ? { errors: errors.slice(0, MOST_ERRORS).map((one) => tellError(one, depth + 1)) }
      : {}),
  }
}
