// `npm run -s understand:table -- --data FOLDER [--only name,name]`: measures every set that is there, each in a process of
// its own, keeps the figures, and writes the table of docs/understanding.md.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Measured, renderTable, withTable } from './understanding/render-table.ts'
import { type MeasuredSet, SETS } from './understanding/table-sets.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const KEPT = join(root, 'bench', 'results', 'understanding.ndjson')
const DOCUMENT = join(root, 'docs', 'understanding.md')
/** Measured beside NLP.js too. */
const AGAINST = new Set(['curekart', 'clinc150', 'banking77'])
const MOST_MEMORY = '--max-old-space-size=8192'

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
const fail = (text: string): never => {
  say(text)
  process.exit(2)
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' }, against: { type: 'boolean', default: false } },
})
const only = values.only?.split(',')
const unknown = only?.filter((name) => !SETS.some((set) => set.name === name)) ?? []
if (values.data === undefined || unknown.length > 0)
  fail(
    `Usage: npm run -s understand:table -- --data FOLDER [--only ${SETS.map(({ name }) => name).join(',')}] [--against]${unknown.length > 0 ? `\nUnknown: ${unknown.join(', ')}` : ''}`,
  )
const data = values.data!

interface Plan {
  readonly split: string
  readonly words: readonly string[]
}
const isThere = (path: string): boolean => path === 'held-out' || existsSync(join(data, path))

/** Which files stand for what; null when the folder does not hold the set. */
const planOf = (set: MeasuredSet): Plan | null => {
  const more = set.words ?? []
  if (set.task === 'pii') return { split: 'own', words: ['--test', set.tests[0]!, ...more] }
  if (!isThere(set.train)) return null
  const test = set.tests.find(isThere)
  if (test === undefined)
    return set.holdOut
      ? { split: 'a third of train, held out', words: ['--train', set.train, '--hold-out', '3', ...more] }
      : null
  const tuned = set.valid !== undefined && set.valid !== test && isThere(set.valid) ? ['--valid', set.valid] : []
  if (set.tunes && test === set.valid)
    return {
      split: 'half of valid, tuned on the other',
      words: ['--train', set.train, '--test', test, '--halves', ...more],
    }
  const split = /(?:^|\/)(test[^/.]*|valid)\.jsonl$/.exec(test)?.[1] ?? test
  return { split, words: ['--train', set.train, '--test', test, ...tuned, ...more] }
}

const located = (word: string, folder: string): string => (word.endsWith('.jsonl') ? `${folder}/${word}` : word)

const measure = (set: MeasuredSet, { split, words }: Plan): Measured => {
  const all = [
    '--task',
    set.task,
    ...words,
    ...(values.against && AGAINST.has(set.name) ? ['--against', 'node-nlp'] : []),
  ]
  say(`${set.name}: measured on ${split}`)
  const program = join(root, 'tools', 'understand-eval.ts')
  const done = spawnSync(process.execPath, [MOST_MEMORY, program, ...all.map((word) => located(word, data))], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  })
  if (done.status !== 0) return fail(`${set.name}: the measurement failed`)
  const command = `npm run -s understand:eval -- ${all.map((word) => located(word, '<data>')).join(' ')}`
  const { byType: _byType, perType: _perType, ...figures } = JSON.parse(done.stdout) as Record<string, unknown>
  return { name: set.name, split, command, at: new Date().toISOString(), cores: cpus().length, figures }
}

const kept = (): Measured[] =>
  existsSync(KEPT)
    ? readFileSync(KEPT, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Measured)
    : []

const keep = (one: Measured): void => {
  const others = kept().filter(({ name }) => name !== one.name)
  mkdirSync(dirname(KEPT), { recursive: true })
  writeFileSync(KEPT, [...others, one].map((line) => `${JSON.stringify(line)}\n`).join(''))
}

for (const set of SETS) {
  if (only && !only.includes(set.name)) continue
  const plan = planOf(set)
  if (plan) keep(measure(set, plan))
  else say(`${set.name}: not in this folder, left as it was`)
}
const table = renderTable(kept())
const document = withTable(readFileSync(DOCUMENT, 'utf8'), table)
if (document === null) fail(`${DOCUMENT}: the markers of the table are missing`)
else writeFileSync(DOCUMENT, document)
process.stdout.write(`${table}\n`)
