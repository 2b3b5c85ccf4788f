// Hands work on rule sets to threads: one for edits, which somebody waits for, one for files and checks, which take longer.
import { Worker } from 'node:worker_threads'
import type { Work, WorkName } from './work.ts'
import type { Answer, Ask } from './work-thread.ts'

export interface Workshop {
  do<N extends WorkName>(name: N, ...given: Parameters<Work[N]>): Promise<ReturnType<Work[N]>>
  /** Starts the thread for edits, so that the first one does not wait for it. */
  warm(): void
  close(): Promise<void>
}

const QUICK: ReadonlySet<WorkName> = new Set(['changed', 'apply', 'pack', 'unpack'])
/** A set of 20,000 rules as objects needs about 60 MB; more is a mistake. Shared memory stands outside this bound. */
const LIMITS = { maxOldGenerationSizeMb: 512 }

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

const createThread = () => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0
  const fail = (error: Error) => {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const made = new Worker(new URL('./work-thread.ts', import.meta.url), { resourceLimits: LIMITS })
    made.unref()
    made.on('message', (answer: Answer) => {
      const one = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) made.unref()
      if ('failed' in answer) one?.reject(new Error(answer.failed))
      else one?.resolve(answer.result)
    })
    made.on('error', (error: Error) => worker === made && fail(error))
    made.on('exit', () => worker === made && fail(new Error('the thread for rules ended')))
    return made
  }
  return {
    warm: () => {
      worker ??= start()
    },
    ask: (name: WorkName, given: readonly unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        worker ??= start()
        const id = ++last
        waiting.set(id, { resolve, reject })
        worker.ref()
        worker.postMessage({ id, name, given } satisfies Ask)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}

export const createWorkshop = (): Workshop => {
  const [quick, slow] = [createThread(), createThread()]
  return {
    do: async (name, ...given) => (await (QUICK.has(name) ? quick : slow).ask(name, given)) as never,
    warm: quick.warm,
    close: async () => {
      await Promise.all([quick.close(), slow.close()])
    },
  }
}
