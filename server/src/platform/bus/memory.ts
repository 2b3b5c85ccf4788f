// The bus of a single process.
import type { Log } from '../log.ts'
import { type Bus, checkPattern, checkSubject } from './bus.ts'

interface Subscriber {
  readonly matches: (subject: string) => boolean
  readonly handle: (payload: unknown, subject: string) => void
  active: boolean
}

const matcherOf = (pattern: string): ((subject: string) => boolean) => {
  if (!/[*>]/.test(pattern)) return (subject) => subject === pattern
  const wanted = pattern.split('.')
  const open = wanted.at(-1) === '>'
  const fixed = open ? wanted.slice(0, -1) : wanted
  return (subject) => {
    const tokens = subject.split('.')
    if (open ? tokens.length <= fixed.length : tokens.length !== fixed.length) return false
    return fixed.every((token, at) => token === '*' || token === tokens[at])
  }
}

export const memoryBus = (parts: { readonly log: Log }): Bus => {
  const exact = new Map<string, Set<Subscriber>>()
  const wild = new Set<Subscriber>()
  let queue: { subject: string; payload: unknown }[] = []
  let delivery: Promise<void> | undefined
  let open = true

  const give = (subscriber: Subscriber, subject: string, payload: unknown): void => {
    if (!subscriber.active) return
    try {
      subscriber.handle(payload, subject)
    } catch (err) {
      parts.log.error({ err, subject }, 'bus.handler-failed')
    }
  }
  const deliverAll = (): void => {
    const batch = queue
    queue = []
    delivery = undefined
    for (const { subject, payload } of batch) {
      for (const subscriber of [...(exact.get(subject) ?? [])]) give(subscriber, subject, payload)
      for (const subscriber of [...wild]) if (subscriber.matches(subject)) give(subscriber, subject, payload)
    }
  }
  const subscribersFor = (pattern: string): Set<Subscriber> => {
    if (/[*>]/.test(pattern)) return wild
    const found = exact.get(pattern) ?? new Set()
    exact.set(pattern, found)
    return found
  }

  return {
    get connected() {
      return open
    },
    publish: (subject, payload) => {
      checkSubject(subject)
      if (!open) return
      queue.push({ subject, payload })
      delivery ??= new Promise((done) =>
        setImmediate(() => {
          deliverAll()
          done()
        }),
      )
    },
    subscribe: (pattern, handle) => {
      checkPattern(pattern)
      const subscriber: Subscriber = { matches: matcherOf(pattern), handle, active: true }
      const among = subscribersFor(pattern)
      among.add(subscriber)
      return {
        unsubscribe: () => {
          subscriber.active = false
          among.delete(subscriber)
          if (among !== wild && among.size === 0 && exact.get(pattern) === among) exact.delete(pattern)
        },
      }
    },
    flush: async () => delivery,
    close: async () => {
      await delivery
      open = false
      exact.clear()
      wild.clear()
    },
  }
}
