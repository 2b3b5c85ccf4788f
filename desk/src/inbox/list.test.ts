// Lists by cursor: pages, reading again, live frames in between, saved views, the pace, and acts on many.
import type { ConversationRow } from '@ballast/contract/conversation'
import { describe, expect, test } from 'vitest'
import { rowOf, uuid } from '../../test/rows.ts'
import { AT_ONCE, runBulk } from './bulk.ts'
import { createList, type Page } from './list.ts'
import { createLists, type ListKey } from './lists.ts'
import { type Clock, paced } from './pace.ts'
import { compareRows } from './rows.ts'
import { createSelection } from './selection.ts'
import { shiftOf } from './use-window.ts'

const at = (ms: number) => new Date(1_780_000_000_000 + ms).toISOString()
const waiting = (n: number, version = 1) => rowOf(n, { waitingSince: at(n), version })
const settled = () => new Promise((done) => setTimeout(done, 0))
const idsOf = (rows: readonly ConversationRow[]) => rows.map(({ conversation }) => conversation.id)

/** A server of rows by cursor; `hold` lets a test answer when it likes. */
const fakeServer = (rows: ConversationRow[]) => {
  const held: (() => void)[] = []
  const server = {
    rows,
    reads: 0,
    holding: false,
    fails: false,
    release: () => {
      for (const answer of held.splice(0)) answer()
    },
    read: async (cursor: string | null, limit: number): Promise<Page> => {
      server.reads++
      if (server.fails) throw new Error('down')
      const all = server.rows.toSorted(compareRows)
      const from = cursor === null ? 0 : all.findIndex(({ conversation }) => conversation.id === cursor) + 1
      const page = all.slice(from, from + limit)
      const last = page.at(-1)
      const reply = { rows: page, next: last && from + page.length < all.length ? last.conversation.id : null }
      if (server.holding) await new Promise<void>((done) => held.push(done))
      return reply
    },
  }
  return server
}
const many = (count: number) => Array.from({ length: count }, (_, n) => waiting(n))
const listOf = (server: ReturnType<typeof fakeServer>) => createList({ read: server.read, soon: (run) => run() })

describe('a list', () => {
  test('takes in page after page, each conversation once', async () => {
    const server = fakeServer(many(320))
    const list = listOf(server)
    list.refresh(0)
    await settled()
    expect(list.rows.size).toBe(50)
    for (let page = 0; page < 3; page++) {
      list.more()
      list.more()
      await settled()
    }
    expect(idsOf(list.rows.slice(0, 400))).toEqual(idsOf(many(320)))
    expect([server.reads, list.state.done]).toEqual([4, true])
    list.more()
    expect(server.reads).toBe(4)
  })
  test('read again, it lets go of what left and keeps what was loaded further down', async () => {
    const server = fakeServer(many(320))
    const list = listOf(server)
    list.refresh(0)
    await settled()
    list.more()
    await settled()
    const kept = list.rows.get(uuid(7))
    server.rows = server.rows.filter(({ conversation }) => ![uuid(3), uuid(49)].includes(conversation.id))
    const removed: string[] = []
    list.onRemoved((id) => removed.push(id))
    list.refresh(0)
    await settled()
    expect(removed).toEqual([uuid(3), uuid(49)])
    expect(list.rows.size).toBe(148)
    expect(list.rows.get(uuid(7))).toBe(kept)
    list.refresh(0, true)
    await settled()
    expect(list.rows.size).toBe(50)
    list.more()
    await settled()
    expect(list.rows.size).toBe(150)
  })
  test('a page that left the server earlier does not undo what a live frame said since', async () => {
    const server = fakeServer(many(20))
    const list = listOf(server)
    list.refresh(0)
    await settled()
    server.holding = true
    list.refresh(0)
    list.remove(uuid(4))
    list.put(waiting(900, 1))
    list.put(waiting(5, 3))
    server.release()
    await settled()
    expect(list.rows.get(uuid(4))).toBeUndefined()
    expect(list.rows.get(uuid(900))).toBeDefined()
    expect(list.rows.get(uuid(5))?.conversation.version).toBe(3)
  })
  test('a failure is kept until it is tried again', async () => {
    const server = fakeServer(many(80))
    const list = listOf(server)
    list.refresh(0)
    await settled()
    server.fails = true
    list.more()
    await settled()
    list.more()
    expect([server.reads, list.state.error instanceof Error]).toEqual([2, true])
    server.fails = false
    list.retry()
    await settled()
    expect([list.rows.size, list.state.error]).toEqual([80, null])
  })
  test('many changes before the next frame of the screen are told once', () => {
    const waits: (() => void)[] = []
    const list = createList({ read: async () => ({ rows: [], next: null }), soon: (run) => void waits.push(run) })
    let told = 0
    list.listen(() => told++)
    for (let n = 0; n < 500; n++) list.put(waiting(n))
    for (const run of waits) run()
    expect([told, waits.length, list.version()]).toEqual([1, 1, 1])
  })
})

const handClock = () => {
  let now = 0
  let waits: { at: number; run: () => void }[] = []
  const clock: Clock = { now: () => now, after: (ms, run) => void waits.push({ at: now + ms, run }) }
  const pass = (ms: number) => {
    now += ms
    const due = waits.filter((each) => each.at <= now)
    waits = waits.filter((each) => each.at > now)
    for (const { run } of due) run()
  }
  return { clock, pass }
}

test('a rush of events asks soon, then at its pace, and the last event is never forgotten', () => {
  const { clock, pass } = handClock()
  let runs = 0
  const ask = paced(() => runs++, { soonMs: 400, everyMs: 3_000 }, clock)
  for (let n = 0; n < 100; n++) {
    ask()
    pass(100)
  }
  expect(runs).toBe(4)
  pass(3_000)
  expect(runs).toBe(5)
  pass(60_000)
  expect(runs).toBe(5)
})

test('a live row enters built-in views at once; a saved view asks the server, and only while it is shown', async () => {
  const { clock, pass } = handClock()
  const asked: ListKey[] = []
  const lists = createLists({
    now: clock.now,
    soon: (run) => run(),
    pace: (run, at) => paced(run, at, clock),
    read: async (key) => {
      asked.push(key)
      return { rows: [waiting(1)], next: null }
    },
  })
  pass(1)
  lists.open('unassigned')
  const saved = lists.open('saved:v')
  await settled()
  const stop = lists.watch('saved:v', () => 10)
  lists.apply(waiting(2), 'me')
  expect(lists.held('unassigned')?.rows.size).toBe(2)
  expect(saved.rows.size).toBe(1)
  for (let n = 0; n < 30; n++) lists.apply(waiting(1, n + 2), 'me')
  expect(saved.rows.get(uuid(1))?.conversation.version).toBe(31)
  pass(700)
  await settled()
  expect(asked).toEqual(['unassigned', 'saved:v', 'saved:v'])
  stop()
  lists.apply(rowOf(2, { status: 'resolved', version: 2 }), 'me')
  expect(lists.held('unassigned')?.rows.get(uuid(2))).toBeUndefined()
  pass(5_000)
  expect(asked.length).toBe(3)
  lists.open('saved:v')
  expect(asked.length).toBe(4)
})

test('what is in sight stays in its place: the shift most rows made counts, not the one that left', () => {
  const rows = new Map([3, 4, 5, 6].map((n, by) => [uuid(n), by + 12]))
  const before = [3, 4, 5, 6].map((n, by) => ({ id: uuid(n), index: by + 10 }))
  const indexOf = (id: string) => rows.get(id) ?? -1
  expect(shiftOf(before, { indexOf })).toBe(2)
  rows.set(uuid(3), 90_000)
  rows.delete(uuid(4))
  expect(shiftOf(before, { indexOf })).toBe(2)
  expect(shiftOf([], { indexOf })).toBe(0)
})

describe('choosing many', () => {
  test('one by one, by range from the last one chosen by itself, and out again', () => {
    const chosen = createSelection()
    const between = (from: string, to: string) =>
      ['a', 'b', 'c', 'd'].slice('abcd'.indexOf(from), 'abcd'.indexOf(to) + 1)
    chosen.extend('a', between)
    chosen.toggle('b')
    chosen.extend('d', between)
    expect(chosen.ids()).toEqual(['a', 'b', 'c', 'd'])
    chosen.remove('c')
    chosen.toggle('a')
    expect([chosen.size, chosen.has('c'), chosen.choosing]).toEqual([2, false, true])
    chosen.clear()
    expect([chosen.size, chosen.choosing]).toEqual([0, false])
  })
  test('four at a time, counted, failures kept, stopped when asked', async () => {
    let [now, most] = [0, 0]
    const seen: number[] = []
    const run = async (item: number) => {
      most = Math.max(most, ++now)
      await settled()
      now--
      if (item % 5 === 0) throw new Error(`no ${item}`)
    }
    const items = Array.from({ length: 23 }, (_, n) => n)
    const outcome = await runBulk({ items, run, progress: (count) => seen.push(count), stopped: () => false })
    expect(most).toBe(AT_ONCE)
    expect(seen).toEqual(items.map((n) => n + 1))
    expect(outcome.failed.map(({ item }) => item)).toEqual([0, 5, 10, 15, 20])
    expect(outcome.done.length).toBe(18)
    const cut = await runBulk({ items, run, progress: () => undefined, stopped: () => seen.push(0) > 30 })
    expect(cut.done.length + cut.failed.length).toBeLessThan(23)
  })
})
