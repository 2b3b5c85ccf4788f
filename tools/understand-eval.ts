// `npm run -s understand:eval -- --task … --train F --test F`: teaches on train, tunes on valid or within train, asks the
// test once, prints one JSON line.
import { parseArgs } from 'node:util'
import { measureNlp } from './understanding/against-nlp.ts'
import { InputError } from './understanding/json-lines.ts'
import { type Files, measureTask, TASKS, type Task } from './understanding/measure-task.ts'

const USAGE = `Usage: npm run -s understand:eval -- --task ${TASKS.join('|')} --train FILE --test FILE
  [--valid FILE]           thresholds are chosen here instead of by cross-validation on train
  [--hold-out N]           instead of --test: each N-th row of train is kept out of it and asked
  [--halves]               where there is no test part: every other row of --test tunes, the rest is asked
  [--without FIELD=VALUE]  rows with this value are left out
  [--oos-label oos]        the label that means: none of the intents
  [--against node-nlp]     measures NLP.js on the same files in the same run (installed into a temporary folder)
  [--encoder FOLDER]       emotion: an encoder alone and beside our model; its share is chosen on valid, else its card's
Rows: {"text","label"}; for address {"chars","tags"}; for pii {"text","spans":[[start,end,type]]} and no --train;
--test held-out there means the project's own cases.`

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
        encoder: { type: 'string' },
        'hold-out': { type: 'string' },
        halves: { type: 'boolean', default: false },
        without: { type: 'string' },
      },
    }).values
  } catch (error) {
    return wrong((error as Error).message)
  }
}

const isTask = (word: string | undefined): word is Task => (TASKS as readonly (string | undefined)[]).includes(word)

/** `--hold-out 3`: a whole number from two. */
const holdOutOf = (word: string | undefined): { holdOut?: number } => {
  if (word === undefined) return {}
  const holdOut = Number(word)
  return Number.isInteger(holdOut) && holdOut > 1 ? { holdOut } : wrong(`--hold-out ${word}: a whole number from 2`)
}
const withoutOf = (word: string | undefined): Pick<Files, 'without'> => {
  if (word === undefined) return {}
  const at = word.indexOf('=')
  return at > 0 ? { without: [word.slice(0, at), word.slice(at + 1)] } : wrong(`--without ${word}: FIELD=VALUE`)
}

interface Words {
  readonly task: Task
  readonly files: Files
  readonly against: boolean
  readonly encoder: string | undefined
}
const readWords = (): Words => {
  const { task, train, test, valid, against, encoder, without, ...words } = wordsOf()
  if (!isTask(task)) return wrong(`--task ${task ?? ''}: one of ${TASKS.join(', ')}`)
  const held = holdOutOf(words['hold-out'])
  if (test === undefined && (held.holdOut === undefined || task === 'pii')) return wrong('--test is missing')
  if (test !== undefined && held.holdOut !== undefined) return wrong('--test or --hold-out, not both')
  if (words.halves && (test === undefined || valid !== undefined)) return wrong('--halves needs --test and no --valid')
  if (train === undefined && task !== 'pii') return wrong('--train is missing')
  if (against !== undefined && (against !== 'node-nlp' || task !== 'intent'))
    return wrong('--against node-nlp, for --task intent only')
  if (encoder !== undefined && task !== 'emotion') return wrong('--encoder is for --task emotion')
  const files = {
    train: train ?? '',
    test: test ?? '',
    oosLabel: words['oos-label'],
    ...(valid === undefined ? {} : { valid }),
    ...held,
    ...(words.halves ? { halves: true } : {}),
    ...withoutOf(without),
  }
  return { task, files, against: against !== undefined, encoder }
}

/** Shares to four places, times and bytes to three figures after the point at most. */
const short = (name: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(/Seconds|micros|Per/.test(name) ? 3 : 4)) : value

const { task, files, against, encoder } = readWords()
/** Loaded here only: it brings the server's side of understanding along. */
const measuredBeside = async (folder: string) =>
  (await import('./understanding/measure-encoder.ts')).measureEncoder(files, folder)
try {
  const figures = await measureTask(task, files)
  const other = against ? { 'node-nlp': await measureNlp(files) } : {}
  const beside = encoder === undefined ? {} : await measuredBeside(encoder)
  process.stdout.write(`${JSON.stringify({ task, ...figures, ...other, ...beside }, short)}\n`)
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
