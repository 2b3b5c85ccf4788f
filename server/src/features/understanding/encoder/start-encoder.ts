// The encoder as the server uses it: always there, whether one is configured, opening, broken or fast. Where it has nothing
// to say in time, the fast model's feeling stands.
import { type Feeling, joinEncoder } from '@ballast/understanding/feeling'
import type { Log } from '../../../platform/log.ts'
import { EncoderError } from './encoder-error.ts'
import { type EncoderOptions, type OpenEncoder, openEncoder } from './open-encoder.ts'

export interface Encoder {
  /**
   * The fast feeling weighed against the encoder's, or the fast one: where none is configured or standing, the language
   * (BCP 47) is not among those it was taught, or its limit has passed. Never rejects.
   */
  weigh(fast: Feeling, text: string, language: string): Promise<Feeling>
  /** Whether it stands, once that is known. */
  readonly standing: Promise<boolean>
  close(): Promise<void>
}

const OFF: Encoder = {
  weigh: (fast) => Promise.resolve(fast),
  standing: Promise.resolve(false),
  close: () => Promise.resolve(),
}

/** Our own words for the operator; of any other error only what the log keeps of errors. */
const whyOf = (error: unknown): object => (error instanceof EncoderError ? { why: error.message } : { err: error })

/** Misses are told together, at most once in this time: a slow model must not flood the log. */
const TELL_MS = 60_000

const missTeller = (log: Log): { miss(error: unknown): void; stop(): void } => {
  let missed = 0
  let timer: NodeJS.Timeout | undefined
  return {
    miss: (error) => {
      missed++
      timer ??= setTimeout(() => {
        log.warn({ missed, ...whyOf(error) }, 'encoder.missed')
        timer = undefined
        missed = 0
      }, TELL_MS).unref()
    },
    stop: () => clearTimeout(timer),
  }
}

/** Opens in the background: the server does not wait for it. Without a folder it does nothing and loads nothing. */
export const startEncoder = (
  options: Omit<EncoderOptions, 'folder' | 'signal'> & { readonly folder: string | undefined },
): Encoder => {
  const { folder, log } = options
  if (folder === undefined) return OFF
  let encoder: OpenEncoder | undefined
  const closing = new AbortController()
  const opening = openEncoder({ ...options, folder, signal: closing.signal }).then(
    (one) => {
      encoder = one
      log.info({ name: one.name, share: one.share, languages: one.languages }, 'encoder.ready')
    },
    (error: Error) => {
      if (!closing.signal.aborted) log.error({ ...whyOf(error), folder }, 'encoder.unavailable')
    },
  )
  const told = missTeller(log)
  return {
    weigh: async (fast, text, language) => {
      if (encoder === undefined || !encoder.languages.includes(language.split('-')[0]!)) return fast
      try {
        return joinEncoder(fast, await encoder.emotions(text), encoder.share)
      } catch (error) {
        told.miss(error)
        return fast
      }
    },
    standing: opening.then(() => encoder !== undefined),
    close: async () => {
      told.stop()
      closing.abort()
      await opening
      await encoder?.close()
      encoder = undefined
    },
  }
}
