// The command against a whole server: a file into force, a cart priced, a customer told that a price has changed.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@ballast/contract/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteQuote } from '../../server/src/features/promotions/index.ts'
import { startWholeServer, type WholeServer } from '../../server/test/whole-server.ts'
import { openTwin, type Twin } from '../../server/test/whole-tenants.ts'
import { RULES_HELP, type RulesValues, rulesCommand } from './rules.ts'

let node: WholeServer
let shop: Twin
let client: Client
const folder = mkdtempSync(join(tmpdir(), 'rules-'))
beforeAll(async () => {
  node = await startWholeServer()
  shop = await openTwin(node, 'alpha')
  client = createClient({ baseUrl: node.url, headers: { authorization: `Bearer ${shop.key.secret}` } })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await node.stop()
})

const fileOf = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
const run = async (words: string[], values: RulesValues = {}) => {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) }
  const code = await rulesCommand(client, words, values, terminal)
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const CART = { currency: 'CNY', lines: [{ productId: 'coat', price: 39_900, quantity: 1 }] }
const table = (minus: number) => fileOf('rules.csv', `编号,类型,名称,阶梯\nfull,满减,双11满减,满300减${minus}\n`)

test('a table goes into force, the next price follows it, and who was told the old one hears of it', async () => {
  expect(await run(['import', table(40)])).toEqual({ code: 0, out: 'Version 3: 1 rules read, in force.', err: '' })
  const cart = fileOf('cart.json', JSON.stringify(CART))
  expect((await run(['price'], { cart })).out).toBe('满减「双11满减」：-¥40.00\n合计 ¥359.00')
  const { price, version } = JSON.parse((await run(['price'], { cart, json: true })).out)
  expect([price.total, version]).toEqual([35_900, 3])
  const { conversationId, messageId } = shop.neighbour
  const id = randomUUID()
  const told = { cart: CART, buyer: {}, amount: price.total, version, at: node.clock.now(), locale: 'en' }
  await noteQuote(node.server.promotions.parts, shop.tenant, { id, conversationId, messageId, ...told })
  const json = JSON.parse((await run(['import', table(60)], { json: true })).out)
  expect(json).toEqual({ version: 4, inForce: true, rules: 1, problems: [], broken: [] })
  const { answers } = await client.listWrongAnswers()
  expect(answers.map(({ id, told, now }) => [id, told, now])).toEqual([[id, 35_900, 33_900]])
  for (let time = 0; time < 2; time++) await client.correctAnswers({ body: { ids: [id] } })
  const { messages } = await client.listMessages({ params: { conversationId }, query: {} })
  const corrections = messages.filter(({ parts }) => JSON.stringify(parts).includes('¥339.00'))
  expect(corrections.map(({ author }) => author.kind)).toEqual(['bot'])
  expect((await client.listWrongAnswers()).answers).toEqual([])
})

test('what goes wrong has words and an exit code', async () => {
  const half = fileOf('half.csv', 'id,kind,name,pay\na,percent,A,90%\nb,percent,B,lots\n')
  expect(await run(['import', half], { draft: true })).toMatchObject({ code: 0, err: 'row 3: cell.unreadable (pay)' })
  const broken = fileOf('broken.csv', 'id,kind,name,code\nc,coupon,C,X\n')
  expect(await run(['import', broken])).toMatchObject({ code: 1, err: 'These rules cannot work as written: c' })
  expect(await run(['import', fileOf('none.csv', 'hello\n')])).toMatchObject({ code: 1 })
  expect((await run(['import', fileOf('odd.xlsx', 'PK\x03\x04')])).err).toContain('no table of rules')
  const yen = fileOf('yen.json', JSON.stringify({ cart: { ...CART, currency: 'JPY' } }))
  expect((await run(['price'], { cart: yen })).err).toContain('another currency')
  await expect(run(['price'])).rejects.toThrow(RULES_HELP)
  await expect(run(['fly'])).rejects.toThrow(RULES_HELP)
})
