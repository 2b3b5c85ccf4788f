// What this device remembers of a visit, per inbox: the token and what has not been sent yet. Works without storage too.
import type { Waiting } from './connection.ts'

export interface Remembered {
  readonly token: string
  readonly contactId: string
}
const DAY = 86_400_000

const read = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}
const write = (name: string, value: unknown): void => {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(value))
  } catch {
    return
  }
}

export const createMemory = (inbox: string) => {
  const visitKey = `ballast:${inbox}:visit`
  const outboxKey = `ballast:${inbox}:outbox`
  return {
    visit: (): Remembered | null => {
      const kept = read(visitKey) as Remembered | null
      return typeof kept?.token === 'string' && typeof kept.contactId === 'string' ? kept : null
    },
    keepVisit: (visit: Remembered | null) => write(visitKey, visit),
    /** Unsent frames of this contact, at most a day old: the server accepts no older ids. */
    outbox: (contactId: string, now: number): Waiting[] => {
      const kept = read(outboxKey) as { contactId: string; waiting: Waiting[] } | null
      if (kept?.contactId !== contactId || !Array.isArray(kept.waiting)) return []
      return kept.waiting.filter((entry) => now - entry.at < DAY)
    },
    keepOutbox: (contactId: string, waiting: readonly Waiting[]) =>
      write(outboxKey, waiting.length === 0 ? null : { contactId, waiting: waiting.slice(-50) }),
  }
}
export type Memory = ReturnType<typeof createMemory>
