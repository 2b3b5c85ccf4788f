// An encoder measured on a set of emotions: alone, and joined with our model as the server joins them.
import { EncoderError } from '../../server/src/features/understanding/encoder/encoder-error.ts'
import { type OpenEncoder, openEncoder } from '../../server/src/features/understanding/encoder/open-encoder.ts'
import { silentLog } from '../../server/src/platform/log.ts'
import {
  EMOTIONS,
  type Emotion,
  type Feeling,
  joinEncoder,
  NO_FEELING,
  trainEmotion,
} from '../../understanding/src/feeling/index.ts'
import { accuracy, bootstrap, macroF1 } from '../../understanding/src/learn/index.ts'
import { InputError, labelledOf } from './json-lines.ts'
import { type Figures, type Files, partsOf } from './measure-task.ts'

/** How sets call the emotions; the training script knows the same. */
const ALSO: Readonly<Record<string, Emotion>> = {
  anger: 'angry',
  sadness: 'sad',
  fear: 'afraid',
  joy: 'happy',
  surprise: 'surprised',
  none: 'neutral',
}
const emotionOf = (label: string): Emotion => {
  const name = ALSO[label] ?? label
  if (!(EMOTIONS as readonly string[]).includes(name))
    throw new InputError(`the label ${JSON.stringify(label)} is none of ${EMOTIONS.join(', ')}`)
  return name as Emotion
}

interface Asked {
  readonly gold: Emotion
  readonly fast: Feeling
  readonly encoded: Float32Array
}
const joined = ({ fast, encoded }: Asked, share: number): Emotion => joinEncoder(fast, encoded, share).emotion
const golds = (rows: readonly Asked[]): Emotion[] => rows.map(({ gold }) => gold)
const qualityOf = (rows: readonly Asked[], share: number): number =>
  macroF1(
    golds(rows),
    rows.map((row) => joined(row, share)),
  )

const SHARES = Array.from({ length: 21 }, (_, i) => i / 20)
/** The share with the best macro-F1; of equals the smallest. */
const shareFor = (rows: readonly Asked[]): number =>
  SHARES.reduce((best, share) => (qualityOf(rows, share) > qualityOf(rows, best) ? share : best))

const figuresOf = (rows: readonly Asked[], share: number): Figures => {
  const gold = golds(rows)
  const guess = rows.map((row) => joined(row, share))
  const right = gold.map((label, i) => label === guess[i])
  return { accuracy: accuracy(gold, guess), interval: bootstrap(right), macroF1: macroF1(gold, guess) }
}

/** Nothing is late while measuring. */
const LIMIT_MS = 60_000

const opened = async (folder: string): Promise<OpenEncoder> => {
  try {
    return await openEncoder({ folder, log: silentLog, limitMs: LIMIT_MS })
  } catch (error) {
    if (error instanceof EncoderError) throw new InputError(`${folder}: ${error.message}`)
    throw error
  }
}

/** No encoder that stands in the folder, or a label that is no emotion: InputError. */
export const measureEncoder = async (files: Files, folder: string): Promise<Figures> => {
  const { train, test, valid } = await partsOf(files, labelledOf)
  const encoder = await opened(folder)
  try {
    const model = trainEmotion(train, valid ?? [])
    let busyMs = 0
    const ask = async ({ text, label }: { text: string; label: string }): Promise<Asked> => {
      const began = performance.now()
      const encoded = await encoder.emotions(text)
      busyMs += performance.now() - began
      const emotion = emotionOf(model.classify(text))
      return { gold: emotionOf(label), fast: { ...NO_FEELING, emotion, probability: model.probability(text) }, encoded }
    }
    const choosing: Asked[] = []
    for (const row of valid ?? []) choosing.push(await ask(row))
    const rows: Asked[] = []
    for (const row of test) rows.push(await ask(row))
    const micros = (busyMs * 1000) / (rows.length + choosing.length)
    const share = choosing.length > 0 ? shareFor(choosing) : encoder.share
    return {
      encoder: { name: encoder.name, ...figuresOf(rows, 1), microsPerMessage: micros },
      joined: { share, ...figuresOf(rows, share) },
    }
  } finally {
    await encoder.close()
  }
}
