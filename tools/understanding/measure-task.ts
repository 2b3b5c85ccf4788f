// What each task of `understand:eval` is measured by: the owners' training and evaluation, on one clock, one set of figures.
import { trainAbuse, trainSpam } from '../../understanding/src/abuse/index.ts'
import { evaluateAddress } from '../../understanding/src/address/index.ts'
import { trainEmotion, trainPolarity } from '../../understanding/src/feeling/index.ts'
import { evaluateIntent } from '../../understanding/src/intent/index.ts'
import { accuracy, bootstrap, macroF1, mcc } from '../../understanding/src/learn/index.ts'
import { HELD_OUT } from '../../understanding/src/privacy/adversarial.ts'
import { evaluatePii } from '../../understanding/src/privacy/index.ts'
import { type Line, labelledOf, readRows, spannedOf, taggedOf } from './json-lines.ts'

export const TASKS = ['intent', 'polarity', 'emotion', 'abuse', 'spam', 'address', 'pii'] as const
export type Task = (typeof TASKS)[number]

export interface Files {
  readonly train: string
  /** For personal data `held-out` stands for the project's own adversarial cases that nobody tuned on. */
  readonly test: string
  readonly valid?: string
  readonly oosLabel: string
  /** Instead of `test`: each n-th row of train is kept out of it and asked. */
  readonly holdOut?: number
  /** Of `test` every other row is the valid part; the rest is asked. */
  readonly halves?: boolean
  /** Rows whose field has this value are left out of every file. */
  readonly without?: readonly [field: string, value: string]
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

interface Parts<Kind> {
  readonly train: readonly Kind[]
  readonly test: readonly Kind[]
  readonly valid: readonly Kind[] | undefined
}

/** The rows of each part. */
export const partsOf = async <Kind>(files: Files, shape: (line: Line) => Kind): Promise<Parts<Kind>> => {
  const { train, test, valid, holdOut, halves, without } = files
  const read = (file: string) => readRows(file, shape, without)
  const all = await read(train)
  const tuned = valid === undefined ? undefined : await read(valid)
  if (halves) {
    const rows = await read(test)
    return { train: all, test: rows.filter((_, i) => i % 2 === 1), valid: rows.filter((_, i) => i % 2 === 0) }
  }
  if (holdOut === undefined) return { train: all, test: await read(test), valid: tuned }
  const isHeld = (_: Kind, i: number) => i % holdOut === holdOut - 1
  return { train: all.filter((row, i) => !isHeld(row, i)), test: all.filter(isHeld), valid: tuned }
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
  async (files: Files): Promise<Figures> => {
    const { train, test, valid } = await partsOf(files, labelledOf)
    return measured(() => teach(train, valid ?? []), test)
  }

const measureIntent = async (files: Files): Promise<Figures> => {
  const { train, test, valid } = await partsOf(files, labelledOf)
  return { ...evaluateIntent(train, test, { oosLabel: files.oosLabel, now, ...(valid ? { valid } : {}) }) }
}

const measureAddress = async (files: Files): Promise<Figures> => {
  const { train, test } = await partsOf(files, taggedOf)
  return { ...evaluateAddress(train, test, now) }
}

/** Personal data is found by rule: nothing is taught, and `train` is not read. */
const measurePii = async ({ test, without }: Files): Promise<Figures> => {
  const rows = test === 'held-out' ? HELD_OUT : await readRows(test, spannedOf, without)
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
