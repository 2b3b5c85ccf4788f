// Reads files in a thread of their own, one at a time: begun with the first, ended when idle, killed when one takes too much.
import { Worker } from 'node:worker_threads'
import type { DocumentProblem } from '../rules/document-shape.ts'
import type { Order, Outcome, Read } from './reading-thread.ts'

export interface Reader {
  /** Rejects only when the reader is closed. */
  read(file: Omit<Order, 'number'>): Promise<{ readonly read: Read } | { readonly problem: DocumentProblem }>
  close(): Promise<void>
}
export interface ReaderOptions {
  /** For one file; default 60 s. */
  readonly timeoutMs?: number
  /** JavaScript's own memory of the thread; default 512. */
  readonly heapMb?: number
  /** How much the whole process may grow over one file, in MB; default 1,024. What lies outside the heap counts too. */
  readonly growthMb?: number
  /** Without work for this long the thread ends and its memory is free; default 20 s. */
  readonly idleMs?: number
}

const MB = 1024 * 1024
const LOOK_MS = 250
const TOO_LARGE = { problem: 'document.too-large' as const }
const BROKEN = { problem: 'document.broken' as const }

type Answer = Awaited<ReturnType<Reader['read']>>
type Limits = Required<ReaderOptions>

/** The answer, or why there is none; `ended`: the thread is of no more use. */
const askThread = (thread: Worker, order: Order, limits: Limits): Promise<{ answer: Answer; ended: boolean }> =>
  new Promise((resolve) => {
    const began = performance.now()
    const before = process.memoryUsage.rss()
    const end = (answer: Answer, ended: boolean) => {
      clearInterval(watch)
      thread.off('message', heard).off('error', failed).off('exit', gone)
      resolve({ answer, ended })
    }
    const heard = ({ number, ...answer }: Outcome) => {
      if (number === order.number) end(answer, false)
    }
    const failed = (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : BROKEN, true)
    const gone = () => end(BROKEN, true)
    const watch = setInterval(() => {
      const grown = process.memoryUsage.rss() - before > limits.growthMb * MB
      if (grown || performance.now() - began > limits.timeoutMs) end(TOO_LARGE, true)
    }, LOOK_MS)
    thread.on('message', heard).on('error', failed).on('exit', gone)
    thread.postMessage(order)
  })

const startThread = (heapMb: number): Worker =>
  new Worker(new URL('./reading-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: 4 },
    // What libraries complain of says nothing to an operator.
    stdout: true,
    stderr: true,
  })

export const createReader = (options: ReaderOptions = {}): Reader => {
  const limits: Limits = { timeoutMs: 60_000, heapMb: 512, growthMb: 1_024, idleMs: 20_000, ...options }
  let thread: Worker | null = null
  let line: Promise<unknown> = Promise.resolve()
  let number = 0
  let idle: NodeJS.Timeout | undefined
  let closed = false
  const stop = async () => {
    const ending = thread
    thread = null
    await ending?.terminate()
  }
  const start = (): Worker => {
    const started = startThread(limits.heapMb)
    // One that dies between two files is only missed by the next.
    started.on('error', () => undefined)
    started.once('exit', () => {
      if (thread === started) thread = null
    })
    return started
  }
  const readNext = async (file: Omit<Order, 'number'>): Promise<Answer> => {
    if (closed) throw new Error('the reader is closed')
    clearTimeout(idle)
    thread ??= start()
    const current = thread
    current.ref()
    const { answer, ended } = await askThread(current, { ...file, number: ++number }, limits)
    if (ended) await stop()
    // Ended from outside, it says nothing of the file.
    if (closed) throw new Error('the reader is closed')
    // Idle it keeps neither the process nor, for long, its memory.
    thread?.unref()
    idle = setTimeout(() => void stop(), limits.idleMs).unref()
    return answer
  }
  return {
    read: (file) => {
      const next = line.then(() => readNext(file))
      line = next.catch(() => undefined)
      return next
    },
    close: async () => {
      closed = true
      clearTimeout(idle)
      await stop()
    },
  }
}
