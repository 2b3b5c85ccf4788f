// `npm run -s understand:eval -- --task … --train F --test F`: teaches on train, tunes on valid or within train, asks the
// test once, prints one JSON line.
import { parseArgs } from 'node:util'
import { measureNlp } from './understanding/against-nlp.ts'
import { InputError } from './understanding/json-lines.ts'
import { type Files, measureTask, TASKS, type Task } from './understanding/measure-task.ts'

const USAGE = `Usage: npm run -s understand:eval -- --task ${TASKS.join('|')} --train FILE --test FILE
  [--valid FILE]           thresholds are chosen here instead of by cross-validation on train
  [--oos-label oos]        the label that means: none of the intents
  [--against node-nlp]     measures NLP.js on the same files in the same run (installed into a temporary folder)
Rows: {"text","label"}; for address {"chars","tags"}; for pii {"text","spans":[[start,end,type]]} and no --train.`

const wrong = (message: string): never => {
  process.stderr.write(`${message}\n${USAGE}\n`)
  process.exit(2)
}

const wordsOf = () => {
  try {
    return parseArgs({
      options: {
        task: { type: 'string' },
        train: { type: 'string' },
        test: { type: 'string' },
        valid: { type: 'string' },
        'oos-label': { type: 'string', default: 'oos' },
        against: { type: 'string' },
      },
    }).values
  } catch (error) {
    return wrong((error as Error).message)
  }
}

const isTask = (word: string | undefined): word is Task => (TASKS as readonly (string | undefined)[]).includes(word)

const readWords = (): { task: Task; files: Files; against: boolean } => {
  const { task, train, test, valid, against, 'oos-label': oosLabel } = wordsOf()
  if (!isTask(task)) return wrong(`--task ${task ?? ''}: one of ${TASKS.join(', ')}`)
  if (test === undefined) return wrong('--test is missing')
  if (train === undefined && task !== 'pii') return wrong('--train is missing')
  if (against !== undefined && (against !== 'node-nlp' || task !== 'intent'))
    return wrong('--against node-nlp, for --task intent only')
  const files = { train: train ?? test, test, oosLabel, ...(valid === undefined ? {} : { valid }) }
  return { task, files, against: against !== undefined }
}

/** Shares to four places, times and bytes to three figures after the point at most. */
const short = (name: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(/Seconds|micros|Per/.test(name) ? 3 : 4)) : value

const { task, files, against } = readWords()
try {
  const figures = await measureTask(task, files)
  const other = against ? { 'node-nlp': await measureNlp(files) } : {}
  process.stdout.write(`${JSON.stringify({ task, ...figures, ...other }, short)}\n`)
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
