// The thread that trains: what it is given, progress on the way, a model's bytes and its figures at the end.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type Figures, NONE_INTENT } from '@ballast/contract/routes/language'
import { trainIntents } from '@ballast/understanding/intent'
import { asTaught } from '@ballast/understanding/shipped'
import { figuresOf, foldsOf, type Said } from './rules/figures.ts'
import type { Taught } from './rules/intent-set.ts'

export interface Task {
  readonly examples: readonly Taught[]
  /** How many times a part is held out and asked; 0: no figures. */
  readonly folds: number
}
export type Report = { readonly progress: number } | { readonly bytes: Uint8Array; readonly figures: Figures }

const { examples: given, folds } = workerData as Task
const examples = given.map(({ text, label }) => ({ text: asTaught(text), label }))
const tell = (report: Report): void => parentPort?.postMessage(report)
const options = { oosLabel: NONE_INTENT }

const judge = (): Said[] => {
  const fold = foldsOf(
    examples.map(({ label }) => label),
    folds,
  )
  const answers: Said[] = []
  for (let which = 0; which < folds; which++) {
    const model = trainIntents(
      examples.filter((_, i) => fold[i] !== which),
      options,
    )
    for (const [i, { text, label }] of examples.entries()) {
      if (fold[i] !== which) continue
      const { label: said, probability } = model.classify(text)
      answers.push({ gold: label, said, probability })
    }
    tell({ progress: Math.round((100 * (which + 1)) / (folds + 1.3)) })
  }
  return answers
}

// Customers first. On Linux this is the calling thread's niceness; elsewhere it would be the whole process's.
if (process.platform === 'linux') setPriority(10)

const answers = folds === 0 ? [] : judge()
const began = performance.now()
const bytes = trainIntents(examples, options).toBytes()
const trainSeconds = (performance.now() - began) / 1000
tell({ bytes, figures: { ...figuresOf(answers), trainSeconds, modelBytes: bytes.length } })
