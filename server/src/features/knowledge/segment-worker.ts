// The thread that makes segments: pages of entries in, one segment per language out, its memory handed over.
import { parentPort } from 'node:worker_threads'
import { shippedMeaning } from './meaning.ts'
import {
  buffersOf,
  createSearchIndex,
  type IndexedEntry,
  type ReadySegment,
  readySegments,
} from './rules/search-index.ts'

export interface Task {
  readonly job: number
  /** Null: that was all. */
  readonly entries: readonly IndexedEntry[] | null
}
export interface Answer {
  readonly job: number
  /** Empty until all pages are in. */
  readonly ready: ReadySegment[]
}

const jobs = new Map<number, ReturnType<typeof createSearchIndex>>()

parentPort?.on('message', ({ job, entries }: Task) => {
  const index = jobs.get(job) ?? createSearchIndex()
  if (entries !== null) {
    jobs.set(job, index)
    index.adopt(readySegments(entries, shippedMeaning()))
    for (const _ of index.tidy()) {
      // All at once: nobody waits in this thread.
    }
    parentPort!.postMessage({ job, ready: [] } satisfies Answer)
    return
  }
  jobs.delete(job)
  const ready = index.release()
  parentPort!.postMessage(
    { job, ready } satisfies Answer,
    ready.flatMap(({ segment }) => buffersOf(segment)),
  )
})
