// Ids this process took in lately, bounded: a resend is recognised without asking the database about every first send.

export interface RecentIds {
  has(id: string): boolean
  add(id: string): void
}

/** Two halves that take turns: a full one is dropped whole, so nothing is moved and nothing grows. */
export const createRecentIds = (most = 20_000): RecentIds => {
  let young = new Set<string>()
  let old = new Set<string>()
  return {
    has: (id) => young.has(id) || old.has(id),
    add: (id) => {
      young.add(id)
      if (young.size < most / 2) return
      old = young
      young = new Set()
    },
  }
}
