// The structure on a real database: read from documents and entries, edited, taken back, read again, and asked.
import { randomUUID } from 'node:crypto'
import type { StructureDeed, StructureNode } from '@ballast/contract/routes/structure'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newDatabase } from '../../../../test/new-database.ts'
import { appendFacts } from '../../../platform/facts/append.ts'
import { silentLog } from '../../../platform/log.ts'
import { addDocument } from '../documents/add-document.ts'
import type { DocumentParts } from '../documents/parts.ts'
import { readWaiting } from '../documents/read-waiting.ts'
import { removeDocument } from '../documents/remove-document.ts'
import { createIndexes } from '../index.ts'
import { createReader, type Reader } from '../reading/reader.ts'
import { save } from '../save.ts'
import { withdraw } from '../withdraw.ts'
import { editStructure, listEdits, undoEdit } from './edit.ts'
import { drawStructure, listStructure, showNode } from './look.ts'
import { catchUpStructure } from './read-entries.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
let reader: Reader
let parts: DocumentParts
let tenant: string
let now = Date.parse('2026-03-10T04:00:00Z')
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
  const clock = { now: () => (now += 1_000) }
  const indexes = createIndexes({ database, clock })
  const ids = { uuid: () => randomUUID() }
  const bare = { log: silentLog, later: async () => undefined, allowPrivate: false }
  parts = { database, clock, reader, ids, appendFacts, indexes, ...bare }
})

const MANUAL = `# Cloud washer X1

## Specifications

Capacity: 10 kg
Noise level: 48 dB

## Error codes

E1: No water comes in. Check that the tap is open.

F05: The drain is blocked. Clean the pump filter.

## Returns policy

You can return it within 30 days of delivery if it is unused. Not valid in Canada.
`
const put = async (text: string, name = 'manual.md') => {
  const document = await addDocument(parts, {
    ...{ tenant, name, locale: 'en', topic: '', source: 'upload' as const },
    content: Buffer.from(text),
  })
  await readWaiting(parts, tenant)
  return document
}
const nodes = async (query = {}) => (await listStructure(parts, tenant, query)).nodes
const node = async (label: string): Promise<StructureNode> => {
  const found = (await nodes()).find((each) => each.label === label)
  if (!found) throw new Error(`no node ${label} among ${(await nodes()).map((each) => each.label).join(', ')}`)
  return found
}
const labels = async (query = {}) => (await nodes(query)).map(({ kind, label }) => `${kind} ${label}`)
const edit = (deed: StructureDeed) => editStructure(parts, { tenant }, deed)
const undo = (id: string) => undoEdit(parts, { tenant }, id)
const rename = async (from: string, label: string) => {
  const { id, revision } = await node(from)
  return edit({ do: 'change-node', nodeId: id, revision, label })
}
const links = async (label: string) => {
  const { node: self, edges, neighbours } = await showNode(parts, tenant, (await node(label)).id)
  const name = (id: string) => [self, ...neighbours].find((each) => each.id === id)!.label
  return edges.map(({ from, type, to }) => `${name(from)} ${type} ${name(to)}`)
}

test('a document is a graph that cites its sections', async () => {
  const document = await put(MANUAL)
  expect(await labels()).toEqual(
    expect.arrayContaining([
      'product Cloud washer X1',
      'attribute Capacity',
      'policy Returns policy',
      'error-code E1',
      'place Canada',
    ]),
  )
  expect(await links('E1')).toEqual(
    expect.arrayContaining(['E1 applies-to Cloud washer X1', 'Check that the tap is open. fixes E1']),
  )
  const { citations } = await showNode(parts, tenant, (await node('E1')).id)
  expect(citations).toMatchObject([{ documentId: document.id, documentName: 'manual.md', section: '1.2' }])
  expect(citations[0]!.quote).toContain('No water')
  expect(await node('Capacity')).toMatchObject({
    value: '10',
    unit: 'kg',
    edited: false,
    sourceGone: false,
    citations: 1,
  })
  expect(await labels({ kind: 'error-code' })).toEqual(['error-code E1', 'error-code F05'])
  expect(await labels({ search: '48' })).toEqual(['attribute Noise level'])
  expect(await labels({ documentId: randomUUID() })).toEqual([])
})

test('what staff changed survives reading again; what is gone goes, unless they had a hand in it', async () => {
  await put(MANUAL)
  await rename('Capacity', 'Drum size')
  const noise = await node('Noise level')
  await edit({ do: 'delete-node', nodeId: noise.id, revision: noise.revision })
  await put(MANUAL.replace('10 kg', '12 kg').replace('E1: No water comes in. Check that the tap is open.\n', ''))
  expect(await node('Drum size')).toMatchObject({ value: '12', edited: true, sourceGone: false })
  expect(await labels()).not.toContain('attribute Noise level')
  expect(await labels()).not.toContain('error-code E1')
  await put('# Something else\n\nNothing of the kind.')
  expect(await labels()).toEqual(['attribute Drum size'])
  expect(await node('Drum size')).toMatchObject({ sourceGone: true })
  await put(MANUAL)
  expect(await node('Drum size')).toMatchObject({ value: '10', sourceGone: false })
  expect(await labels()).not.toContain('attribute Noise level')
})

test('every act is taken back, in turn', async () => {
  await put(MANUAL)
  const before = { nodes: await labels(), links: await links('E1') }
  const [product, code, policy] = [await node('Cloud washer X1'), await node('E1'), await node('Returns policy')]
  const [added, edge] = [randomUUID(), randomUUID()]
  const others = (await showNode(parts, tenant, code.id)).edges
  const done = [
    await edit({
      do: 'change-node',
      nodeId: product.id,
      revision: 0,
      kind: 'policy',
      label: 'Washer',
      value: '1',
      unit: 'x',
    }),
    await edit({ do: 'add-node', nodeId: added, kind: 'place', label: 'Mars', value: '', unit: '' }),
    await edit({ do: 'add-edge', edgeId: edge, type: 'valid-in', from: code.id, to: added }),
    await edit({ do: 'change-edge', edgeId: edge, type: 'applies-to' }),
    await edit({ do: 'delete-edge', edgeId: others[0]!.id }),
    await edit({ do: 'merge-nodes', nodeId: code.id, revision: 0, into: policy.id }),
    await edit({ do: 'delete-node', nodeId: policy.id, revision: policy.revision }),
  ]
  expect(await labels()).toEqual(expect.arrayContaining(['policy Washer', 'place Mars']))
  expect(await labels()).not.toContain('error-code E1')
  expect((await listEdits(parts, tenant)).map(({ deed }) => deed)).toEqual(done.map(({ deed }) => deed).reverse())
  await expect(undo(done[5]!.id)).rejects.toMatchObject({ code: 'structure.changed' })
  for (const { id } of done.toReversed()) expect(await undo(id)).toMatchObject({ id, undone: true })
  expect({ nodes: await labels(), links: await links('E1') }).toEqual(before)
  await expect(undo(done[0]!.id)).rejects.toMatchObject({ code: 'structure.changed' })
  await expect(undo(randomUUID())).rejects.toMatchObject({ code: 'structure.not-found' })
})

test('merged, two are one: links and citations of both, also after reading again', async () => {
  await put(MANUAL)
  await put('# Washer X1 guide\n\n## Refunds\n\nRefunds are paid within 14 days.', 'guide.md')
  const [one, other] = [await node('Refunds'), await node('Returns policy')]
  await edit({ do: 'merge-nodes', nodeId: one.id, revision: one.revision, into: other.id })
  expect(await links('Returns policy')).toContain('within 14 days condition-of Returns policy')
  await put('# Washer X1 guide\n\n## Refunds\n\nRefunds are paid within 15 days.', 'guide.md')
  expect(await links('Returns policy')).toContain('within 15 days condition-of Returns policy')
  expect((await showNode(parts, tenant, other.id)).citations).toHaveLength(2)
  await expect(showNode(parts, tenant, one.id)).rejects.toMatchObject({ code: 'structure.not-found' })
})

test('two who edit the same: the second is told', async () => {
  await put(MANUAL)
  const { id } = await node('E1')
  await edit({ do: 'change-node', nodeId: id, revision: 0, label: 'E01' })
  await expect(edit({ do: 'change-node', nodeId: id, revision: 0, label: 'E001' })).rejects.toMatchObject({
    code: 'structure.changed',
  })
  await expect(edit({ do: 'merge-nodes', nodeId: id, revision: 1, into: id })).rejects.toMatchObject({
    code: 'structure.edge-wrong',
  })
  await expect(
    edit({ do: 'add-edge', edgeId: randomUUID(), type: 'fixes', from: id, to: randomUUID() }),
  ).rejects.toMatchObject({ code: 'structure.not-found' })
  await expect(
    edit({ do: 'add-node', nodeId: id, kind: 'place', label: 'x', value: '', unit: '' }),
  ).rejects.toMatchObject({ code: 'structure.changed' })
})

test('entries written by hand are read, read again when they change, and forgotten when withdrawn', async () => {
  const entryId = randomUUID()
  const write = (answer: string, baseVersion: number) => {
    const draft = { locale: 'en', title: 'Troubleshooting', questions: [], answer, topic: '' }
    return save(parts, { tenant, entryId, baseVersion, draft })
  }
  await write('H7: The door is open. Close the door.', 0)
  expect(await catchUpStructure(parts, tenant)).toBe(1)
  expect(await labels()).toEqual(['procedure Close the door.', 'error-code H7'])
  expect(await catchUpStructure(parts, tenant)).toBe(0)
  await write('H8: The door is open. Close the door.', 1)
  await catchUpStructure(parts, tenant)
  expect(await labels({ kind: 'error-code' })).toEqual(['error-code H8'])
  await withdraw(parts, { tenant, entryId })
  await catchUpStructure(parts, tenant)
  expect(await labels()).toEqual([])
})

test('a removed document takes its graph along; another that says the same keeps it', async () => {
  const first = await put(MANUAL)
  await put('# Cloud washer X1\n\n## Error codes\n\nE1: No water comes in. Open the tap.', 'short.md')
  await removeDocument(parts, { tenant }, first.id)
  expect(await labels({ kind: 'error-code' })).toEqual(['error-code E1'])
  expect(await labels({ kind: 'attribute' })).toEqual([])
})

test('a large graph is drawn around one thing, and the same way each time', async () => {
  const rows = Array.from(
    { length: 9 },
    (_, n) =>
      `## Jacket J${n}\n\n${Array.from({ length: 9 }, (_, m) => `- Part ${n}${m} length: ${m + 1} cm`).join('\n')}`,
  )
  const document = await put(`# Range\n\n${rows.join('\n\n')}`)
  const whole = await drawStructure(parts, tenant, { documentId: document.id })
  expect(whole.total).toBe(90)
  expect(whole.nodes.length).toBeLessThanOrEqual(60)
  expect(whole.centre).not.toBeNull()
  const around = await node('Jacket J3')
  const near = await drawStructure(parts, tenant, { around: around.id })
  expect(near).toMatchObject({ centre: around.id, total: 90 })
  expect(near.nodes).toHaveLength(10)
  expect(near.edges).toHaveLength(9)
  expect(await drawStructure(parts, tenant, { around: around.id })).toEqual(near)
  await expect(drawStructure(parts, tenant, { around: randomUUID() })).rejects.toMatchObject({
    code: 'structure.not-found',
  })
})

test('a question that names an error code, or a property of a product, finds its passage first, and says why', async () => {
  const filler = Array.from({ length: 12 }, (_, n) => `## Display ${n}\n\nThe display shows the time, code ${n}.`)
  await put(`# Displays\n\n${filler.join('\n\n')}`, 'filler.md')
  await put(MANUAL)
  const ask = async (text: string) => (await parts.indexes.search({ tenant, text, locale: 'en' }))[0]!
  const found = await ask('the display shows F05')
  expect(found.answer).toContain('Clean the pump filter')
  expect(found.why.parts.map(({ name }) => name)).toContain('structure')
  expect((await ask('noise level of the x1')).answer).toContain('48 dB')
  const { id, revision } = await node('F05')
  await edit({ do: 'delete-node', nodeId: id, revision })
  expect((await ask('the display shows F05')).why.parts.map(({ name }) => name)).not.toContain('structure')
})
