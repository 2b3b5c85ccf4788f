// Turns by key: work of one key runs one after another, in the order it was given; different keys do not wait for each
// other. A turn that fails does not stop those behind it.

export interface Turns {
  take<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Whether somebody of this key is at work or waiting. */
  busy(key: string): boolean
  /** Resolves when nobody is at work. */
  settle(): Promise<void>
}

export const createTurns = (): Turns => {
  const tails = new Map<string, Promise<void>>()
  return {
    take: (key, work) => {
      const turn = (tails.get(key) ?? Promise.resolve()).then(work)
      const quiet = turn.then(
        () => undefined,
        () => undefined,
      )
      tails.set(key, quiet)
      void quiet.then(() => {
        if (tails.get(key) === quiet) tails.delete(key)
      })
      return turn
    },
    busy: (key) => tails.has(key),
    settle: async () => {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
