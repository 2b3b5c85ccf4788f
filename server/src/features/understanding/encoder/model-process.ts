// Keeps one model process: hands it one question at a time, gives up on late answers, ends it when it hangs, starts it
// anew when it ends.
import { type ChildProcess, fork } from 'node:child_process'
import type { Log } from '../../../platform/log.ts'
import { EncoderError } from './encoder-error.ts'
import type { Opening, Question, Told } from './run-model.ts'

export interface ModelProcess {
  /** Rejects with EncoderError once `limitMs` have passed, waiting in line included. */
  ask(ids: readonly number[], limitMs: number): Promise<Float32Array>
  close(): Promise<void>
}

interface Job extends Question {
  readonly settle: (answer: Float32Array | EncoderError) => void
  done: boolean
}

/** More than these are answered without the encoder at once: the last in line would be late anyway. */
const MOST_WAITING = 16
const OPEN_MS = 60_000
/** A process this long over one sentence is taken for hung. */
const HUNG_MS = 5_000
const AGAIN_MS = 1_000
const AGAIN_MOST_MS = 60_000

/** Nothing of our environment: no secret may reach native code by accident. */
const launch = (): ChildProcess =>
  fork(new URL('./run-model.ts', import.meta.url), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/** Resolves when the model stands. @throws EncoderError with the process ended */
const opened = (opening: Opening, signal: AbortSignal): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new EncoderError('it was stopped'))
    const child = launch()
    const leave = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      for (const event of ['error', 'exit', 'message']) child.removeAllListeners(event)
    }
    const end = (why: string) => {
      leave()
      // It may have ended by itself already.
      child.on('error', () => {})
      child.kill('SIGKILL')
      reject(new EncoderError(why))
    }
    const stop = () => end('it was stopped')
    const timer = setTimeout(() => end(`the model did not stand after ${OPEN_MS / 1000} s`), OPEN_MS)
    signal.addEventListener('abort', stop)
    child.on('error', (error) => end(`its process could not be run (${error.message})`))
    child.on('exit', (code, by) => end(`its process ended while it opened (${by ?? code})`))
    child.once('message', (told: Told) => {
      if ('refused' in told) return end(told.refused)
      leave()
      resolve(child)
    })
    child.send(opening)
  })

interface State {
  child: ChildProcess | undefined
  running: Job | undefined
  readonly waiting: Job[]
  hung: NodeJS.Timeout | undefined
  again: NodeJS.Timeout | undefined
  failures: number
  readonly closing: AbortController
}

const freshState = (): State => ({
  child: undefined,
  running: undefined,
  waiting: [],
  hung: undefined,
  again: undefined,
  failures: 0,
  closing: new AbortController(),
})

const pump = (state: State): void => {
  if (state.running !== undefined || state.child === undefined) return
  const job = state.waiting.shift()
  if (job === undefined) return
  const { child } = state
  state.running = job
  state.hung = setTimeout(() => child.kill('SIGKILL'), HUNG_MS)
  child.send({ id: job.id, ids: job.ids } satisfies Question, (error) => {
    // The process is ending; its end settles the rest.
    if (error) job.settle(new EncoderError('its process is gone'))
  })
}

const onTold = (state: State, told: Told): void => {
  const job = state.running
  if (!('id' in told) || told.id !== job?.id) return
  clearTimeout(state.hung)
  state.running = undefined
  if ('answer' in told) {
    state.failures = 0
    job.settle(told.answer)
  } else job.settle(new EncoderError(told.failed))
  pump(state)
}

const dropAll = (state: State, why: string): void => {
  clearTimeout(state.hung)
  state.child = undefined
  for (const job of [state.running, ...state.waiting.splice(0)]) job?.settle(new EncoderError(why))
  state.running = undefined
}

const keep = (state: State, child: ChildProcess, onEnd: (why: string) => void): void => {
  state.child = child
  child.on('message', (told: Told) => onTold(state, told))
  // A send to a process that is ending; its end is what counts.
  child.on('error', () => {})
  child.once('exit', (code, signal) => {
    dropAll(state, 'its process ended')
    if (!state.closing.signal.aborted) onEnd(String(signal ?? code))
  })
  pump(state)
}

/** Starts it anew, later after each failure; says so each time. */
const restarting = (state: State, opening: Opening, log: Log): ((why: string) => void) => {
  const restart = (why: string): void => {
    const afterMs = Math.min(AGAIN_MOST_MS, AGAIN_MS * 2 ** state.failures++)
    log.warn({ why, afterMs }, 'encoder.stopped')
    state.again = setTimeout(async () => {
      try {
        keep(state, await opened(opening, state.closing.signal), restart)
      } catch (error) {
        if (!state.closing.signal.aborted) restart((error as Error).message)
      }
    }, afterMs).unref()
  }
  return restart
}

const close = (state: State): Promise<void> => {
  const { child } = state
  state.closing.abort()
  clearTimeout(state.again)
  dropAll(state, 'the encoder is closed')
  if (child === undefined) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    if (!child.kill('SIGKILL')) resolve()
  })
}

/** @throws EncoderError saying what is missing or wrong; then no process is left */
export const openModelProcess = async (
  opening: Opening,
  { log, signal }: { readonly log: Log; readonly signal: AbortSignal },
): Promise<ModelProcess> => {
  const state = freshState()
  keep(state, await opened(opening, signal), restarting(state, opening, log))
  let next = 0
  return {
    ask: (ids, limitMs) =>
      new Promise((resolve, reject) => {
        if (state.child === undefined) return reject(new EncoderError('its process is not running'))
        if (state.waiting.length >= MOST_WAITING) return reject(new EncoderError('too many are waiting'))
        const timer = setTimeout(() => {
          const at = state.waiting.indexOf(job)
          if (at >= 0) state.waiting.splice(at, 1)
          job.settle(new EncoderError(`no answer within ${limitMs} ms`))
        }, limitMs)
        const job: Job = {
          id: next++,
          ids,
          done: false,
          settle: (answer) => {
            if (job.done) return
            job.done = true
            clearTimeout(timer)
            if (answer instanceof EncoderError) reject(answer)
            else resolve(answer)
          },
        }
        state.waiting.push(job)
        pump(state)
      }),
    close: () => close(state),
  }
}
