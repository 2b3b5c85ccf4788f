// One act on many conversations over the routes for one: four at a time, counted, each failure kept with its reason.

export interface Failure<T> {
  readonly item: T
  readonly error: unknown
}
export interface Outcome<T> {
  readonly done: readonly T[]
  readonly failed: readonly Failure<T>[]
}

export interface BulkParts<T> {
  readonly items: readonly T[]
  run(item: T): Promise<unknown>
  /** After each: how many are behind us. */
  progress(settled: number): void
  /** Asked before each: what has not begun is left alone. */
  stopped(): boolean
}

export const AT_ONCE = 4

export const runBulk = async <T>({ items, run, progress, stopped }: BulkParts<T>): Promise<Outcome<T>> => {
  const done: T[] = []
  const failed: Failure<T>[] = []
  let next = 0
  const lane = async () => {
    while (next < items.length && !stopped()) {
      const item = items[next++] as T
      try {
        await run(item)
        done.push(item)
      } catch (error) {
        failed.push({ item, error })
      }
      progress(done.length + failed.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, lane))
  return { done, failed }
}
