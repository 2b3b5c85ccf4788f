// Makes segments and classifiers of many entries in a thread of its own, so that no conversation is held up.
import { Worker } from 'node:worker_threads'
import {
  type EntryClassifier,
  entryClassifierFromBytes,
  type IndexedEntry,
  type Lesson,
  type ReadySegment,
} from './rules/search-index.ts'
import type { Answer, Task } from './segment-worker.ts'

/** Reads pages until there are no more, and makes one segment per language of all of them. */
export interface SegmentMaker {
  make(pages: AsyncIterable<readonly IndexedEntry[]>): Promise<ReadySegment[]>
  /** Teaches the classifier of entries: about a second for a few hundred. Null: there is none of so few or so many. */
  teach(pages: AsyncIterable<readonly Lesson[]>): Promise<EntryClassifier | null>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

type Pages =
  | { readonly make: 'segments'; readonly pages: AsyncIterable<readonly IndexedEntry[]> }
  | { readonly make: 'classifier'; readonly pages: AsyncIterable<readonly Lesson[]> }

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
  const run = async ({ make, pages }: Pages): Promise<Answer> => {
    clearTimeout(idle)
    jobs++
    const job = ++lastJob
    try {
      // One page at a time: the next is read while nothing but its predecessor waits in the thread.
      for await (const entries of pages) await tell({ job, make, entries } as Task)
      return await tell({ job, make, entries: null })
    } catch (error) {
      // What the thread already has of it is of no use to anybody.
      worker?.postMessage({ job, make: 'nothing', entries: null } satisfies Task)
      throw error
    } finally {
      if (--jobs === 0) idle = setTimeout(() => void stop(), IDLE_MS).unref()
    }
  }
  return {
    make: async (pages) => (await run({ make: 'segments', pages })).ready,
    teach: async (pages) => {
      const { classifier } = await run({ make: 'classifier', pages })
      return classifier && entryClassifierFromBytes(classifier)
    },
    close: stop,
  }
}
