// The bus carries copies and pokes between the processes of one installation. Nothing depends on a message arriving:
// whatever matters is in PostgreSQL and is found there by sequence or by cursor.

export interface Subscription {
  unsubscribe(): void
}

export interface Bus {
  /**
   * `subject`: tokens of `[a-zA-Z0-9_-]` joined by dots. `payload`: plain JSON, which neither side changes afterwards.
   * May be lost, never throws for the network's sake. Reaches this process's own subscriptions too.
   */
  publish(subject: string, payload: unknown): void
  /**
   * `pattern`: as a subject, with `*` for one token and a last `>` for one or more. Messages of one publisher come in
   * order; delivery is never inside `publish`. A handler that throws is logged and harms nobody else.
   */
  subscribe(pattern: string, handle: (payload: unknown, subject: string) => void): Subscription
  /** Resolves when what was published so far has left this process and what was subscribed is in force; at once when disconnected. */
  flush(): Promise<void>
  close(): Promise<void>
  readonly connected: boolean
}

const SUBJECT = /^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*$/
const PATTERN = /^([a-zA-Z0-9_-]+|\*)(\.([a-zA-Z0-9_-]+|\*))*(\.>)?$|^>$/

/** A wrong subject is a bug of ours, not weather: it throws. */
export const checkSubject = (subject: string): void => {
  if (!SUBJECT.test(subject)) throw new TypeError(`Not a bus subject: ${subject.slice(0, 80)}`)
}
export const checkPattern = (pattern: string): void => {
  if (!PATTERN.test(pattern)) throw new TypeError(`Not a bus pattern: ${pattern.slice(0, 80)}`)
}
