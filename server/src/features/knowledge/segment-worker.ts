// The thread that takes entries apart: pages in; out come one segment per language, its memory handed over, or what teaches
// the classifier of entries.
import { parentPort } from 'node:worker_threads'
import { shippedMeaning } from './meaning.ts'
import {
  buffersOf,
  createSearchIndex,
  type IndexedEntry,
  type Lesson,
  type ReadySegment,
  readySegments,
  teachEntries,
} from './rules/search-index.ts'

/** Null: that was all. `nothing`: what was sent of this job is not wanted any more; not answered. */
export type Task = { readonly job: number } & (
  | { readonly make: 'segments'; readonly entries: readonly IndexedEntry[] | null }
  | { readonly make: 'classifier'; readonly entries: readonly Lesson[] | null }
  | { readonly make: 'nothing'; readonly entries: null }
)
export interface Answer {
  readonly job: number
  /** Empty until all pages are in. */
  readonly ready: ReadySegment[]
  /** For `entryClassifierFromBytes`; null where there is none. */
  readonly classifier: Uint8Array | null
}

const indexes = new Map<number, ReturnType<typeof createSearchIndex>>()
const lessons = new Map<number, Lesson[]>()

const makeSegments = (job: number, entries: readonly IndexedEntry[] | null): Answer => {
  const index = indexes.get(job) ?? createSearchIndex()
  if (entries === null) {
    indexes.delete(job)
    return { job, ready: index.release(), classifier: null }
  }
  indexes.set(job, index)
  index.adopt(readySegments(entries, shippedMeaning()))
  for (const _ of index.tidy()) {
    // All at once: nobody waits in this thread.
  }
  return { job, ready: [], classifier: null }
}

const makeClassifier = (job: number, entries: readonly Lesson[] | null): Answer => {
  const all = [...(lessons.get(job) ?? []), ...(entries ?? [])]
  if (entries !== null) lessons.set(job, all)
  else lessons.delete(job)
  return { job, ready: [], classifier: entries === null ? teachEntries(all) : null }
}

parentPort?.on('message', (task: Task) => {
  const { job } = task
  if (task.make === 'nothing') {
    indexes.delete(job)
    lessons.delete(job)
    return
  }
  const answer = task.make === 'segments' ? makeSegments(job, task.entries) : makeClassifier(job, task.entries)
  parentPort!.postMessage(
    answer,
    answer.ready.flatMap(({ segment }) => buffersOf(segment)),
  )
})
