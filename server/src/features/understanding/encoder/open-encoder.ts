// An encoder read from a folder: card and vocabulary checked here, the model in a process of its own, and both proved on
// the card's samples before the first customer's sentence.

import type { EncoderPath } from '@ballast/understanding/feeling'
import { EMOTIONS } from '@ballast/understanding/feeling'
import type { Log } from '../../../platform/log.ts'
import { encoderTokens, type Vocabulary } from '../rules/encoder-tokens.ts'
import { EncoderError } from './encoder-error.ts'
import { type ModelProcess, openModelProcess } from './model-process.ts'
import { type Card, readCard } from './read-card.ts'

export interface OpenEncoder extends EncoderPath {
  /** Its weight in `joinEncoder`. */
  readonly share: number
  /** Primary subtags of the languages it was taught. */
  readonly languages: readonly string[]
  close(): Promise<void>
}
export interface EncoderOptions {
  readonly folder: string
  readonly log: Log
  /** For one sentence, waiting in line included. Default 30. */
  readonly limitMs?: number
  /** The module that runs the model, looked for beside it and then among our own. Default `onnxruntime-node`. */
  readonly runtime?: string
  /** Stops the opening; later it means nothing. */
  readonly signal?: AbortSignal
}

const LIMIT_MS = 30
const NEVER = new AbortController().signal
const PROBE_MS = 10_000
/** Other processors and runtimes round differently; another model, vocabulary or order of labels differs by more. */
const PROBE_TOLERANCE = 0.02
const READ_AT_MOST = 600

/** The answer in the order of `EMOTIONS`. @throws EncoderError when it is no distribution over them */
const inOrder = (given: Float32Array, labels: Card['labels']): Float32Array => {
  if (given.length !== labels.length)
    throw new EncoderError(`the model gives ${given.length} numbers; ${labels.length} are expected`)
  const sum = given.reduce((all, each) => all + each, 0)
  if (!(Math.abs(sum - 1) < 0.01) || given.some((each) => !(each >= 0)))
    throw new EncoderError('the model gives numbers that are no probabilities')
  return Float32Array.from(EMOTIONS, (emotion) => given[labels.indexOf(emotion)]!)
}

const prove = async (model: ModelProcess, card: Card, vocabulary: Vocabulary): Promise<void> => {
  for (const [i, probe] of card.probes.entries()) {
    const ids = encoderTokens(vocabulary, probe.text, card.maxTokens)
    if (ids.join() !== probe.ids.join())
      throw new EncoderError(`card.json: probe ${i + 1} is read as other tokens here`)
    const answer = inOrder(await model.ask(ids, PROBE_MS), card.labels)
    const wanted = inOrder(Float32Array.from(probe.probabilities), card.labels)
    if (answer.some((each, c) => Math.abs(each - wanted[c]!) > PROBE_TOLERANCE))
      throw new EncoderError(`card.json: probe ${i + 1} is answered differently here`)
  }
}

/** Off the disk to proved takes a second or more. @throws EncoderError in words for the operator; nothing is left running */
export const openEncoder = async (options: EncoderOptions): Promise<OpenEncoder> => {
  const { folder, log, limitMs = LIMIT_MS, runtime = 'onnxruntime-node', signal = NEVER } = options
  const { card, vocabulary } = await readCard(folder)
  const model = await openModelProcess({ folder, modelSha256: card.modelSha256, runtime }, { log, signal })
  try {
    await prove(model, card, vocabulary)
  } catch (error) {
    await model.close()
    throw error
  }
  return {
    name: card.name,
    share: card.share,
    languages: card.languages,
    emotions: async (text) => {
      const ids = encoderTokens(vocabulary, text.slice(0, READ_AT_MOST), card.maxTokens)
      return inOrder(await model.ask(ids, limitMs), card.labels)
    },
    close: () => model.close(),
  }
}
