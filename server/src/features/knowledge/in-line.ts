// A line of work: a few at once, the others wait.

/** Runs a few at once, the others in the order they came. */
export const createLine = (most: number) => {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: (crowded: boolean) => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work(running > 1)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
