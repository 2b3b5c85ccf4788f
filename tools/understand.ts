// `npm run -s understand`: JSON lines of messages in on stdin, JSON lines of verdicts out on stdout, in order, as they come.
import { once } from 'node:events'
import { verdictOf } from '../understanding/src/verdict.ts'
import { InputError, jsonLines, messageOf } from './understanding/json-lines.ts'
import { readShipped } from './understanding/shipped-models.ts'

if (process.argv.length > 2) {
  process.stderr.write(
    'Usage: npm run -s understand < messages.jsonl\nEach line: {"text": "…", "previous"?: ["…"], "now"?: epoch milliseconds}\n',
  )
  process.exit(2)
}

/** Probabilities to four places: no figure here is surer than that. */
const short = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(4)) : value

// Whoever reads may stop reading (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  const { intents } = readShipped()
  for await (const line of jsonLines(process.stdin, 'stdin')) {
    const { text, previous, now } = messageOf(line)
    const verdict = verdictOf(text, { intents, previous, now: now ?? Date.now() })
    if (!process.stdout.write(`${JSON.stringify(verdict, short)}\n`)) await once(process.stdout, 'drain')
  }
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
