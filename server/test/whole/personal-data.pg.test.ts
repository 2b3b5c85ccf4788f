// Personal data is planted through every way into the whole server; then everything that leaves it is searched: the log, the
// metrics, traces, the bus, connections, exports, refusals, files, PostgreSQL's log and every column of every table.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withSpan } from '../../src/platform/telemetry.ts'
import { type Hunted, openThread, startHunted, type Thread, until } from '../personal/hunted-server.ts'
import { createHunt, type Hunt } from '../personal/hunter.ts'
import {
  appSends,
  customerAsksForLetters,
  customerSendsFiles,
  customerWrites,
  strangerProves,
} from '../personal/ways-customer.ts'
import {
  appIsRefused,
  everyRouteRefuses,
  peopleAreRefused,
  socketsRefuse,
  thingsBreak,
} from '../personal/ways-refused.ts'
import { colleaguesArrange, colleaguesTalk, colleaguesTeach, IN_THE_CLEAR } from '../personal/ways-staff.ts'
import { type Column, readColumns, readFolder, sayInDatabaseLog } from '../personal/witnesses.ts'

let hunted: Hunted
let thread: Thread
let hunt: Hunt
let exported: string
let columns: Column[]
let rows: number

beforeAll(async () => {
  hunted = await startHunted()
  thread = await openThread(hunted)
  await customerWrites(hunted, thread)
  await customerSendsFiles(hunted, thread)
  await strangerProves(hunted)
  const app = await appSends(hunted)
  await colleaguesTalk(hunted, thread)
  await colleaguesArrange(hunted)
  await customerAsksForLetters(hunted, thread)
  exported = await colleaguesTeach(hunted, thread)
  hunted.node.clock.advance(60_000)
  await peopleAreRefused(hunted, thread)
  await socketsRefuse(hunted, thread)
  await appIsRefused(hunted, app)
  await everyRouteRefuses(hunted, thread)
  await thingsBreak(hunted, thread)
  await until(() => hunted.node.lines.some(({ event }) => event === 'webhook.called'))
  hunted.reached.add('control')
  hunt = createHunt([hunted.sheet('control'), ...hunted.sheets.values()])
  ;({ columns, rows } = await readColumns(hunted.node.database.urlFor('migrate')))
})
afterAll(async () => {
  thread?.close()
  await hunted?.stop()
})

const finds = (where: string, heaps: readonly string[]) => hunt(where, heaps.join('\n'))

test('every way in was taken', () => {
  expect([...hunted.sheets.keys()].filter((way) => !hunted.reached.has(way))).toEqual([])
  expect(hunted.sheets.size).toBeGreaterThan(40)
})

test('it is not in the log', () => {
  const { lines } = hunted.node
  const events = new Set(lines.map(({ event }) => event))
  const expected = [
    'request.refused',
    'request.failed',
    'frame.failed',
    'job.failed',
    'bus.handler-failed',
    'webhook.called',
  ]
  for (const event of expected) expect([...events]).toContain(event)
  expect(lines.length).toBeGreaterThan(200)
  expect(lines.flatMap((line) => hunt(String(line.event), JSON.stringify(line)))).toEqual([])
})
test('it is not printed, by no thread', () => expect(finds('output', hunted.witnesses.output.seen)).toEqual([]))
test('it is not in traces', () => {
  const { seen } = hunted.witnesses.spans
  expect(seen.filter((line) => line.startsWith('span ')).length).toBeGreaterThan(5)
  expect(seen.some((line) => line.startsWith('setStatus '))).toBe(true)
  expect(finds('spans', seen)).toEqual([])
})
test('it is not in the metrics', async () => {
  const { body } = await hunted.node.app.inject('/metrics')
  expect(body).toContain('ballast_http_request_seconds')
  expect(body).toContain('ballast_job_seconds')
  expect(finds('metrics', [body])).toEqual([])
})
test('it is not on the bus', () => {
  const kinds = new Set(hunted.traffic.map((line) => line.split('.')[0]))
  for (const kind of ['facts', 'typing']) expect([...kinds]).toContain(kind)
  expect(hunted.traffic.length).toBeGreaterThan(50)
  expect(finds('bus', hunted.traffic)).toEqual([])
})
test('it is not in refusals', () => {
  expect(hunted.refusals.length).toBeGreaterThan(200)
  // The path names the sender's own field to the sender, and stands nowhere else.
  const told = hunted.refusals.map((said) => said.replace(/"path":"(\\.|[^"\\])*"/g, ''))
  expect(told.join()).not.toBe(hunted.refusals.join())
  expect(told.flatMap((said) => hunt(said, said))).toEqual([])
})
test('no model and no stranger was called: connections went to the database, ourselves, the shop’s entry and its mail', () => {
  const port = (url: string) => new URL(url).port
  const known = [hunted.node.url, hunted.endpoint.url, hunted.letters.url].map(port)
  const { admin } = { admin: hunted.node.database.urlFor('app') }
  const strange = hunted.witnesses.connections.seen.filter(
    (to) => !known.some((one) => to.endsWith(`:${one}`)) && !to.includes('.s.PGSQL.') && !admin.includes(to),
  )
  expect(hunted.witnesses.connections.seen.length).toBeGreaterThan(3)
  // An attachment names an address that nobody answers at.
  expect(strange.filter((to) => to !== '127.0.0.1:9')).toEqual([])
})
test('what is taught comes out covered: only the sentence around it is left', () => {
  expect(finds('export', [exported]).filter(({ kind }) => kind !== 'word')).toEqual([])
  expect(
    finds('export', [exported])
      .map(({ way }) => way)
      .sort(),
  ).toEqual(['example', 'examples by CSV', 'message'])
})
test('it is not in what anybody may read of the interface', async () => {
  for (const url of ['/docs', '/docs/openapi.json', '/healthz'])
    expect(finds(url, [(await hunted.node.app.inject(url)).body])).toEqual([])
})

describe('at rest', () => {
  const here = ({ name, heap }: Column) => hunt(name, heap)
  test('no column holds it but those of ready texts and names, each its own', () => {
    expect(rows).toBeGreaterThan(200)
    const found = columns.flatMap(here)
    expect(found.filter(({ where, way }) => !(IN_THE_CLEAR[way]?.test(where) ?? false))).toEqual([])
    // Where it may stand it was found: the search does read the tables.
    expect([...new Set(found.map(({ way }) => way))].sort()).toEqual(Object.keys(IN_THE_CLEAR).sort())
  })
  test.each(['jobs', 'auth', 'ballast.messages', 'ballast.facts', 'ballast.dedupe'])('%s was read', (start) => {
    expect(columns.filter(({ name, heap }) => name.startsWith(start) && heap !== '').length).toBeGreaterThan(0)
  })
  test('nor PostgreSQL’s log, nor a file of ours by name or content', () => {
    expect(finds('postgres.log', [hunted.postgres.read()])).toEqual([])
    const files = readFolder(hunted.node.dataDir)
    expect(files.length).toBeGreaterThan(2)
    expect(files.flatMap((file) => [...here(file), ...hunt('name', file.name)])).toEqual([])
  })
})

describe('every witness would have shown it', () => {
  const control = () => hunted.sheet('control')
  const isSeen = (heap: string) =>
    expect(new Set(hunt('control', heap).map(({ way }) => way))).toEqual(new Set(['control']))

  test('what is printed, here and in a thread', async () => {
    const { seen } = hunted.witnesses.output
    for (const said of [
      () => process.stderr.write(control().text),
      () => console.warn(control().text),
      () => new Worker(`console.log(${JSON.stringify(control().text)})`, { eval: true }),
    ]) {
      seen.length = 0
      said()
      await until(() => seen.length > 0)
      isSeen(seen.join('\n'))
    }
  })
  test('a span, the bus, PostgreSQL’s log, a file', async () => {
    await withSpan('control', { said: control().text }, async () => undefined)
    isSeen(hunted.witnesses.spans.seen.join('\n'))
    hunted.node.server.bus.publish('hunt.control', { deep: { said: control().text } })
    await hunted.node.server.bus.flush()
    isSeen(hunted.traffic.join('\n'))
    await sayInDatabaseLog(control().text)
    await until(() => hunt('control', hunted.postgres.read()).length > 0)
    isSeen(hunted.postgres.read())
    writeFileSync(join(hunted.node.dataDir, 'control.bin'), Buffer.from(control().text, 'utf16le'))
    isSeen(
      readFolder(hunted.node.dataDir)
        .map(({ heap }) => heap)
        .join('\n'),
    )
  })
})
