// What colleagues type. Names of things and ready texts are theirs and stand in the clear in their own columns; the rest is sealed.
import { expect } from 'vitest'
import { newId } from '../change-sets.ts'
import { text } from '../whole-tenants.ts'
import { type Hunted, type Thread, until } from './hunted-server.ts'

/** Where what a colleague writes for everybody to read may stand as it is. */
export const IN_THE_CLEAR: Readonly<Record<string, RegExp>> = {
  'canned reply': /^ballast\.canned_replies\.(shortcut|shortcut_key|title|body)$/,
  'saved view': /^ballast\.saved_views\.name$/,
  knowledge: /^ballast\.knowledge_(entries|versions)\.(title|questions|answer|topic)$/,
  'imported knowledge': /^ballast\.knowledge_(entries|versions)\.(title|questions|answer|topic)$/,
  'intent title': /^ballast\.intents\.title_(zh|en)$/,
  'team name': /^ballast\.teams\.name$/,
  'inbox name': /^ballast\.inboxes\.(name|bot_name)$|^ballast\.messages\.author_name$/,
  'staff name': /^ballast\.staff\.name$|^ballast\.messages\.author_name$/,
  'key name': /^ballast\.api_keys\.name$/,
  'workspace name': /^ballast\.tenants\.name$/,
  // The shop's own number of its customer is looked up by, so it stands there; a shop must not use a phone number for it.
  'customer number': /^ballast\.contacts\.external_id$/,
}

const callOf =
  ({ shop }: Hunted) =>
  async (method: string, path: string, body?: object, expected = 200) => {
    const reply = await shop.owner.browser.call(method, path, body === undefined ? {} : { body })
    expect(reply.status, `${method} ${path}: ${reply.text}`).toBe(expected)
    return reply
  }

export const colleaguesTalk = async (hunted: Hunted, { conversationId, customer, device, desk }: Thread) => {
  const { node, shop, sheet, arrived, shown } = hunted
  const call = callOf(hunted)
  const path = `/api/conversations/${conversationId}`
  const write = (way: string, note: boolean) =>
    call('POST', `${path}/messages`, { id: newId(node.clock.now()), parts: text(sheet(way).text), note })
  await call('POST', `${path}/take`, { force: true })
  const { message } = (await write('reply', false)).body as unknown as { message: { id: string } }
  await write('note', true)
  // Before it is changed.
  for (const way of ['reply', 'note']) await shown(way, desk)
  await call('PUT', `${path}/messages/${message.id}`, { parts: text(sheet('edited reply').text) })
  await call('POST', `${path}/transfer`, { staffId: shop.agent.id, note: sheet('transfer note').text.slice(0, 500) })
  for (const way of ['edited reply', 'transfer note']) await shown(way, desk)
  expect(JSON.stringify(device.frames)).not.toContain(sheet('note').values.word)
  const reveal = `/api/contacts/${customer.contactId}/reveal`
  const phone = await call('POST', reveal, { field: 'phone', reason: 'delivery' })
  expect(phone.text).toContain(sheet('identity').mobile)
  arrived('identity', (await call('GET', `/api/contacts/${customer.contactId}`)).text)
  await call('GET', `/api/contacts/${customer.contactId}/orders`)
  arrived('customer number', sheet('customer number').short)
}

/** Names and ready texts: shown again by the route that lists them. */
export const colleaguesArrange = async (hunted: Hunted) => {
  const { sheet, arrived } = hunted
  const call = callOf(hunted)
  const { text: all, short, values } = sheet('canned reply')
  const reply = { shortcut: values.word, title: short, text: all, shared: true }
  await call('PUT', `/api/canned-replies/${newId()}`, reply)
  arrived('canned reply', (await call('GET', '/api/canned-replies')).text)
  await call('PUT', `/api/views/${newId()}`, { name: sheet('saved view').short, filter: {}, shared: true })
  arrived('saved view', (await call('GET', '/api/views')).text)
  const { text: answer, short: title } = sheet('knowledge')
  const entry = { locale: 'en', title, questions: [title], answer, topic: 'delivery', baseVersion: 0 }
  await call('PUT', `/api/knowledge/${newId()}`, entry)
  const imported = sheet('imported knowledge')
  await call('POST', '/api/knowledge/import', { text: `Q: ${imported.short}?\nA: ${imported.text}`, locale: 'en' })
  const entries = (await call('GET', '/api/knowledge')).text
  for (const way of ['knowledge', 'imported knowledge']) arrived(way, entries)
  await call('POST', '/api/teams', { name: sheet('team name').short })
  arrived('team name', (await call('GET', '/api/teams')).text)
  const made = await call('POST', '/api/inboxes', { name: sheet('inbox name').short, channel: 'web' })
  const { inbox } = made.body as unknown as { inbox: { id: string } }
  await call('PATCH', `/api/inboxes/${inbox.id}`, { botName: sheet('inbox name').values.word })
  arrived('inbox name', (await call('GET', '/api/inboxes')).text)
  await call('POST', '/api/keys', { name: sheet('key name').short, permissions: ['facts.read'] })
  arrived('key name', (await call('GET', '/api/keys')).text)
  const colleague = { name: sheet('staff name').short, email: sheet('staff address').email, role: 'agent' }
  await call('POST', '/api/staff', colleague)
  hunted.refused('staff address', (await call('POST', '/api/staff', colleague, 409)).text)
  const staff = (await call('GET', '/api/staff')).text
  arrived('staff name', staff)
  expect(staff).toContain(sheet('staff address').email)
  await call('PATCH', '/api/workspace', { name: sheet('workspace name').short })
  arrived('workspace name', (await call('GET', '/api/workspace')).text)
}

/** What is taught is covered on the way in, whoever teaches it: it goes into models and comes out as CSV. */
export const colleaguesTeach = async (hunted: Hunted, { conversationId }: Thread): Promise<string> => {
  const { sheet, arrived, reached } = hunted
  const call = callOf(hunted)
  const title = { zh: sheet('intent title').short, en: sheet('intent title').short }
  await call('PUT', '/api/language/intents/i-hunted', { title, on: true })
  arrived('intent title', (await call('GET', '/api/language/intents')).text)
  const lesson = { intent: 'i-hunted', text: sheet('example').text.slice(0, 490) }
  await call('PUT', `/api/language/examples/${newId()}`, lesson)
  const csv = [`"${sheet('examples by CSV').text.slice(0, 490)}",i-hunted`, '怎么还没到,i-hunted'].join('\n')
  const added = await call('POST', '/api/language/import', { csv })
  expect(added.body.added, added.text).toBe(2)
  const all = (await call('GET', `/api/conversations/${conversationId}/messages`)).body as unknown as {
    messages: { id: string; author: { kind: string }; parts: object[] }[]
  }
  const said = all.messages.find((message) => JSON.stringify(message).includes(sheet('message').values.word))
  await call('POST', `/api/conversations/${conversationId}/messages/${said!.id}/meaning`, { intent: 'i-hunted' })
  const { text: tried } = sheet('sentence tried')
  await call('POST', '/api/language/try', { text: tried.slice(0, 490), version: 1 })
  await call('POST', '/api/language/compare', { left: 1, right: 1, csv: `"${sheet('sentences compared').text}",where` })
  for (const way of ['example', 'examples by CSV', 'sentence tried', 'sentences compared']) reached.add(way)
  await call('POST', '/api/language/training', {})
  await until(async () => {
    const { training } = (await call('GET', '/api/language/training')).body as unknown as {
      training: { state: string }
    }
    return training.state === 'running'
  })
  await call('DELETE', '/api/language/training')
  const { csv: exported } = (await call('GET', '/api/language/export')).body as unknown as { csv: string }
  expect(exported.split('\n').filter((line) => line.includes('i-hunted')).length).toBeGreaterThanOrEqual(3)
  return exported
}
