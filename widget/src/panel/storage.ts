// What this device remembers of a visit, per inbox: the token and what has not been sent yet. Works without storage too.
import type { Unsent } from './connection.ts'

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

/** The time inside a UUIDv7, epoch ms. */
const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

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
    unsent: (contactId: string, now: number): Unsent[] => {
      const kept = read(outboxKey) as { contactId: string; unsent: Unsent[] } | null
      if (kept?.contactId !== contactId || !Array.isArray(kept.unsent)) return []
      return kept.unsent.filter(({ id }) => now - madeAt(id) < DAY)
    },
    keepUnsent: (contactId: string, unsent: readonly Unsent[]) =>
      write(outboxKey, unsent.length === 0 ? null : { contactId, unsent: unsent.slice(-50) }),
  }
}
export type Memory = ReturnType<typeof createMemory>
