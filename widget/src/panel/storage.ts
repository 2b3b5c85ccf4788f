// What this device remembers of a visit, per inbox: the token and what has not been sent yet. Works without storage too.
import { readStored as read, readWishes, type Wishes, writeStored as write } from '../look.ts'
import type { Unsent } from './connection.ts'
import { createStore, type Store } from './store.ts'

export interface Remembered {
  readonly token: string
  readonly contactId: string
}
const DAY = 86_400_000

/** The time inside a UUIDv7, epoch ms. */
const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

const keysUnder = (prefix: string): string[] => {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
  } catch {
    return []
  }
}
const isVisit = (value: unknown): value is Remembered =>
  typeof (value as Remembered | null)?.token === 'string' && typeof (value as Remembered).contactId === 'string'

/** What is being written: this tab's own, and there again after a reload. */
const createDraft = (name: string): Store<string> => {
  const kept = () => {
    try {
      return sessionStorage.getItem(name) ?? ''
    } catch {
      return ''
    }
  }
  const draft = createStore(kept())
  draft.watch((text) => {
    try {
      if (text === '') sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, text)
    } catch {
      return
    }
  })
  return draft
}

export const createMemory = (inbox: string, page: string) => {
  const visitKey = `ballast:${inbox}:visit`
  const lookKey = `ballast:${inbox}:look`
  const outboxKey = `ballast:${inbox}:outbox:`
  const draft = createDraft(`ballast:${inbox}:draft`)
  const closedKey = `ballast:${inbox}:rating-closed`
  return {
    draft,
    /** The closing line whose "how was it?" was waved away: nobody is asked twice. */
    ratingClosed: (): string | null => {
      const kept = read(closedKey)
      return typeof kept === 'string' ? kept : null
    },
    keepRatingClosed: (messageId: string | null) => write(closedKey, messageId),
    visit: (): Remembered | null => {
      const kept = read(visitKey)
      return isVisit(kept) ? kept : null
    },
    /** How the inbox looked at the last visit: painted before the server has answered. */
    look: (): Wishes | null => {
      const kept = read(lookKey)
      return kept === null ? null : readWishes(kept)
    },
    keepLook: (look: Wishes) => write(lookKey, readWishes(look)),
    keepVisit: (visit: Remembered | null) => write(visitKey, visit),
    /** Another tab of this browser has become somebody. */
    onVisitElsewhere: (run: (visit: Remembered) => void) =>
      addEventListener('storage', ({ key, newValue }) => {
        const visit = key === visitKey && newValue !== null ? read(visitKey) : null
        if (isVisit(visit)) run(visit)
      }),
    /**
     * What pages of this contact left unsent, at most a day old: the server accepts no older ids. A page still open
     * may send the same frames too; their ids are the same, so nothing is stored twice.
     */
    unsent: (contactId: string, now: number): Unsent[] =>
      keysUnder(outboxKey).flatMap((name) => {
        const kept = read(name) as { contactId: string; unsent: Unsent[] } | null
        write(name, null)
        if (kept?.contactId !== contactId || !Array.isArray(kept.unsent)) return []
        return kept.unsent.filter(({ id }) => now - madeAt(id) < DAY)
      }),
    /** Each page has its own key: two tabs never overwrite each other's. */
    keepUnsent: (contactId: string, unsent: readonly Unsent[]) =>
      write(outboxKey + page, unsent.length === 0 ? null : { contactId, unsent: unsent.slice(-50) }),
    /** Another person may use this device next. */
    forget: () => {
      write(visitKey, null)
      write(closedKey, null)
      draft.set(() => '')
      for (const name of keysUnder(outboxKey)) write(name, null)
    },
  }
}
export type Memory = ReturnType<typeof createMemory>
