// Makes segments of many entries in a thread of its own, so that taking texts apart never holds up a conversation.
import { Worker } from 'node:worker_threads'
import type { IndexedEntry, ReadySegment } from './rules/search-index.ts'
import type { Answer, Task } from './segment-worker.ts'

/** Reads pages until there are no more, and makes one segment per language of all of them. */
export interface SegmentMaker {
  make(pages: AsyncIterable<readonly IndexedEntry[]>): Promise<ReadySegment[]>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** One thread, started with the first job and ended when it has been idle for this long, ms: its dictionaries are 100 MB. */
const IDLE_MS = 60_000

export const createSegmentThread = (): SegmentMaker => {
  let worker: Worker | null = null
  let lastJob = 0
  let idle: NodeJS.Timeout | undefined
  let jobs = 0
  const waiting = new Map<number, Waiting>()

  const start = (): Worker => {
    const started = new Worker(new URL('./segment-worker.ts', import.meta.url))
    started.unref()
    started.on('message', (answer: Answer) => {
      const one = waiting.get(answer.job)
      waiting.delete(answer.job)
      one?.resolve(answer)
    })
    const fail = (error: unknown) => {
      if (worker === started) worker = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    started.on('error', fail)
    started.on('exit', () => fail(new Error('the thread that makes segments ended')))
    return started
  }
  const tell = (task: Task): Promise<Answer> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      waiting.set(task.job, { resolve, reject })
      worker.postMessage(task)
    })
  const stop = async (): Promise<void> => {
    clearTimeout(idle)
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  return {
    make: async (pages) => {
      clearTimeout(idle)
      jobs++
      const job = ++lastJob
      try {
        // One page at a time: the next is read while nothing but its predecessor waits in the thread.
        for await (const entries of pages) await tell({ job, entries })
        return (await tell({ job, entries: null })).ready
      } catch (error) {
        // What the thread already has of it is of no use to anybody.
        worker?.postMessage({ job, entries: null } satisfies Task)
        throw error
      } finally {
        if (--jobs === 0) idle = setTimeout(() => void stop(), IDLE_MS).unref()
      }
    },
    close: stop,
  }
}
