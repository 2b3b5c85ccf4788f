// What each task of `understand:eval` is measured by: the owners' training and evaluation, on one clock, one set of figures.
import { trainAbuse, trainSpam } from '../../understanding/src/abuse/index.ts'
import { evaluateAddress } from '../../understanding/src/address/index.ts'
import { trainEmotion, trainPolarity } from '../../understanding/src/feeling/index.ts'
import { evaluateIntent } from '../../understanding/src/intent/index.ts'
import { accuracy, bootstrap, macroF1, mcc } from '../../understanding/src/learn/index.ts'
import { evaluatePii } from '../../understanding/src/privacy/index.ts'
import { labelledOf, readRows, spannedOf, taggedOf } from './json-lines.ts'

export const TASKS = ['intent', 'polarity', 'emotion', 'abuse', 'spam', 'address', 'pii'] as const
export type Task = (typeof TASKS)[number]

export interface Files {
  readonly train: string
  readonly test: string
  readonly valid?: string
  readonly oosLabel: string
}
export type Figures = Readonly<Record<string, unknown>>

interface Row {
  readonly text: string
  readonly label: string
}
interface Taught {
  readonly bytes: number
  classify(text: string): string
  /** For emotions: how angry, and from where on it counts. */
  anger?(text: string): number
  readonly alarm?: number
}

const WARM = 200
const now = (): number => performance.now()

/** Recall and precision of the alarm for anger, chosen before the test was looked at. */
const angerFigures = (model: Taught, test: readonly Row[]): Figures => {
  const { alarm, anger } = model
  if (alarm === undefined || !anger || !test.some(({ label }) => /^(angry|anger)$/.test(label))) return {}
  const alarmed = test.map(({ text }) => anger(text) >= alarm)
  const angry = test.map(({ label }) => /^(angry|anger)$/.test(label))
  const both = angry.filter((is, i) => is && alarmed[i]).length
  return {
    angryRecall: both / angry.filter(Boolean).length,
    angryPrecision: both / Math.max(1, alarmed.filter(Boolean).length),
  }
}

/** Teaches, asks every test row once, and counts. */
const measured = (teach: () => Taught, test: readonly Row[]): Figures => {
  const began = now()
  const model = teach()
  const trainSeconds = (now() - began) / 1000
  for (const { text } of test.slice(0, WARM)) model.classify(text)
  const asked = now()
  const guess = test.map(({ text }) => model.classify(text))
  const microsPerMessage = ((now() - asked) * 1000) / test.length
  const gold = test.map(({ label }) => label)
  return {
    accuracy: accuracy(gold, guess),
    interval: bootstrap(gold.map((label, i) => label === guess[i])),
    macroF1: macroF1(gold, guess),
    mcc: mcc(gold, guess),
    ...angerFigures(model, test),
    trainSeconds,
    microsPerMessage,
    modelBytes: model.bytes,
  }
}

const ofLabels =
  (teach: (train: readonly Row[], valid: readonly Row[]) => Taught) =>
  async ({ train, test, valid }: Files): Promise<Figures> => {
    const taught = await readRows(train, labelledOf)
    const tuned = valid === undefined ? [] : await readRows(valid, labelledOf)
    return measured(() => teach(taught, tuned), await readRows(test, labelledOf))
  }

const measureIntent = async ({ train, test, valid, oosLabel }: Files): Promise<Figures> => {
  const taught = await readRows(train, labelledOf)
  const options = valid === undefined ? { oosLabel } : { oosLabel, valid: await readRows(valid, labelledOf) }
  return { ...evaluateIntent(taught, await readRows(test, labelledOf), { ...options, now }) }
}

const measureAddress = async ({ train, test }: Files): Promise<Figures> => ({
  ...evaluateAddress(await readRows(train, taggedOf), await readRows(test, taggedOf), now),
})

/** Personal data is found by rule: nothing is taught, and `train` is not read. */
const measurePii = async ({ test }: Files): Promise<Figures> => {
  const rows = await readRows(test, spannedOf)
  const began = now()
  const figures = evaluatePii(rows)
  return { ...figures, trainSeconds: 0, microsPerMessage: ((now() - began) * 1000) / rows.length, modelBytes: 0 }
}

const MEASURES: Readonly<Record<Task, (files: Files) => Promise<Figures>>> = {
  intent: measureIntent,
  polarity: ofLabels((train) => trainPolarity(train)),
  emotion: ofLabels((train, valid) => trainEmotion(train, valid)),
  abuse: ofLabels((train) => trainAbuse(train)),
  spam: ofLabels((train) => trainSpam(train)),
  address: measureAddress,
  pii: measurePii,
}

/** Refused rows: InputError with file and line. */
export const measureTask = (task: Task, files: Files): Promise<Figures> => MEASURES[task](files)
