import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildIndex, createSearchIndex, type IndexedEntry, type SearchIndex } from '../search-index.ts'
import { buildSegment } from './build-segment.ts'
import { mergeSegments } from './merge-segments.ts'

const WORDS = '退货 运费 发票 尺码 优惠券 门店 shipping refund invoice battery warranty jacket parcel colour'.split(' ')
const idOf = (n: number) => `0a1b2c3d-${String(n).padStart(4, '0')}-7000-8000-fedcba98${String(n).padStart(4, '0')}`
const entryOf = (n: number, version: number): IndexedEntry => {
  const words = [WORDS[n % WORDS.length]!, WORDS[(n * 5 + version) % WORDS.length]!]
  return {
    id: idOf(n),
    locale: n % 3 === 0 ? 'zh-CN' : 'en',
    title: `${words.join(' ')} ${n}`,
    questions: [`how about ${words[0]}`, `${words[1]}怎么办`],
    answer: `${words.join('，')}: version ${version} of ${n}`,
    topic: `topic${n % 4}`,
    version,
    ...(n % 5 === 0 ? { audience: { levels: ['gold'], regions: [], products: [`product ${n % 2}`] } } : {}),
  }
}
const asked = (index: SearchIndex) =>
  WORDS.flatMap((word) =>
    ['en', 'zh-CN'].map((locale) =>
      index
        .search(`${word} 怎么办 please`, locale, { limit: 40, for: { level: 'gold', now: 0 } })
        .map(({ entryId, version, answer }) => `${entryId} ${version} ${answer}`)
        .toSorted(),
    ),
  )

test('however it came to hold them, an index finds the same entries as one built whole', () => {
  const change = fc.tuple(fc.nat(30), fc.constantFrom('put', 'put', 'put', 'remove', 'tidy') as fc.Arbitrary<string>)
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const index = createSearchIndex()
      const held = new Map<number, IndexedEntry>()
      let tidying: Generator<undefined, void> | undefined
      for (const [i, [n, what]] of changes.entries()) {
        if (what === 'put') held.set(n, entryOf(n, i))
        if (what === 'put') index.put(held.get(n)!)
        if (what === 'remove') expect(index.remove(idOf(n))).toBe(held.delete(n))
        if (what === 'tidy') tidying ??= index.tidy()
        // Changes and searches come between the steps of tidying.
        if (tidying?.next().done) tidying = undefined
      }
      const whole = buildIndex([...held.values()])
      expect(index.size).toBe(held.size)
      expect(index.standing).toBe(whole.standing)
      expect(asked(index)).toEqual(asked(whole))
      for (const [n, entry] of held) expect(index.versionOf(idOf(n))).toBe(entry.version)
    }),
    { numRuns: 40 },
  )
})

test('a lone entry is found however often it was replaced', () => {
  const index = createSearchIndex()
  for (let version = 1; version <= 40; version++) {
    index.put(entryOf(1, version))
    const title = entryOf(1, version).title
    expect(index.search(title, 'en').map((found) => found.version)).toEqual([version])
  }
})

test('segments made one are the segment of all entries, without those taken out', () => {
  const entries = Array.from({ length: 40 }, (_, n) => entryOf(n, n))
  const parts = [entries.slice(0, 7), entries.slice(7, 30), entries.slice(30)].map((some) => {
    const dead = Uint8Array.from(some, ({ version }) => (version % 9 === 4 ? 1 : 0))
    return { segment: buildSegment(some), dead }
  })
  const steps = mergeSegments(parts)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const { pool, bounds, pieces, ...merged } = step.value
  const whole = buildSegment(entries.filter(({ version }) => version % 9 !== 4))
  const { pool: _pool, bounds: _bounds, pieces: wholePieces, ...same } = whole
  expect(merged).toEqual(same)
  expect([...pieces.keys]).toEqual([...wholePieces.keys])
  expect(bounds.filter((at) => at > 0).length).toBe(whole.bounds.filter((at) => at > 0).length)
})

test('a thousand changes, each far under a millisecond', () => {
  const index = buildIndex(Array.from({ length: 500 }, (_, n) => entryOf(n, 1)))
  const times = Array.from({ length: 1000 }, (_, n) => {
    const began = process.threadCpuUsage().user
    index.put(entryOf(n % 500, 2 + n))
    return process.threadCpuUsage().user - began
  })
  times.sort((a, b) => a - b)
  // Of this thread alone, microseconds: others work on the machine.
  expect(times[500]).toBeLessThan(1000)
})
