// Training a version: begun on any node, watched and stopped from any other through its row.
import { problem, type Uuid } from '@ballast/contract'
import type { Training } from '@ballast/contract/routes/language'
import { appendFacts } from '../../platform/facts/append.ts'
import { fact } from './change-intents.ts'
import { openExamples } from './examples.ts'
import { sealModel } from './models.ts'
import { type LanguageParts, type StaffSide, staffIdOf } from './parts.ts'
import { isTooLittle, type Taught, trainingSet } from './rules/intent-set.ts'
import { lockLanguage, readExamples, readIntents } from './store.ts'
import { changeTraining, insertModel, readTrainingRow, type TrainingRow, writeTraining } from './store-models.ts'
import type { Trained } from './trainer.ts'

export interface Trainings {
  /** @throws Problem training.running, training.too-little */
  start(by: StaffSide): Promise<Training>
  read(tenant: Uuid): Promise<Training | null>
  cancel(tenant: Uuid): Promise<Training | null>
  /** Stops what runs here and waits for its last word. */
  close(): Promise<void>
}

/** How often a running training says that it lives, ms. */
const BEAT_MS = 3_000
/** Silent for this long: its process died. */
const DEAD_MS = 30_000
/** Versions that are kept. */
export const MOST_VERSIONS = 30
const FOLDS = 3

const isRunning = (row: TrainingRow | null, now: number): boolean =>
  row !== null && (row.state === 'waiting' || row.state === 'running') && now - row.beatAt.getTime() < DEAD_MS

const toTraining = (row: TrainingRow, now: number): Training => {
  const { id, progress, version, startedAt } = row
  const lost = (row.state === 'waiting' || row.state === 'running') && !isRunning(row, now)
  return { id, state: lost ? 'failed' : row.state, progress, version, startedAt: startedAt.toISOString() }
}

const gather = async (parts: LanguageParts, tenant: Uuid): Promise<Taught[]> => {
  const read = await parts.database.as(tenant, async (tx) => ({
    intents: await readIntents(tx, tenant),
    rows: await readExamples(tx, tenant),
  }))
  return trainingSet(read.intents, await openExamples(parts.secrets, tenant, read.rows))
}

interface Run {
  readonly by: StaffSide
  readonly id: Uuid
  readonly set: readonly Taught[]
}
const store = async (parts: LanguageParts, { by, id }: Run, { bytes, figures }: Trained): Promise<void> => {
  const { tenant } = by
  const sealed = await sealModel(parts.secrets, tenant, bytes)
  const at = new Date(parts.clock.now())
  await parts.database.as(tenant, async (tx) => {
    await lockLanguage(tx, tenant)
    if (!(await changeTraining(tx, { tenant, id }, { beatAt: at, progress: 100 }))) return
    const made = { bytes: sealed, figures, staffId: staffIdOf(by), at, keep: MOST_VERSIONS }
    const version = await insertModel(tx, tenant, made)
    await changeTraining(tx, { tenant, id }, { beatAt: at, state: 'done', version })
    await appendFacts(tx, [fact(parts, by, 'language.trained', { version })])
  })
}

/** Says how far it is; hears whether somebody stopped it. Only its last report waits for the one before. */
const createBeat = (parts: LanguageParts, { by, id }: Run, stopped: () => void) => {
  let last: { state?: 'running'; progress?: number } = {}
  const beat = async (): Promise<void> => {
    const { tenant } = by
    const lives = await parts.database.as(tenant, (tx) =>
      changeTraining(tx, { tenant, id }, { ...last, beatAt: new Date(parts.clock.now()) }),
    )
    if (!lives) stopped()
  }
  const quietly = () => void beat().catch((err: unknown) => parts.log.warn({ err }, 'training.beat-failed'))
  const timer = setInterval(quietly, BEAT_MS)
  return {
    say: (next: typeof last) => {
      last = { ...last, ...next }
      quietly()
    },
    end: () => clearInterval(timer),
  }
}

const runOne = async (parts: LanguageParts, run: Run, ending: AbortController): Promise<void> => {
  const { tenant } = run.by
  const beat = createBeat(parts, run, () => ending.abort(new Error('stopped')))
  try {
    const trained = await parts.trainer.train(
      { examples: run.set, folds: FOLDS },
      {
        signal: ending.signal,
        begun: () => beat.say({ state: 'running' }),
        progress: (progress) => beat.say({ progress }),
      },
    )
    await store(parts, run, trained)
  } catch (err) {
    if (!ending.signal.aborted) parts.log.error({ err, tenant }, 'training.failed')
    const failed = { state: 'failed' as const, beatAt: new Date(parts.clock.now()) }
    await parts.database.as(tenant, (tx) => changeTraining(tx, { tenant, id: run.id }, failed))
  } finally {
    beat.end()
  }
}

export const createTrainings = (parts: LanguageParts): Trainings => {
  const here = new Map<Uuid, { readonly ending: AbortController; readonly done: Promise<void> }>()
  const begin = (run: Run): void => {
    const ending = new AbortController()
    const done = runOne(parts, run, ending)
      .catch((err: unknown) => parts.log.error({ err }, 'training.not-ended'))
      .finally(() => here.delete(run.id))
    here.set(run.id, { ending, done })
  }
  const read = async (tenant: Uuid): Promise<Training | null> => {
    const row = await parts.database.as(tenant, (tx) => readTrainingRow(tx, tenant))
    return row === null ? null : toTraining(row, parts.clock.now())
  }
  return {
    start: async (by) => {
      const { tenant } = by
      const set = await gather(parts, tenant)
      if (isTooLittle(set)) throw problem('training.too-little')
      const id = parts.ids.uuid()
      const at = new Date(parts.clock.now())
      await parts.database.as(tenant, async (tx) => {
        await lockLanguage(tx, tenant)
        if (isRunning(await readTrainingRow(tx, tenant), at.getTime())) throw problem('training.running')
        await writeTraining(tx, tenant, id, at)
      })
      begin({ by, id, set })
      return { id, state: 'waiting', progress: 0, version: null, startedAt: at.toISOString() }
    },
    read,
    cancel: async (tenant) => {
      const row = await parts.database.as(tenant, async (tx) => {
        const found = await readTrainingRow(tx, tenant)
        const now = new Date(parts.clock.now())
        if (found) await changeTraining(tx, { tenant, id: found.id }, { state: 'cancelled', beatAt: now })
        return found
      })
      // Another node hears of it with its next beat.
      if (row) here.get(row.id)?.ending.abort(new Error('stopped'))
      return read(tenant)
    },
    close: async () => {
      const running = [...here.values()]
      for (const { ending } of running) ending.abort(new Error('the server ends'))
      await Promise.all(running.map(({ done }) => done))
    },
  }
}
