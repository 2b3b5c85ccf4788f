// What customers hand over: by the widget, by their files, by the shop's word for them, by an app of the shop's.
import { expect } from 'vitest'
import { newId } from '../change-sets.ts'
import { API_KEY, SIGNING_SECRET } from '../open-server.ts'
import { openVisitor } from '../whole/live-device.ts'
import { newVisitor, text } from '../whole-tenants.ts'
import { BREAKS, CRASHES, type Hunted, ORDER_NO, type Thread, until } from './hunted-server.ts'

const asVisitor = (token: string) => ({ authorization: `Bearer ${token}` })

export const customerWrites = async (
  { sheet, shown, reached }: Hunted,
  { conversationId, device, desk, say }: Thread,
) => {
  await say(`do you have a ${sheet('shop breaks').short} ${BREAKS} in stock`)
  await say(`do you have a ${sheet('turn crash').short} ${CRASHES} in stock`)
  await say(`where is my order ${ORDER_NO}?`)
  await say(sheet('message').text)
  for (const half of sheet('split message').halves) await say(half)
  const { values, short, text: all } = sheet('page on view')
  const page = `https://shop.example/orders?who=${encodeURIComponent(all)}`
  const context = { page, title: short, productId: values.word, orderNo: values.mobile }
  await say('这个多少钱', { context })
  const edited = await say('hello')
  await device.ask({ t: 'edit', conversationId, messageId: edited, parts: text(sheet('edit').text) })
  const recalled = await say(sheet('recalled message').text)
  const ofRecalled = (frame: object) => JSON.stringify(frame).includes(sheet('recalled message').values.word)
  await desk.next('message', ofRecalled)
  await device.ask({ t: 'recall', conversationId, messageId: recalled })
  await device.ask({ t: 'typing', conversationId, on: true })
  const rating = { t: 'rate', id: newId(), conversationId, score: 1, comment: sheet('rating').text }
  await device.ask(rating)
  device.send({ t: 'person', id: newId(), conversationId })
  expect(reached).toContain('the shop was asked')
  for (const way of [
    'message',
    'split message',
    'page on view',
    'edit',
    'recalled message',
    'shop breaks',
    'turn crash',
    'rating',
  ])
    await shown(way, desk)
  await shown('shop order', device)
}

/** Somebody nobody vouches for shows an order by its number and the end of their phone. */
export const strangerProves = async ({ node, shop, sheet, reached }: Hunted) => {
  const { mobile, values } = sheet('proof')
  const says = `where is my order ${ORDER_NO}? ${values.word}`
  const { token, conversationId } = await newVisitor(node, shop.open.publicKey, { says })
  const device = await openVisitor(node, token, [{ conversationId, afterSeq: 0 }])
  for (const said of [mobile.slice(-4), `手机号 ${mobile}`]) {
    const id = newId(node.clock.now())
    device.send({ t: 'send', id, conversationId, parts: text(said) })
    await device.next('ack', (frame) => frame.id === id)
  }
  device.close()
  expect(reached).toContain('proof')
}

export const customerSendsFiles = async (
  { node, sheet, arrived, shown }: Hunted,
  { customer, device, desk }: Thread,
) => {
  const upload = async (name: string, payload: string) => {
    const headers = { ...asVisitor(customer.token), 'content-type': 'text/plain' }
    const url = `/visit/files?name=${encodeURIComponent(name)}`
    const reply = await node.app.inject({ method: 'POST', url, headers, payload })
    expect(reply.statusCode, reply.body).toBe(200)
    const id = newId(node.clock.now())
    const parts = [{ kind: 'file', fileId: reply.json().fileId }]
    device.send({ t: 'send', id, conversationId: customer.conversationId, parts })
    await device.next('ack', (frame) => frame.id === id)
    return (await node.app.inject({ url: `/visit/files/${reply.json().fileId}`, headers: asVisitor(customer.token) }))
      .body
  }
  arrived('file content', await upload(`${sheet('file name').short}.txt`, sheet('file content').text))
  await shown('file name', desk)
}

/** One letter goes out; at the other the mail server says back whom it was for. */
export const customerAsksForLetters = async (hunted: Hunted, { customer }: Thread) => {
  const { node, sheet, letters, reached } = hunted
  for (const way of ['letter', 'letter refused'] as const) {
    const reply = await node.app.inject({
      method: 'POST',
      url: `/visit/conversations/${customer.conversationId}/transcript`,
      headers: { ...asVisitor(customer.token), 'content-type': 'application/json' },
      payload: JSON.stringify({ email: sheet(way).email }),
    })
    expect(reply.statusCode, reply.body).toBe(200)
  }
  await until(() => letters.letters.some(({ to }) => to.includes(sheet('letter').email)))
  await until(() => node.lines.some(({ event, job }) => event === 'job.failed' && job === 'transcripts.send'))
  for (const way of ['letter', 'letter refused']) reached.add(way)
}

export const appSends = async (hunted: Hunted) => {
  const { node, shop, sheet, endpoint, arrived } = hunted
  endpoint.state.answer = ({ event }, reply) => {
    const { text: said, values } = sheet('endpoint')
    const again = event.type === 'message_created' && endpoint.messages().length === 1
    reply.writeHead(again ? 503 : 422, `No ${values.word}`, {
      'content-type': 'text/plain',
      'retry-after': values.mobile,
      'x-person': encodeURIComponent(said),
    })
    reply.end(said)
  }
  const settings = { apiKey: API_KEY, signingSecret: SIGNING_SECRET, webhookUrl: endpoint.url, customerIds: true }
  const inbox = await node.server.accounts.createInbox(shop.tenant, { name: 'App', channel: 'open', settings })
  const post = (path: string, payload: unknown) =>
    node.app.inject({
      method: 'POST',
      url: `/open/v1/channels/${inbox.publicKey}/${path}`,
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    })
  const { text: said, short, name, values } = sheet('app')
  const sender = { id: short, name: `${name} ${values.word}`, avatar: `https://shop.example/${values.word}.png` }
  const whole = { sender, conversation_id: short, message: { id: short, text: said }, unknown: said }
  const reply = await post('messages', whole)
  expect(reply.statusCode, reply.body).toBe(200)
  const url = `http://127.0.0.1:9/${encodeURIComponent(sheet('app attachment').text).slice(0, 1800)}`
  const attachments = [{ url, name: `${sheet('app attachment').short}.png` }]
  const numbered = { ...whole, sender: { id: 'app-2' }, message: { id: 'm-2', text: 'hi', attachments } }
  expect((await post('messages', { ...numbered, external_id: 'customer-of-app' })).statusCode).toBe(200)
  const message = { id: short, text: sheet('app edit').text }
  expect((await post('messages', { ...whole, event: 'message_updated', message })).statusCode).toBe(200)
  await post('receipts', { sender, message_id: short.slice(0, 64), state: 'failed' })
  await post('typing', { sender, typing: true })
  await until(() => endpoint.messages().length >= 2)
  arrived('app', endpoint.calls)
  hunted.reached.add('endpoint')
  const list = await shop.owner.browser.call('GET', '/api/conversations?view=all')
  const rows = (list.body as unknown as { rows: { conversation: { id: string; channel: string } }[] }).rows
  const heard: string[] = []
  for (const { conversation } of rows.filter(({ conversation: { channel } }) => channel === 'open'))
    heard.push((await shop.owner.browser.call('GET', `/api/conversations/${conversation.id}/messages`)).text)
  for (const way of ['app edit', 'app attachment']) arrived(way, heard.join())
  return inbox
}
