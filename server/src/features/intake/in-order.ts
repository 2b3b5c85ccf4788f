// One person's messages are taken in one after another, in the order they arrived; different people do not wait for each other.

export const createOrder = () => {
  const tails = new Map<string, Promise<void>>()
  return {
    run: <T>(key: string, work: () => Promise<T>): Promise<T> => {
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
    /** People with a message under way. */
    get size() {
      return tails.size
    },
  }
}
