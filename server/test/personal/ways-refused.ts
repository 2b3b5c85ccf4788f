// What is refused or breaks: every route is given planted data where none belongs, sockets get junk, and everything that can
// fail fails with planted data in its fault.
import { once } from 'node:events'
import { connect } from 'node:net'
import { type Method, ROUTES, type Route } from '@ballast/contract'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { createBrowser, tokenOfLink } from '../accounts-server.ts'
import { newId } from '../change-sets.ts'
import { API_KEY } from '../open-server.ts'
import { openStranger } from '../whole/live-device.ts'
import { postFrames, text } from '../whole-tenants.ts'
import { faultWith, type Hunted, problemsOf, type Thread, until } from './hunted-server.ts'
import type { Sheet } from './plants.ts'

const filled = (path: string, value: () => string) => path.replace(/:\w+/g, () => encodeURIComponent(value()))

/** Everywhere a request has room for a text. */
const junkOf = ({ values, short, text: all }: Sheet) => {
  const query = `?${encodeURIComponent(short)}=1&search=${encodeURIComponent(all)}&locale=${values.mobile}&cursor=${values.word}`
  const headers = {
    'user-agent': short.replaceAll(' ', '-'),
    referer: `https://shop.example/${encodeURIComponent(all)}`,
    'x-request-id': values.word,
    'x-forwarded-for': values.mobile,
    'x-person': encodeURIComponent(all),
    'accept-language': values.word,
    traceparent: `00-${values.word}-${values.mobile}-01`,
  }
  const bodies = [
    { [short]: all, [values.mobile]: { [values.email]: values['identity-card'] }, text: all, name: { [all]: 1 } },
    Object.fromEntries(['text', 'id', 'name', 'email', 'token', 'parts', 'csv', 'filter'].map((key) => [key, all])),
    [all],
  ]
  return {
    query,
    headers,
    payloads: [...bodies.map((body) => JSON.stringify(body)), `{"text":"${all}`, `${all}=${all}`],
  }
}

export const everyRouteRefuses = async ({ node, shop, sheet, refused }: Hunted, { customer }: Thread) => {
  const junk = junkOf(sheet('junk of routes'))
  const { cookie } = { cookie: shop.owner.browser.cookie() }
  const callers: Record<string, string>[] = [
    { cookie, 'sec-fetch-site': 'same-origin' },
    { authorization: `Bearer ${customer.token}` },
  ]
  const send = async (method: Method, url: string, headers: Record<string, string>, payload?: string) => {
    const type: Record<string, string> = payload === undefined ? {} : { 'content-type': 'application/json' }
    const reply = await node.app.inject({
      method,
      url,
      headers: { ...junk.headers, ...type, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    if (reply.statusCode >= 400) refused('junk of routes', reply.body)
    return reply.statusCode
  }
  const statuses = new Set<number>()
  // What would end the session, or begin what takes long.
  const left = new Set(['signOut', 'startTraining', 'listOpenEvents'])
  for (const route of (Object.values(ROUTES) as Route[]).filter(({ name }) => !left.has(name))) {
    const headers = callers[route.access === 'visitor' ? 1 : 0]!
    const hasBody = route.method !== 'GET'
    const known = filled(route.path, newId)
    const named = filled(route.path, () => sheet('junk of routes').short)
    statuses.add(await send(route.method, `${named}${junk.query}`, headers, hasBody ? '{}' : undefined))
    statuses.add(await send(route.method, `${known}${junk.query}`, headers, hasBody ? '{}' : undefined))
    for (const payload of hasBody ? junk.payloads : []) statuses.add(await send(route.method, known, headers, payload))
  }
  for (const token of [sheet('junk of routes').values.word, `${API_KEY}x`])
    statuses.add(await send('GET', '/api/conversations?view=all', { authorization: `Bearer ${token}` }))
  statuses.add(await send('POST', '/api/teams', callers[0]!, JSON.stringify({ name: junk.payloads[0]!.repeat(200) })))
  statuses.add(await send('GET', `/${encodeURIComponent(sheet('junk of routes').text)}%zz`, {}))
  for (const status of [400, 401, 404, 413]) expect([...statuses]).toContain(status)
  expect([...statuses]).not.toContain(500)
}

export const peopleAreRefused = async ({ shop, node, sheet, refused, reached }: Hunted, { customer }: Thread) => {
  const { email, short } = sheet('wrong sign-in')
  const signIn = await shop.owner.browser.call('POST', '/api/session', { body: { email, password: short } })
  expect(signIn.status).toBe(401)
  refused('wrong sign-in', signIn.text)
  // And a right one, by a browser that says too much.
  const token = tokenOfLink(await node.server.accounts.oneTimeLink(shop.agent.id))
  const headers = { 'user-agent': sheet('browser').short, 'x-forwarded-for': sheet('browser').mobile }
  const signedIn = await createBrowser(node.app).call('POST', '/api/session/link', { body: { token }, headers })
  expect(signedIn.status).toBe(200)
  reached.add('browser')
  const visit = await node.app.inject({
    method: 'POST',
    url: `/visit/${shop.open.publicKey}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({
      identity: `x.${sheet('wrong identity').values.word}.y`,
      token: sheet('wrong identity').short,
    }),
  })
  expect(visit.statusCode).toBe(401)
  refused('wrong identity', visit.body)
  const frames = await postFrames(node, sheet('wrong identity').short.replaceAll(' ', ''), [{ t: 'ping' }])
  refused('wrong identity', frames.text)
  const id = newId(node.clock.now())
  for (const said of ['once', 'twice']) {
    const parts = text(`${sheet('id used twice').short} ${said}`)
    const reply = await postFrames(node, customer.token, [
      { t: 'send', id, conversationId: customer.conversationId, parts },
    ])
    if (said === 'twice') refused('id used twice', problemsOf(reply.frames))
  }
}

export const socketsRefuse = async ({ node, sheet, refused }: Hunted, { customer, device, desk }: Thread) => {
  const { conversationId } = customer
  const { text: all, short, values } = sheet('junk frames')
  const frames: object[] = [
    { t: 'send', id: short, conversationId, parts: text(all) },
    { t: 'send', id: newId(), conversationId, parts: [{ kind: 'text', text: short.repeat(500) }] },
    { t: 'send', id: newId(), conversationId: newId(), parts: text(all) },
    { t: 'send', id: newId(), conversationId, parts: [{ kind: all, [short]: all }], [values.mobile]: all },
    { t: 'edit', conversationId, messageId: newId(), parts: text(all) },
    { t: 'judge', conversationId, messageId: newId(), helpful: false, reason: all },
    { t: 'rate', id: newId(), conversationId, score: 9, reasons: [all], comment: all },
    { t: all, [short]: all },
  ]
  for (const one of [device, desk]) {
    for (const frame of frames) refused('junk frames', problemsOf(await one.ask(frame)))
    node.clock.advance(60_000)
    one.send(`{"t":"send","parts":"${all}"`)
    one.send(Buffer.from(all))
    refused('junk frames', problemsOf(await one.ask({ t: 'ping', n: 1 })))
  }
  const stranger = await openStranger(node)
  stranger.send({ t: 'hello', v: 1, token: short, locale: values.word })
  await stranger.next('refused')
  refused('junk frames', problemsOf(stranger.frames))
  stranger.close()
  const query = `?who=${encodeURIComponent(all)}`
  const socket = new WebSocket(`${node.url.replace('http', 'ws')}/live/${values.word}${query}`, {
    headers: { cookie: short },
  })
  await once(socket, 'error')
  for (const line of [`GET /${all} HTTP/1.1\r\nhost: x\r\n\r\n`, `${all}\r\n\r\n`]) {
    const raw = connect(Number(new URL(node.url).port), '127.0.0.1')
    raw.end(line)
    let said = ''
    for await (const chunk of raw) said += String(chunk)
    refused('junk frames', said)
  }
}

/** The app of the shop calls, with a wrong key, with broken bodies, and with one that fits nothing. */
export const appIsRefused = async ({ node, sheet, refused }: Hunted, { publicKey }: { publicKey: string }) => {
  const { text: all, short, values } = sheet('broken calls')
  const post = async (key: string, payload: string, path = 'messages') => {
    const reply = await node.app.inject({
      method: 'POST',
      url: `/open/v1/channels/${publicKey}/${path}`,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'webhook-id': values.word },
      payload,
    })
    refused('broken calls', reply.body)
    return reply.statusCode
  }
  expect(await post(short.replaceAll(' ', ''), JSON.stringify({ text: all }))).toBe(401)
  expect(await post(API_KEY, `{"message":"${all}`)).toBe(400)
  expect(await post(API_KEY, JSON.stringify({ [short]: all, sender: all, message: { text: [all] } }))).toBe(400)
  const reused = (said: string) =>
    post(API_KEY, JSON.stringify({ sender: { id: short }, message: { id: values.word, text: said } }))
  await reused(all)
  expect(await reused(short)).toBe(409)
  const unknown = { sender: { id: short }, message_id: values.word, state: 'failed' }
  await post(API_KEY, JSON.stringify(unknown), 'receipts')
  await post(API_KEY, all.repeat(2_000))
}

/** A database that fails under routes, frames and jobs; a listener on the bus that throws, and throws what is no error. */
export const thingsBreak = async (hunted: Hunted, { customer, device }: Thread) => {
  const { node, shop, sheet, refused, reached } = hunted
  await hunted.whileBroken('database fault', async () => {
    for (const path of ['/api/conversations?view=all', `/api/contacts/${customer.contactId}`, '/api/knowledge']) {
      const reply = await shop.owner.browser.call('GET', path)
      expect(reply.status).toBe(500)
      refused('database fault', reply.text)
    }
    const { conversationId } = customer
    const frame = { t: 'send', id: newId(), conversationId, parts: text(sheet('database fault').text) }
    refused('database fault', problemsOf(await device.ask(frame)))
    refused('database fault', (await postFrames(node, customer.token, [frame])).text)
    await until(() => node.lines.some(({ event }) => event === 'facts.consume-failed'))
  })
  const { bus } = node.server
  const thrown: unknown[] = [
    faultWith(sheet('listener')),
    sheet('listener').text,
    { said: sheet('listener').text },
    new AggregateError([faultWith(sheet('listener'))], sheet('listener').text),
  ]
  const listening = bus.subscribe('hunt.>', () => {
    const next = thrown.shift()
    if (next !== undefined) throw next
  })
  for (let n = thrown.length; n > 0; n--) bus.publish('hunt.one', {})
  await bus.flush()
  listening.unsubscribe()
  expect(node.lines.filter(({ event }) => event === 'bus.handler-failed')).toHaveLength(4)
  reached.add('listener')
}
