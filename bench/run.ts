// `npm run bench -- [name …]`: runs benchmarks, one NDJSON line a figure on stdout and in bench/results/<name>.ndjson.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Benchmark, Report } from './measure.ts'

const here = dirname(fileURLToPath(import.meta.url))
type Listed = Record<string, { about: string; load: () => Promise<{ default: Benchmark }> }>
const OF_KNOWLEDGE: Listed = {
  promotions: {
    about:
      'promotion rules: an edit in force on every process, and a price (--rules=2000,20000 --nodes=2 --rounds=20 --prices=100000)',
    load: () => import('./promotions.ts'),
  },
  documents: {
    about: 'documents of ten pages from upload to the answer (--documents=100 --pages=10)',
    load: () => import('./documents.ts'),
  },
  search: {
    about: 'knowledge search beside MiniSearch and Orama (--entries=100000, --alone: ours only)',
    load: () => import('./search.ts'),
  },
}
const BENCHMARKS: Listed = {
  train: { about: 'commit train against singly committing connections', load: () => import('./train.ts') },
  inquiries: {
    about:
      'question -> stored -> answered over WebSocket, open loop (--seconds=20 --repeats=3 --rate=400 --tenants=200)',
    load: () => import('./inquiries.ts'),
  },
  resume: {
    about: 'resume of one device and of a herd after kill -9 (--resumes=300 --devices=1000 --repeats=1)',
    load: () => import('./resume.ts'),
  },
  desk: {
    about: 'the desk over 100,000 conversations in Chromium (--conversations=100000 --repeats=5)',
    load: () => import('./desk.ts'),
  },
  loader: {
    about: 'what the widget costs a shop page before it is used (--repeats=5 --slower=4)',
    load: () => import('./loader.ts'),
  },
  faults: {
    about: 'kill -9 of the server and of PostgreSQL under load (--kills=20 --seconds=6 --victim=server|postgres)',
    load: () => import('./faults.ts'),
  },
  guard: { about: 'the money guard over full messages (--messages=20000)', load: () => import('./guard.ts') },
  understand: {
    about: 'the whole verdict of a short Chinese message (--messages=1000000)',
    load: () => import('./understand.ts'),
  },
  clusters: { about: 'clusters of unanswered questions (--questions=10000)', load: () => import('./clusters.ts') },
  ...OF_KNOWLEDGE,
  neighbours: {
    about: 'the nearest of many questions (--entries=100000)',
    load: () => import('./neighbours.ts'),
  },
}

const words = process.argv.slice(2)
const names = words.filter((word) => !word.startsWith('--'))
const options = Object.fromEntries(
  words
    .filter((word) => word.startsWith('--'))
    .map((word) => {
      const [name, value] = word.slice(2).split('=')
      return [name!, value ?? 'true']
    }),
)
const unknown = names.filter((name) => !(name in BENCHMARKS))
if (unknown.length > 0 || options.help) {
  process.stderr.write(
    `Benchmarks:\n${Object.entries(BENCHMARKS)
      .map(([name, one]) => `  ${name}  ${one.about}`)
      .join('\n')}\n`,
  )
  process.exit(unknown.length > 0 ? 2 : 0)
}

mkdirSync(join(here, 'results'), { recursive: true })
for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
  const file = join(here, 'results', `${name}.ndjson`)
  writeFileSync(file, '')
  const report: Report = (figure) => {
    const line = JSON.stringify({
      bench: name,
      at: new Date().toISOString(),
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      // Of the whole machine: figures taken while others work on it say little about time.
      loadAverage: Number(loadavg()[0]!.toFixed(2)),
      ...figure,
    })
    process.stdout.write(`${line}\n`)
    appendFileSync(file, `${line}\n`)
  }
  process.stderr.write(`${name}: ${BENCHMARKS[name]!.about}\n`)
  await (await BENCHMARKS[name]!.load()).default(report, options)
}
// A benchmark that found a broken promise has set the exit code.
process.exit()
