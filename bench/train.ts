// The commit train on real, durable PostgreSQL with row-level security and 200 tenants; the same change sets committed
// singly over 1–32 connections in the same run, interleaved, five rounds, medians.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, isConnectionLost, openDatabase } from '../server/src/platform/database/open.ts'
import { type ChangeSet, createTrain, type Outcome } from '../server/src/platform/database/train.ts'
import { inquiry, newId } from '../server/test/change-sets.ts'
import { type Benchmark, fsyncMs, median, quantile, round } from './measure.ts'

const TENANTS = 200
const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent } as never
type Commit = (set: ChangeSet) => Promise<Outcome>

interface Run {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Each caller owns one conversation and commits inquiry after inquiry, a closed loop. */
const loop = async (commit: Commit, callers: number, seconds: number, tenants: readonly string[]): Promise<Run> => {
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  const body = Buffer.alloc(220, 7)
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      const at = { tenant: tenants[caller % tenants.length]!, conversationId: newId(), contactId: newId() }
      for (let version = 0; performance.now() < end; version++) {
        const set = inquiry({ ...at, version })
        const sealed = { ...set, messages: set.messages.map((message) => ({ ...message, body })) }
        const started = performance.now()
        const { outcome } = await commit(sealed)
        if (outcome !== 'committed') throw new Error(`a change set came back ${outcome}`)
        times.push(performance.now() - started)
      }
    }),
  )
  times.sort((a, b) => a - b)
  return { perSecond: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

/** A train of one seat on `connections` tracks: what committing each change set by itself costs. */
const singly = (database: Database, connections: number) =>
  createTrain({ database, isConnectionLost, log: silent, now: Date.now, seats: 1, tracks: connections }).commit

const benchmark: Benchmark = async (report, options) => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-bench-'))
  const database = await openDatabase({ dataDir: folder, log: silent, poolSize: 34 })
  const rounds = Number(options.rounds ?? 5)
  const seconds = Number(options.seconds ?? 3)
  const tenants = Array.from({ length: TENANTS }, () => newId())
  const train = createTrain({ database, isConnectionLost, log: silent, now: Date.now })
  const results = new Map<string, Run[]>()
  const keep = (name: string, run: Run) => results.set(name, [...(results.get(name) ?? []), run])
  try {
    await loop(train.commit, 64, 2, tenants)
    for (let turn = 0; turn < rounds; turn++) {
      for (const callers of [1, 16, 256, 1000])
        keep(`train ${callers}`, await loop(train.commit, callers, seconds, tenants))
      for (const connections of [1, 2, 4, 8, 16, 32])
        keep(`singly ${connections}`, await loop(singly(database, connections), connections, seconds, tenants))
    }
    const middle = (name: string, key: keyof Run) => median(results.get(name)!.map((run) => run[key]))
    for (const [name, runs] of results)
      report({
        name,
        perSecond: Math.round(middle(name, 'perSecond')),
        lowest: Math.round(Math.min(...runs.map((run) => run.perSecond))),
        highest: Math.round(Math.max(...runs.map((run) => run.perSecond))),
        p50Ms: round(middle(name, 'p50')),
        p99Ms: round(middle(name, 'p99')),
      })
    const best = Math.max(...[1, 2, 4, 8, 16, 32].map((connections) => middle(`singly ${connections}`, 'perSecond')))
    report({
      name: 'summary',
      tenants: TENANTS,
      trainAt256: Math.round(middle('train 256', 'perSecond')),
      bestSingly: Math.round(best),
      ratio: round(middle('train 256', 'perSecond') / best),
      idleP50Ms: round(middle('train 1', 'p50')),
      fsyncMs: round(fsyncMs(folder), 3),
    })
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
export default benchmark
