// Knowledge search beside MiniSearch and Orama in one run: speed, memory a passage, paraphrases found; and what building,
// changing and tidying cost a process that talks with customers meanwhile.
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Worker } from 'node:worker_threads'
import { buildDemoShop } from '../demo/shop/index.ts'
import { readyEntries } from '../demo/shop/ready-entries.ts'
import { inSlices } from '../server/src/features/knowledge/in-slices.ts'
import { importedId } from '../server/src/features/knowledge/index.ts'
import { shippedMeaning } from '../server/src/features/knowledge/meaning.ts'
import {
  createSearchIndex,
  type IndexedEntry,
  type SearchIndex,
} from '../server/src/features/knowledge/rules/search-index.ts'
import { createSegmentThread } from '../server/src/features/knowledge/segment-thread.ts'
import { type Benchmark, quantile, type Report, round } from './measure.ts'
import { distractor } from './search/distractors.ts'
import { PARAPHRASES } from './search/paraphrases.ts'
import { miniSearch, orama, type Peer } from './search/peers.ts'

const TENANT = '00000000-0000-7000-8000-000000000001'
const PAGE = 500
const PLAIN = 100
/** Asked beforehand, unmeasured. */
const WARM = 40
const CHANGES = 1000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** Of objects alone; what typed arrays take is known to who holds them, and when handed over by a thread to nobody else. */
const heapNow = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

const demoEntries = (): IndexedEntry[] =>
  readyEntries(buildDemoShop(0).knowledge).map(({ key, draft }) => ({
    ...draft,
    id: importedId(TENANT, key, draft.locale),
    version: 1,
  }))

interface Asked {
  readonly text: string
  readonly locale: string
  readonly wanted: string
}
const paraphrases = (): Asked[] =>
  PARAPHRASES.map(({ key, locale, asked }) => ({ text: asked, locale, wanted: importedId(TENANT, key, locale) }))

/** Written as entries are, of the very words and of half of them: what most customers ask. */
const plain = (entries: readonly IndexedEntry[]): Asked[] =>
  Array.from({ length: PLAIN }, (_, n) => {
    const { id, locale, questions, title } = entries[Math.floor((n * entries.length) / PLAIN)]!
    const text = n % 2 === 0 ? questions[0]! : title.slice(0, Math.max(8, title.length >> 1))
    return { text, locale, wanted: id }
  })

const ask = async (peer: Peer, asked: readonly Asked[]) => {
  for (const { text, locale } of asked.slice(0, WARM)) await peer.find(text, locale)
  const times: number[] = []
  const ranks: number[] = []
  const cpu = process.threadCpuUsage()
  for (const { text, locale, wanted } of asked) {
    const began = performance.now()
    const found = await peer.find(text, locale)
    times.push(performance.now() - began)
    ranks.push(found.slice(0, 5).indexOf(wanted))
  }
  const spent = process.threadCpuUsage(cpu)
  times.sort((a, b) => a - b)
  const hits = (from: (rank: number) => boolean) => round(ranks.filter(from).length / ranks.length, 3)
  return {
    p50Ms: round(quantile(times, 0.5), 3),
    p99Ms: round(quantile(times, 0.99), 3),
    // Of this process alone: what others on the machine take does not count.
    meanCpuMs: round((spent.user + spent.system) / 1000 / asked.length, 3),
    recallAt1: hits((rank) => rank === 0),
    recallAt5: hits((rank) => rank >= 0),
  }
}

const judge = async (report: Report, peer: Peer, { entries, bytes }: { entries: IndexedEntry[]; bytes: number }) => {
  const passages = entries.length
  const held = paraphrases()
  const each = { by: peer.name, passages }
  report({ name: 'paraphrases', ...each, questions: held.length, ...(await ask(peer, held)) })
  report({ name: 'plain questions', ...each, questions: PLAIN, ...(await ask(peer, plain(entries))) })
  report({ name: 'memory', ...each, bytesPerPassage: Math.round(bytes / passages) })
}

async function* pages(entries: readonly IndexedEntry[]) {
  for (let from = 0; from < entries.length; from += PAGE) yield entries.slice(from, from + PAGE)
}

/** A thread that does nothing: how long it waits for its turn is the machine's doing, not ours. */
const IDLE_THREAD = `
  const { monitorEventLoopDelay } = require('node:perf_hooks')
  const { parentPort } = require('node:worker_threads')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  parentPort.on('message', () => {
    parentPort.postMessage([delay.percentile(99) / 1e6, delay.max / 1e6])
    delay.reset()
  })`

/** Longest waits of this thread's events, and of an idle thread's in the same time. */
const createStalls = () => {
  const idle = new Worker(IDLE_THREAD, { eval: true })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const ofIdle = async () => {
    idle.postMessage(null)
    const [values] = (await once(idle, 'message')) as [[number, number]]
    return values
  }
  return {
    start: async (): Promise<void> => {
      await ofIdle()
      delay.reset()
      delay.enable()
    },
    end: async () => {
      delay.disable()
      const [p99, longest] = await ofIdle()
      return {
        p99StallMs: round(delay.percentile(99) / 1e6),
        longestStallMs: round(delay.max / 1e6),
        idleThreadP99StallMs: round(p99),
        idleThreadLongestStallMs: round(longest),
      }
    },
    close: () => idle.terminate(),
  }
}
type Stalls = ReturnType<typeof createStalls>

/** Searches go on while the index is built, changed and tidied, as they do in a server. */
const buildOurs = async (report: Report, entries: readonly IndexedEntry[], stalls: Stalls) => {
  const meaning = shippedMeaning()
  const thread = createSegmentThread()
  const index = createSearchIndex(meaning)
  const small = createSearchIndex(meaning)
  for (const entry of entries.slice(0, 300)) small.put(entry)
  await setTimeout(100)
  await stalls.start()
  const began = performance.now()
  const ticking = setInterval(() => small.search('can I send it back', 'en'), 5)
  index.adopt(await thread.make(pages(entries)))
  report({
    name: 'load',
    passages: entries.length,
    seconds: round((performance.now() - began) / 1000),
    ...(await stalls.end()),
  })
  await thread.close()
  await changeOurs(report, index, stalls)
  clearInterval(ticking)
  return index
}

/** Entries come and go one by one. */
const changeOurs = async (report: Report, index: SearchIndex, stalls: Stalls) => {
  const changes = Array.from({ length: CHANGES }, (_, n) => distractor(1_000_000 + n))
  await stalls.start()
  const times = { put: [] as number[], remove: [] as number[] }
  for (const [n, entry] of changes.entries()) {
    let from = performance.now()
    index.put(entry)
    times.put.push(performance.now() - from)
    from = performance.now()
    if (n % 2 === 0) index.remove(entry.id)
    times.remove.push(performance.now() - from)
    await setImmediate()
    if (n % 8 === 0 && index.unruly) await inSlices(index.tidy())
  }
  for (const list of Object.values(times)) list.sort((a, b) => a - b)
  report({
    name: 'one entry changed',
    passages: index.size,
    putP50Ms: round(quantile(times.put, 0.5), 3),
    putP99Ms: round(quantile(times.put, 0.99), 3),
    removeP99Ms: round(quantile(times.remove, 0.99), 3),
    ...(await stalls.end()),
  })
  for (const { id } of changes) index.remove(id)
}

/** All segments made one again while searches go on. */
const tidyWhole = async (
  report: Report,
  index: SearchIndex,
  { entries, stalls }: { entries: readonly IndexedEntry[]; stalls: Stalls },
) => {
  for (const { id } of entries.slice(0, (entries.length * 3) >> 2)) index.remove(id)
  await stalls.start()
  const began = performance.now()
  let longest = 0
  const ticking = setInterval(() => {
    const from = performance.now()
    index.search('can I send it back', 'en')
    longest = Math.max(longest, performance.now() - from)
  }, 5)
  await inSlices(index.tidy())
  clearInterval(ticking)
  const seconds = round((performance.now() - began) / 1000)
  report({
    name: 'tidied in slices',
    passages: index.size,
    seconds,
    longestSearchMs: round(longest),
    ...(await stalls.end()),
  })
}

const benchmark: Benchmark = async (report, options) => {
  const passages = Number(options.entries ?? 100_000)
  const entries = demoEntries()
  while (entries.length < passages) entries.push(distractor(entries.length))
  // Dictionaries and the model are the process's, not the index's.
  createSearchIndex(shippedMeaning()).put(entries[0]!)
  // Strings put together by rule are laid out when first read as a whole.
  JSON.stringify(entries)
  const stalls = createStalls()
  let before = heapNow()
  const index = await buildOurs(report, entries, stalls)
  const ours: Peer = {
    name: 'Ballast',
    find: (question, locale) => index.search(question, locale, { limit: 5, for: { now: 0 } }).map((one) => one.entryId),
  }
  await judge(report, ours, { entries, bytes: Math.max(0, heapNow() - before) + index.bytes })
  await tidyWhole(report, index, { entries, stalls })
  await stalls.close()
  for (const build of options.alone ? [] : [miniSearch, orama]) {
    before = heapNow()
    const began = performance.now()
    const peer = await build(entries)
    report({ name: 'load', by: peer.name, passages, seconds: round((performance.now() - began) / 1000) })
    await judge(report, peer, { entries, bytes: heapNow() - before })
  }
}
export default benchmark
