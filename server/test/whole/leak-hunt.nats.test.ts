// What people say and who they are is planted as words that exist nowhere else; after every scenario the words are looked
// for wherever they must not be: the log, the metrics, every table in the clear, the jobs, the bus, every refusal.
import { connect, type NatsConnection } from '@nats-io/transport-node'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../change-sets.ts'
import { freePort, natsServerMissing, type RunningNats, startNats } from '../start-nats.ts'
import { POISON, SLOW, startWholeServer, type WholeServer } from '../whole-server.ts'
import { newVisitor, openTwin, postFrames, signIdentity, type Twin, text } from '../whole-tenants.ts'
import { type Device, openDesk, openVisitor } from './live-device.ts'

/** No word of these is any other word of the program. */
const PLANTED = {
  message: 'zqmessage-7351',
  name: 'Zqname Qianlong',
  phone: '13987654321',
  email: 'zqmail@zqdomain.example',
  address: 'zqaddress lane 17',
  note: 'zqnote-4412',
  reply: 'zqreply-9920',
  edited: 'zqedited-5512',
  recalled: 'zqrecalled-1188',
  transfer: 'zqtransfer-3377',
  page: 'https://shop.example/zqpage-6641',
  poison: `zqpoison-2209 ${POISON}`,
  order: 'ZQ20261111000777',
  password: 'zqpassword wrong horse',
  comment: 'zqcomment-6060',
  letter: 'zqletter@zqdomain.example',
  slow: `zqslow-1212 ${SLOW}`,
  staffEmail: 'zqstaff@zqdomain.example',
  badToken: 'zqtoken-8080',
} as const
const WORDS = Object.values(PLANTED).map((word) => word.replace(/ (POISONPILL|SLOWPARCEL)$/, ''))

const found = (where: string, heap: string): string[] => {
  // Also as JSON would write it inside a string, as base64 and as hex: an encoding is no protection.
  const lower = heap.toLowerCase()
  return WORDS.flatMap((word) => {
    const forms = [
      word,
      Buffer.from(word).toString('hex'),
      Buffer.from(word).toString('base64').replace(/=+$/, '').slice(0, -1),
    ]
    return forms.some((form) => lower.includes(form.toLowerCase())) ? [`${where}: ${word}`] : []
  })
}

describe.skipIf(natsServerMissing() !== undefined)('planted words', () => {
  let nats: RunningNats
  let spy: NatsConnection
  let node: WholeServer
  let shop: Twin
  const traffic: string[] = []
  const refusals: string[] = []
  const devices: Device[] = []

  beforeAll(async () => {
    nats = await startNats(await freePort())
    spy = await connect({ servers: `nats://127.0.0.1:${nats.port}` })
    spy.subscribe('>', { callback: (_, message) => void traffic.push(`${message.subject} ${message.string()}`) })
    node = await startWholeServer({ natsPort: nats.port })
    shop = await openTwin(node, 'alpha')
    await runScenarios()
  })
  afterAll(async () => {
    for (const device of devices) device.close()
    await spy?.close()
    await node?.stop()
    await nats?.kill()
  })

  const call = async (method: string, path: string, body?: object) => {
    const reply = await shop.owner.browser.call(method, path, body === undefined ? {} : { body })
    if (reply.status >= 400) refusals.push(reply.text)
    return reply
  }
  const plantedCustomer = async () => {
    const key = await node.server.accounts.rotateIdentitySecret(shop.tenant, shop.open.id)
    const { name, phone, email } = PLANTED
    const identity = await signIdentity(key, shop.open.publicKey, { sub: 'customer-77', name, phone, email })
    return newVisitor(node, shop.open.publicKey, { says: `${PLANTED.message} ${PLANTED.address}`, identity })
  }
  const customerTalks = async (customer: Awaited<ReturnType<typeof plantedCustomer>>, device: Device) => {
    const { conversationId } = customer
    const say = async (said: string) => {
      const id = newId(node.clock.now())
      const context = { page: PLANTED.page, title: PLANTED.message, orderNo: PLANTED.order }
      device.send({ t: 'send', id, conversationId, parts: text(said), context })
      return (await device.next('ack', (frame) => frame.id === id)).messageId as string
    }
    await say(`my phone is ${PLANTED.phone}, mail ${PLANTED.email}, where is my order ${PLANTED.order}?`)
    await say('4321')
    await say(`do you have a ${PLANTED.poison} in stock`)
    await say(`do you have a ${PLANTED.slow} in stock`)
    await device.next('partial')
    const edited = await say(PLANTED.message)
    await device.ask({ t: 'edit', conversationId, messageId: edited, parts: text(PLANTED.edited) })
    const recalled = await say(PLANTED.recalled)
    await device.ask({ t: 'recall', conversationId, messageId: recalled })
    await device.ask({ t: 'typing', conversationId, on: true })
    device.send({ t: 'person', id: newId(), conversationId })
    await device.ask({ t: 'read', conversationId, seq: 3 })
    const rating = { t: 'rate', id: newId(node.clock.now()), conversationId, score: 1 }
    await device.ask({ ...rating, comment: PLANTED.comment })
    const again = await device.ask({ ...rating, id: newId(node.clock.now()), comment: PLANTED.comment })
    expect(again.map(({ problem }) => problem?.code)).toContain('rating.given')
    refusals.push(JSON.stringify(again.filter(({ t }) => t === 'refused').map(({ ref: _, ...rest }) => rest)))
    for (const email of [PLANTED.letter, `${PLANTED.letter}, ${PLANTED.email}`]) {
      const reply = await node.app.inject({
        method: 'POST',
        url: `/visit/conversations/${conversationId}/transcript`,
        headers: { authorization: `Bearer ${customer.token}`, 'content-type': 'application/json' },
        payload: JSON.stringify({ email }),
      })
      if (reply.statusCode !== 200) refusals.push(reply.body)
      expect(reply.statusCode).toBe(email === PLANTED.letter ? 200 : 400)
    }
  }
  const colleaguesWork = async ({ conversationId, contactId }: { conversationId: string; contactId: string }) => {
    const path = `/api/conversations/${conversationId}`
    const write = (said: string, note: boolean) =>
      call('POST', `${path}/messages`, { id: newId(node.clock.now()), parts: text(said), note })
    await call('POST', `${path}/take`, { force: true })
    await write(PLANTED.reply, false)
    await write(PLANTED.note, true)
    await call('POST', `${path}/transfer`, { staffId: shop.agent.id, note: PLANTED.transfer })
    for (const field of ['phone', 'email', 'address'])
      await call('POST', `/api/contacts/${contactId}/reveal`, { field, reason: 'delivery' })
    await call('GET', `/api/contacts/${contactId}/orders`)
    const invited = { name: 'New', email: PLANTED.staffEmail, role: 'agent' }
    await call('POST', '/api/staff', invited)
    await call('POST', '/api/staff', invited)
    await call('POST', `${path}/resolve`, {})
  }
  /** Refusals must not say back what was wrong with more than its place. */
  const mistakes = async ({ token, conversationId }: { token: string; conversationId: string }, device: Device) => {
    const { message, password, badToken, phone, email } = PLANTED
    const wrong = [
      { t: 'send', id: message, conversationId, parts: text(message) },
      { t: 'send', id: newId(), conversationId, parts: [{ kind: 'text', text: message.repeat(900) }] },
      { t: 'send', id: newId(), conversationId: newId(), parts: text(message) },
      { t: 'edit', conversationId, messageId: newId(), parts: text(message) },
    ]
    for (const frame of wrong)
      refusals.push(JSON.stringify((await device.ask(frame)).map(({ ref: _, ...rest }) => rest)))
    refusals.push((await postFrames(node, badToken, [{ t: 'ping' }])).text)
    refusals.push((await postFrames(node, token, `[{"t":"send","parts":"${message}"`)).text)
    await call('POST', '/api/session', { email, password })
    await call('POST', '/api/session', { email: PLANTED.staffEmail, password })
    await call('GET', `/api/contacts/${encodeURIComponent(phone)}`)
    await call('GET', `/api/knowledge?search=${encodeURIComponent(message)}&locale=${encodeURIComponent(phone)}`)
    await call('POST', '/api/teams', { name: phone.repeat(100) })
    await call('PUT', `/api/session/password`, { current: password, next: 'short' })
    await call('GET', `/api/${encodeURIComponent(message)}`)
  }
  const runScenarios = async () => {
    const customer = await plantedCustomer()
    const { conversationId } = customer
    const device = await openVisitor(node, customer.token, [{ conversationId, afterSeq: 0 }])
    const desk = await openDesk(node, shop.agent.browser)
    devices.push(device, desk)
    await desk.ask({ t: 'watch', conversationId, afterSeq: 0 })
    await customerTalks(customer, device)
    await colleaguesWork(customer)
    node.clock.advance(60_000)
    await mistakes(customer, device)
    // The words did arrive where they belong: otherwise their absence elsewhere would prove nothing.
    await desk.next('message', (frame) => JSON.stringify(frame).includes(PLANTED.note))
    expect(JSON.stringify(device.frames)).toContain(PLANTED.reply)
    expect(JSON.stringify(device.frames)).not.toContain(PLANTED.note)
    await new Promise((done) => setTimeout(done, 1_500))
  }

  test('are not in the log', () => {
    expect(node.lines.length).toBeGreaterThan(5)
    expect(found('log', JSON.stringify(node.lines))).toEqual([])
  })
  test('are not in the metrics', async () => {
    const { body } = await node.app.inject('/metrics')
    expect(body).toContain('ballast_')
    expect(found('metrics', body)).toEqual([])
  })
  test('are not on the bus', async () => {
    await spy.flush()
    expect(traffic.filter((line) => line.startsWith('facts.')).length).toBeGreaterThan(10)
    expect(traffic.some((line) => line.startsWith('typing.'))).toBe(true)
    expect(traffic.some((line) => line.startsWith('partial.'))).toBe(true)
    expect(traffic.join()).not.toContain('Looking up')
    expect(traffic.flatMap((line) => found('bus', line))).toEqual([])
  })
  test('are not in refusals', () => {
    expect(refusals.length).toBeGreaterThan(10)
    expect(refusals.flatMap((reply) => found('refusal', reply))).toEqual([])
  })
  test('are in no table in the clear: facts, jobs, sessions and all', async () => {
    const reader = new pg.Client(node.database.urlFor('migrate'))
    await reader.connect()
    const { rows: tables } = await reader.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('ballast', 'jobs', 'auth') AND c.relkind = 'r' ORDER BY 1`,
    )
    const read = async (name: string): Promise<string> => {
      for (const role of ['migrate', 'jobs', 'auth'] as const) {
        const client = new pg.Client(node.database.urlFor(role))
        await client.connect()
        try {
          const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
          return rows.map(({ row }) => row).join('\n')
        } catch {
          // Another role's table.
        } finally {
          await client.end()
        }
      }
      throw new Error(`nobody reads ${name}`)
    }
    const hits: string[] = []
    let bytes = 0
    for (const { name } of tables) {
      const heap = await read(name)
      bytes += heap.length
      hits.push(...found(name, heap))
    }
    await reader.end()
    expect(tables.length).toBeGreaterThan(30)
    expect(bytes).toBeGreaterThan(10_000)
    expect(hits).toEqual([])
  })
})
