// Documents on a real database: read, answered from, replaced, removed; and the ones that cannot be read.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newDatabase } from '../../../../test/new-database.ts'
import { docx, pdf, pdfOfLines } from '../../../../test/sample-documents.ts'
import { appendFacts } from '../../../platform/facts/append.ts'
import { silentLog } from '../../../platform/log.ts'
import { createIndexes } from '../index.ts'
import { list } from '../read.ts'
import { createReader, type Reader } from '../reading/reader.ts'
import { addDocument, reread } from './add-document.ts'
import type { Document, DocumentParts } from './parts.ts'
import { listDocuments, showDocument } from './read-documents.ts'
import { readWaiting, SILENT_MS } from './read-waiting.ts'
import { removeDocument } from './remove-document.ts'
import { claimDocument } from './store.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
let reader: Reader
let parts: DocumentParts
let tenant: string
let now = Date.parse('2026-03-10T04:00:00Z')
let told: string[]
beforeAll(async () => {
  database = await newDatabase()
  reader = createReader()
})
afterAll(async () => {
  await reader.close()
  await database.drop()
})
beforeEach(() => {
  tenant = randomUUID()
  told = []
  const clock = { now: () => now }
  parts = {
    database,
    clock,
    reader,
    ids: { uuid: () => randomUUID() },
    appendFacts,
    indexes: createIndexes({ database, clock }),
    log: silentLog,
    later: async (job) => void told.push(job),
    allowPrivate: false,
  }
})

const add = (content: Buffer | string, name = 'policy.md'): Promise<Document> =>
  addDocument(parts, { tenant, name, locale: 'en', topic: 'return', source: 'upload', content: Buffer.from(content) })
const read = async (content: Buffer | string, name?: string): Promise<Document> => {
  const { id } = await add(content, name)
  await readWaiting(parts, tenant)
  return showDocument(parts, tenant, id)
}
const ask = async (text: string) => (await parts.indexes.search({ tenant, text, locale: 'en' }))[0]
const versions = async () =>
  Object.fromEntries(
    (await list(parts, tenant, { kind: 'section' })).map((entry) => [
      entry.origin!.section,
      [entry.version, entry.status],
    ]),
  )

const POLICY = '# Parcel insurance\n\nWe insure every parcel.\n\n# Gift wrapping\n\nWrapping costs two euros.\n'

test('what a document says answers the next question, and names its section', async () => {
  expect(await ask('how much is gift wrapping')).toBeUndefined()
  const document = await read(POLICY)
  expect(document).toMatchObject({
    state: 'ready',
    problem: null,
    sections: 2,
    passages: 2,
    progress: 1,
    mime: 'text/markdown',
  })
  const found = await ask('how much is gift wrapping')
  expect(found).toMatchObject({ title: 'Gift wrapping', answer: 'Wrapping costs two euros.', topic: 'return' })
  const entries = await list(parts, tenant, { documentId: document.id })
  expect(entries.every(({ kind, origin }) => kind === 'section' && origin?.documentId === document.id)).toBe(true)
  expect(entries.map(({ origin }) => origin?.section).toSorted()).toEqual(['1', '2'])
})

test('read anew: what stayed keeps its version, what changed gets one, what is gone is withdrawn, and comes back', async () => {
  const { id } = await read(POLICY)
  expect(await read(POLICY)).toMatchObject({ id, state: 'ready' })
  await reread(parts, { tenant }, id)
  await readWaiting(parts, tenant)
  expect(await versions()).toEqual({ 1: [1, 'published'], 2: [1, 'published'] })
  expect((await read(POLICY.replace('two', 'three'))).id).toBe(id)
  expect(await versions()).toEqual({ 1: [1, 'published'], 2: [2, 'published'] })
  expect(await ask('how much is gift wrapping')).toMatchObject({ answer: 'Wrapping costs three euros.', version: 2 })
  await read(POLICY.slice(0, POLICY.indexOf('# Gift')))
  expect(await versions()).toEqual({ 1: [1, 'published'], 2: [3, 'withdrawn'] })
  expect(await ask('how much is gift wrapping')).toBeUndefined()
  await read(POLICY)
  expect(await versions()).toEqual({ 1: [1, 'published'], 2: [4, 'published'] })
})

test('one that cannot be read says why, the others go on, and what it said before stays', async () => {
  const first = await read(POLICY)
  await add(Buffer.from('PK\x03\x04 no zip'), 'policy.md')
  await add(pdf([[]], { sealed: true }), 'sealed.pdf')
  await add('', 'empty.txt')
  await add(docx([['heading 1', 'Opening hours'], 'Nine to five.']), 'hours.docx')
  await readWaiting(parts, tenant)
  const all = await listDocuments(parts, tenant, {})
  expect(Object.fromEntries(all.map(({ name, state, problem }) => [name, [state, problem]]))).toEqual({
    'policy.md': ['failed', 'document.broken'],
    'sealed.pdf': ['failed', 'document.encrypted'],
    'empty.txt': ['failed', 'document.empty'],
    'hours.docx': ['ready', null],
  })
  expect(await ask('what are the opening hours')).toMatchObject({ answer: 'Nine to five.' })
  expect(await ask('how much is gift wrapping')).toMatchObject({ title: 'Gift wrapping' })
  expect((await showDocument(parts, tenant, first.id)).passages).toBe(2)
  expect(await read(POLICY)).toMatchObject({ state: 'ready' })
})

test('removed, it answers nothing and is nowhere, not even halfway through its reading', async () => {
  const { id } = await read(POLICY)
  await removeDocument(parts, { tenant }, id)
  expect(await ask('how much is gift wrapping')).toBeUndefined()
  await expect(showDocument(parts, tenant, id)).rejects.toMatchObject({ code: 'document.not-found' })
  await expect(removeDocument(parts, { tenant }, id)).rejects.toMatchObject({ code: 'document.not-found' })
  await expect(reread(parts, { tenant }, id)).rejects.toMatchObject({ code: 'document.not-found' })
  await add(POLICY)
  const reading = readWaiting(parts, tenant)
  await removeDocument(parts, { tenant }, id)
  await reading
  expect(Object.values(await versions()).map(([, status]) => status)).toEqual(['withdrawn', 'withdrawn'])
})

test('two processes read each document once; one that died leaves it to the next', async () => {
  for (let n = 0; n < 8; n++) await add(`# Shelf ${n}\n\nStands in row ${n}.`, `shelf-${n}.md`)
  await Promise.all([readWaiting(parts, tenant), readWaiting(parts, tenant)])
  const facts = await database.as(tenant, (tx) =>
    sql`SELECT 1 FROM facts WHERE tenant = ${tenant} AND type = 'document.read'`.execute(tx),
  )
  expect(facts.rows).toHaveLength(8)
  await add('# Cellar\n\nBelow.', 'cellar.md')
  const at = { at: new Date(now), silentSince: new Date(now - SILENT_MS) }
  expect(await database.as(tenant, (tx) => claimDocument(tx, tenant, at))).not.toBeNull()
  await readWaiting(parts, tenant)
  expect((await listDocuments(parts, tenant, { state: 'reading' })).map(({ name }) => name)).toEqual(['cellar.md'])
  now += SILENT_MS + 1_000
  await readWaiting(parts, tenant)
  expect(await listDocuments(parts, tenant, { state: 'ready' })).toHaveLength(9)
})

test('the server ends in the midst: the document waits for the next one', async () => {
  const closing = createReader()
  const { id } = await add(pdfOfLines(Array.from({ length: 20_000 }, (_, n) => `line ${n} of a long book`)), 'book.pdf')
  const reading = readWaiting({ ...parts, reader: closing }, tenant)
  const ended = expect(reading).rejects.toThrow('closed')
  await new Promise((done) => setTimeout(done, 300))
  await closing.close()
  await ended
  expect(await showDocument(parts, tenant, id)).toMatchObject({ state: 'waiting', problem: null })
})

test('a product of a catalogue is about that product, and keeps its entry when the list is sorted anew', async () => {
  const rows = ['T1,Tent,899', 'S2,Stove,199']
  await read(`id,name,price\n${rows.join('\n')}\n`, 'goods.csv')
  await read(`id,name,price\n${rows.toReversed().join('\n')}\n`, 'goods.csv')
  const entries = await list(parts, tenant, { kind: 'section' })
  expect(entries.map(({ title, version, audience }) => [title, version, audience.products]).toSorted()).toEqual([
    ['Stove', 1, ['S2']],
    ['Tent', 1, ['T1']],
  ])
  expect(await ask('how much is the stove')).toMatchObject({ title: 'Stove' })
})

test('another workspace has its own', async () => {
  const { id } = await read(POLICY)
  const other = randomUUID()
  await expect(showDocument(parts, other, id)).rejects.toMatchObject({ code: 'document.not-found' })
  await expect(removeDocument(parts, { tenant: other }, id)).rejects.toMatchObject({ code: 'document.not-found' })
  expect(await listDocuments(parts, other, {})).toEqual([])
  expect(told).toEqual(['read'])
})
