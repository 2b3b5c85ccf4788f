// NLP.js on the same files: installed into a temporary folder of its own, so that it never becomes a dependency.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accuracy, auroc, bootstrap, macroF1, mcc } from '../../understanding/src/learn/index.ts'
import { InputError, labelledOf } from './json-lines.ts'
import { type Figures, type Files, partsOf } from './measure-task.ts'

const VERSION = '4.27.0'

interface Manager {
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<unknown>
  process(language: string, text: string): Promise<{ intent: string; score: number }>
}

/** Kept between runs: a minute of installing is enough once. */
const installed = (): (new (options: object) => Manager) => {
  const folder = join(tmpdir(), `node-nlp-${VERSION}`)
  if (!existsSync(join(folder, 'node_modules', 'node-nlp', 'package.json'))) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    process.stderr.write(`Installing node-nlp ${VERSION} into a temporary folder…\n`)
    const done = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `node-nlp@${VERSION}`], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    })
    if (done.status !== 0) throw new InputError('node-nlp could not be installed; see the messages above')
  }
  const { NlpManager } = createRequire(join(folder, 'index.js'))('node-nlp') as {
    NlpManager: new (options: object) => Manager
  }
  return NlpManager
}

const HAN = /\p{Script=Han}/u

/** Its own defaults: threshold 0.5, below which it answers `None`, which counts as out of scope. */
export const measureNlp = async (files: Files): Promise<Figures> => {
  const { oosLabel } = files
  const { train, test: asked } = await partsOf(files, labelledOf)
  const taught = train.filter(({ label }) => label !== oosLabel)
  const language = HAN.test(taught.map(({ text }) => text).join('')) ? 'zh' : 'en'
  const manager = new (installed())({
    languages: [language],
    forceNER: false,
    nlu: { log: false },
    autoSave: false,
    ner: false,
  })
  for (const { text, label } of taught) manager.addDocument(language, text, label)
  const began = performance.now()
  await manager.train()
  const trainSeconds = (performance.now() - began) / 1000
  for (const { text } of asked.slice(0, 50)) await manager.process(language, text)
  const started = performance.now()
  const said: { intent: string; score: number }[] = []
  for (const { text } of asked) {
    const { intent, score } = await manager.process(language, text)
    said.push({ intent, score: intent === 'None' ? 0 : score })
  }
  const microsPerMessage = ((performance.now() - started) * 1000) / asked.length
  const gold = asked.map(({ label }) => label)
  const open = gold.includes(oosLabel)
  const guess = said.map(({ intent }) => (intent === 'None' ? oosLabel : intent))
  return {
    version: VERSION,
    ...figuresOf({ gold, guess, scores: said.map(({ score }) => score), oosLabel, open }),
    trainSeconds,
    microsPerMessage,
  }
}

interface Told {
  readonly gold: readonly string[]
  readonly guess: readonly string[]
  readonly scores: readonly number[]
  readonly oosLabel: string
  readonly open: boolean
}
const figuresOf = ({ gold, guess, scores, oosLabel, open }: Told): Figures => {
  const right = gold.map((label, i) => label === guess[i])
  const inside = gold.flatMap((label, i) => (label === oosLabel ? [] : [i]))
  const outside = gold.flatMap((label, i) => (label === oosLabel ? [i] : []))
  const share = (which: readonly number[]) => which.filter((i) => right[i]).length / Math.max(1, which.length)
  const scoresOf = (which: readonly number[]) => which.map((i) => scores[i]!)
  return {
    accuracy: accuracy(gold, guess),
    interval: bootstrap(right),
    macroF1: macroF1(gold, guess),
    mcc: mcc(gold, guess),
    ...(open && {
      inScopeAccuracy: share(inside),
      oosRecall: share(outside),
      oosAuroc: auroc(scoresOf(inside), scoresOf(outside)),
    }),
  }
}
