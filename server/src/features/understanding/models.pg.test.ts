// A model of several pieces comes back whole, and reading one lets others in.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWholeServer, type WholeServer } from '../../../test/whole-server.ts'
import { openTwin, type Twin } from '../../../test/whole-tenants.ts'
import { figuresOf } from './rules/figures.ts'
import { insertModel, readPieces } from './store-models.ts'

let node: WholeServer
let shop: Twin
beforeAll(async () => {
  node = await startWholeServer()
  shop = await openTwin(node, 'alpha')
})
afterAll(() => node.stop())

const store = (bytes: Buffer): Promise<number> =>
  node.database.as(shop.tenant, (tx) =>
    insertModel(tx, shop.tenant, {
      bytes,
      figures: { ...figuresOf([]), trainSeconds: 0, modelBytes: bytes.length },
      staffId: null,
      at: new Date(),
      keep: 30,
    }),
  )
const read = (version: number): Promise<Buffer[]> =>
  node.database.as(shop.tenant, (tx) => readPieces(tx, shop.tenant, version))

it('reads a model in pieces, in order', async () => {
  const bytes = randomBytes(1_300_000)
  const pieces = await read(await store(bytes))
  expect(pieces.length).toBe(3)
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
  expect(await read(999)).toEqual([])
})

it('has the built-in model from the start, the same one for all', async () => {
  const { models } = node.server.language.parts
  await models.prepare()
  const model = await models.load(shop.tenant, 0)
  expect(model.classify('我的快递到哪里了').label).toBe('order-where')
  expect(await models.load(shop.tenant, 0)).toBe(model)
})
