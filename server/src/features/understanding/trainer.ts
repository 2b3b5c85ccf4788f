// Runs trainings in threads of their own, a few at a time over all workspaces; the rest wait in line.
import { Worker } from 'node:worker_threads'
import type { Figures } from '@ballast/contract/routes/language'
import type { Report, Task } from './train-worker.ts'

export interface Trained {
  readonly bytes: Uint8Array
  readonly figures: Figures
}
export interface Trainer {
  /** `begun`: its turn has come; `progress` 0..100. Rejects with the signal's reason when it is stopped. */
  train(task: Task, more: TrainOptions): Promise<Trained>
}
export interface TrainOptions {
  readonly signal: AbortSignal
  readonly begun?: () => void
  readonly progress?: (percent: number) => void
}

/** A set of 20,000 examples needs about 300 MB; more is a mistake. Typed arrays stand outside this bound. */
const LIMITS = { maxOldGenerationSizeMb: 1024 }

const inThread = (task: Task, { signal, progress }: TrainOptions): Promise<Trained> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: LIMITS,
    })
    const stop = () => {
      reject(signal.reason)
      void worker.terminate()
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.on('message', (report: Report) => {
      if ('progress' in report) progress?.(report.progress)
      else resolve(report)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop)
      // After `resolve` this says nothing.
      reject(new Error('the training ended without a model'))
    })
  })

export const createTrainer = (mostAtOnce = 1): Trainer => {
  let running = 0
  const line: (() => void)[] = []
  const place = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const enter = () => {
        signal.removeEventListener('abort', leave)
        running++
        resolve()
      }
      const leave = () => {
        line.splice(line.indexOf(enter), 1)
        reject(signal.reason)
      }
      if (running < mostAtOnce) return enter()
      signal.addEventListener('abort', leave, { once: true })
      line.push(enter)
    })
  return {
    train: async (task, options) => {
      await place(options.signal)
      try {
        options.begun?.()
        return await inThread(task, options)
      } finally {
        running--
        line.shift()?.()
      }
    },
  }
}
