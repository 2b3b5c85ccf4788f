// The thread: takes one piece of work at a time and answers it.
import { parentPort } from 'node:worker_threads'
import { WORK, type WorkName } from './work.ts'

export interface Ask {
  readonly id: number
  readonly name: WorkName
  readonly given: readonly unknown[]
}
export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failed: string }

parentPort?.on('message', ({ id, name, given }: Ask) => {
  try {
    const result = (WORK[name] as (...given: readonly unknown[]) => unknown)(...given)
    parentPort?.postMessage({ id, result } satisfies Answer)
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
})
