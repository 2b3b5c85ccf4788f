// The whole server with everything that leaves it under watch, a shop whose systems break in many ways, and a database that
// fails on demand. Faults carry planted data, as those of libraries do.
import { expect } from 'vitest'
import { type Commerce, noCommerce, type Order } from '../../src/features/commerce/index.ts'
import type { Database } from '../../src/platform/database/open.ts'
import { newId } from '../change-sets.ts'
import { startMailServer } from '../mail-server.ts'
import { startEndpoint, until } from '../open-server.ts'
import { type Device, openDesk, openVisitor } from '../whole/live-device.ts'
import { startWholeServer } from '../whole-server.ts'
import { type Loose, newVisitor, openTwin, signIdentity, text } from '../whole-tenants.ts'
import { type Sheet, sheetOf } from './plants.ts'
import { watchConnections, watchDatabaseLog, watchOutput, watchSpans } from './witnesses.ts'

/** At these words the shop's system breaks, or gives what breaks us. */
export const BREAKS = 'BREAKSTHESHOP'
export const CRASHES = 'CRASHESTHETURN'
export const ORDER_NO = 'BL200777'

/** What PostgreSQL, or any library, may say of a value it does not like. */
export const faultWith = ({ text: said, values }: Sheet): Error =>
  Object.assign(new Error(`invalid input syntax for type uuid: "${said}"`, { cause: new TypeError(said) }), {
    severity: 'ERROR',
    code: '22P02',
    detail: `Failing row contains (${said}).`,
    where: `unnamed portal parameter $1 = '${values.mobile}'`,
    input: said,
    config: { headers: { to: values.email }, data: said },
    [values.mobile]: values.name,
  })

const explode = (sheet: Sheet): never => {
  throw faultWith(sheet)
}
const hostileShop = (sheet: (way: string) => Sheet, reached: Set<string>): Commerce => ({
  ...noCommerce(),
  searchProducts: async ({ text: asked }) => {
    // What the shop answers goes off in the middle of our own code.
    if (asked.includes(CRASHES)) return [new Proxy({}, { get: () => explode(sheet('turn crash')) })] as never
    if (!asked.includes(BREAKS)) return []
    reached.add('the shop was asked')
    throw Object.assign(new TypeError(`cannot read ${asked}`), { detail: sheet('shop breaks').text })
  },
  findOrders: async ({ as }) => {
    reached.add('shop order')
    return [orderWith(sheet('shop order'), as)]
  },
  getOrder: async () => {
    reached.add('shop order')
    return orderWith(sheet('shop order'), 'customer-77')
  },
  trace: async () => orderWith(sheet('shop order'), '').parcels,
  proveOrder: async ({ phoneLast4 }) => {
    reached.add('proof')
    throw new Error(`no order of ${sheet('proof').mobile}, ${phoneLast4}`)
  },
})
const orderWith = (sheet: Sheet, externalId: string): Order => ({
  orderNo: ORDER_NO,
  externalId,
  status: 'shipped',
  placedAt: '2026-11-11T00:00:00Z',
  total: { amount: 19_900, currency: 'CNY' },
  items: [],
  parcels: [
    {
      carrier: { zh: `顺丰 ${sheet.values.word}`, en: `SF ${sheet.values.word}` },
      trackingNo: 'SF1234567890',
      events: [{ at: '2026-11-12T00:00:00Z', text: { zh: sheet.text.slice(0, 280), en: sheet.text.slice(0, 280) } }],
      skus: [],
    },
  ],
})

export const startHunted = async () => {
  const sheets = new Map<string, Sheet>()
  const sheet = (way: string): Sheet => {
    const made = sheets.get(way) ?? sheetOf(way)
    sheets.set(way, made)
    return made
  }
  const reached = new Set<string>()
  let fault: Error | undefined
  const through = (database: Database): Database => ({
    ...database,
    as: async (tenants, work) => (fault === undefined ? database.as(tenants, work) : Promise.reject(fault)),
    worker: async (work) => (fault === undefined ? database.worker(work) : Promise.reject(fault)),
    statement: async (said, values) => (fault === undefined ? database.statement(said, values) : Promise.reject(fault)),
  })
  const witnesses = { output: watchOutput(), spans: watchSpans(), connections: watchConnections() }
  const postgres = await watchDatabaseLog()
  const endpoint = await startEndpoint()
  const letters = await startMailServer({ refuse: (to) => (to === sheet('letter refused').email ? 451 : undefined) })
  const node = await startWholeServer({
    through,
    commerce: hostileShop(sheet, reached),
    env: { SMTP_URL: letters.url, ALLOW_PRIVATE_WEBHOOKS: 'true' },
  })
  const traffic: string[] = []
  node.server.bus.subscribe('>', (payload, subject) => void traffic.push(`${subject} ${JSON.stringify(payload)}`))
  const shop = await openTwin(node, 'alpha')
  const refusals: string[] = []
  return {
    node,
    shop,
    sheet,
    sheets,
    endpoint,
    letters,
    traffic,
    refusals,
    postgres,
    witnesses,
    /** What is asked meanwhile meets a database that fails with this sheet. */
    whileBroken: async (way: string, work: () => Promise<void>) => {
      fault = faultWith(sheet(way))
      await work().finally(() => {
        fault = undefined
      })
    },
    /** Notes that what came in this way was seen where it belongs. */
    arrived: (way: string, seen: unknown) => {
      const heap = typeof seen === 'string' ? seen : JSON.stringify(seen)
      expect(heap.includes(sheet(way).values.word), `${way} was not seen where it belongs`).toBe(true)
      reached.add(way)
    },
    /** The same for a device, as soon as it has it. */
    shown: async (way: string, { frames }: Device) => {
      await until(() => JSON.stringify(frames).includes(sheet(way).values.word))
      reached.add(way)
    },
    /** Notes that what came in this way was refused, and keeps the refusal. */
    refused: (way: string, said: string) => {
      refusals.push(said)
      reached.add(way)
    },
    reached,
    stop: async () => {
      for (const { stop } of Object.values(witnesses)) stop()
      await node.stop()
      await endpoint.stop()
      await letters.stop()
    },
  }
}
export type Hunted = Awaited<ReturnType<typeof startHunted>>

/** A verified customer on a socket, and the desk that looks on. */
export const openThread = async (hunted: Hunted) => {
  const { node, shop, sheet } = hunted
  const key = await node.server.accounts.rotateIdentitySecret(shop.tenant, shop.open.id)
  const { name, mobile, email, values } = sheet('identity')
  const claims = { sub: sheet('customer number').short, name: `${name} ${values.word}`, phone: mobile, email }
  const identity = await signIdentity(key, shop.open.publicKey, claims)
  const customer = await newVisitor(node, shop.open.publicKey, { says: sheet('first message').text, identity })
  const { conversationId } = customer
  const device = await openVisitor(node, customer.token, [{ conversationId, afterSeq: 0 }])
  const desk = await openDesk(node, shop.agent.browser)
  await desk.ask({ t: 'watch', conversationId, afterSeq: 0 })
  await hunted.shown('first message', desk)
  const say = async (said: string, more: object = {}): Promise<string> => {
    const id = newId(node.clock.now())
    device.send({ t: 'send', id, conversationId, parts: text(said), ...more })
    return (await device.next('ack', (frame) => frame.id === id)).messageId as string
  }
  const close = () => {
    device.close()
    desk.close()
  }
  return { customer, conversationId, device, desk, say, close }
}
export type Thread = Awaited<ReturnType<typeof openThread>>

export const problemsOf = (frames: readonly Loose[]): string =>
  JSON.stringify(frames.filter(({ t }) => t === 'refused').map(({ ref: _, ...rest }) => rest))

export { type Device, until }
