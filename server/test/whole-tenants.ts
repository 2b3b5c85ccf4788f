// Two workspaces that look alike, filled through the front doors; every text of each carries its own mark.

import { PERMISSIONS, type Permission, type Role, type Uuid } from '@ballast/contract'
import { SignJWT } from 'jose'
import { sql } from 'kysely'
import { identify } from '../src/features/contacts/index.ts'
import { createIds } from '../src/platform/ids.ts'
import type { Answer, Browser } from './accounts-server.ts'
import { newId } from './change-sets.ts'
import { png } from './sample-files.ts'
import { storeTinyModels } from './tiny-models.ts'
import { begunImport, grownCluster, helped, wonCourt } from './whole/grown.ts'

import { ORIGIN, startWholeServer, type WholeNode, type WholeServer } from './whole-server.ts'

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[]

export interface Colleague {
  readonly id: Uuid
  readonly browser: Browser
}
export interface Visitor {
  readonly token: string
  readonly contactId: Uuid
  readonly conversationId: Uuid
  /** Of the first message. */
  readonly messageId: Uuid
}
/** A frame of an answer, loosely: tests say what they expect of it. */
export type Loose = Record<string, unknown> & { t: string; problem?: { code: string; path?: string } }

const must = (answer: Answer, what: string): Answer['body'] => {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${answer.text}`)
  return answer.body
}

/** Frames over plain HTTP, as a device behind a strict proxy sends them. */
export const postFrames = async (
  node: Pick<WholeNode, 'app'>,
  token: string,
  frames: unknown,
): Promise<{ status: number; text: string; frames: Loose[] }> => {
  const reply = await node.app.inject({
    method: 'POST',
    url: '/live/visitor/frames',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: typeof frames === 'string' ? frames : JSON.stringify(frames),
  })
  return { status: reply.statusCode, text: reply.body, frames: reply.json().frames ?? [] }
}

export const text = (value: string) => [{ kind: 'text' as const, text: value }]

export const visit = async (
  node: Pick<WholeNode, 'app'>,
  publicKey: string,
  body: Record<string, unknown> = {},
): Promise<{ status: number; text: string; token: string; contactId: Uuid }> => {
  const reply = await node.app.inject({
    method: 'POST',
    url: `/visit/${publicKey}`,
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    payload: JSON.stringify(body),
  })
  return { status: reply.statusCode, text: reply.body, ...reply.json() }
}

/** Somebody opens the widget and writes. */
export const newVisitor = async (
  node: Pick<WholeNode, 'app' | 'clock'>,
  publicKey: string,
  options: { says: string; identity?: string },
): Promise<Visitor> => {
  const opened = await visit(node, publicKey, options.identity === undefined ? {} : { identity: options.identity })
  if (opened.status !== 200) throw new Error(`visit: ${opened.text}`)
  const id = newId(node.clock.now())
  const sent = await postFrames(node, opened.token, [{ t: 'send', id, parts: text(options.says) }])
  const ack = sent.frames.find((frame) => frame.t === 'ack')
  if (ack === undefined) throw new Error(`send: ${sent.text}`)
  const { conversationId, messageId } = ack as unknown as Visitor
  return { token: opened.token, contactId: opened.contactId, conversationId, messageId }
}

export const signIdentity = (
  key: { secret: string; keyId: string },
  publicKey: string,
  claims: Record<string, unknown>,
): Promise<string> =>
  new SignJWT({
    aud: publicKey,
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(Date.now() / 1000) + 300,
    ...claims,
  })
    .setProtectedHeader({ alg: 'HS256', kid: key.keyId })
    .sign(Buffer.from(key.secret))

interface Shop {
  readonly mark: string
  readonly tenant: Uuid
  readonly owner: Colleague
}

const openShop = async (node: WholeNode, mark: string): Promise<Shop> => {
  const owner = { name: `${mark} owner`, email: `owner@${mark}.example` }
  const { tenant, ownerId } = await node.server.accounts.createTenant({ name: `${mark} shop`, owner })
  return { mark, tenant, owner: { id: ownerId, browser: await node.signIn(ownerId) } }
}

const hireAll = async (node: WholeNode, { mark, owner }: Shop, teamId: Uuid) => {
  const hire = async (name: string, role: Role, teamIds: Uuid[]): Promise<Colleague> => {
    const body = { name: `${mark} ${name}`, email: `${name}@${mark}.example`, role, teamIds }
    const { staff } = must(await owner.browser.call('POST', '/api/staff', { body }), 'invite') as unknown as {
      staff: { id: Uuid }
    }
    return { id: staff.id, browser: await node.signIn(staff.id) }
  }
  return {
    manager: await hire('manager', 'manager', []),
    agent: await hire('agent', 'agent', [teamId]),
    /** An agent who is not in the team of the restricted inbox. */
    outsider: await hire('outsider', 'agent', []),
    viewer: await hire('viewer', 'viewer', []),
  }
}

export interface Inbox {
  readonly id: Uuid
  readonly publicKey: string
}
const openInboxes = async ({ mark, owner }: Shop, teamId: Uuid): Promise<{ open: Inbox; restricted: Inbox }> => {
  const create = async (name: string, teamIds: Uuid[]): Promise<Inbox> => {
    const body = { name: `${mark} ${name}`, channel: 'web', teamIds }
    return (must(await owner.browser.call('POST', '/api/inboxes', { body }), 'inbox') as unknown as { inbox: Inbox })
      .inbox
  }
  return { open: await create('open', []), restricted: await create('restricted', [teamId]) }
}

export const createKey = async (
  owner: Browser,
  permissions: readonly Permission[],
  name = 'key',
): Promise<{ id: Uuid; secret: string }> =>
  must(await owner.call('POST', '/api/keys', { body: { name, permissions } }), 'key') as unknown as {
    id: Uuid
    secret: string
  }

const saveEntry = async ({ mark, owner }: Shop): Promise<Uuid> => {
  const entryId = newId()
  const body = {
    locale: 'en',
    title: `${mark} delivery time`,
    questions: [`How long does ${mark} delivery take?`],
    answer: `${mark} parcels arrive in three days.`,
    topic: 'delivery',
    baseVersion: 0,
  }
  must(await owner.browser.call('PUT', `/api/knowledge/${entryId}`, { body }), 'knowledge')
  return entryId
}

/** Shared with everybody who works there. */
const saveShared = async ({ mark, owner }: Shop): Promise<{ viewId: Uuid; replyId: Uuid }> => {
  const [viewId, replyId] = [newId(), newId()]
  const view = { name: `${mark} view`, filter: { statuses: ['bot'] }, shared: true }
  must(await owner.browser.call('PUT', `/api/views/${viewId}`, { body: view }), 'view')
  const reply = { shortcut: `${mark}-hi`, title: `${mark} greeting`, text: `${mark} says hello`, shared: true }
  must(await owner.browser.call('PUT', `/api/canned-replies/${replyId}`, { body: reply }), 'canned reply')
  return { viewId, replyId }
}

/** An intent, an example, and a version whose number the other workspace does not have. */
const teachLanguage = async (node: WholeServer, { mark, tenant, owner }: Shop) => {
  const [intentId, exampleId, versions] = [`i-${newId()}`, newId(), mark === 'alpha' ? 1 : 2]
  const intent = { title: { zh: `${mark} 意图`, en: `${mark} intent` }, on: true }
  must(await owner.browser.call('PUT', `/api/language/intents/${intentId}`, { body: intent }), 'intent')
  const example = { intent: intentId, text: `${mark} sentence` }
  must(await owner.browser.call('PUT', `/api/language/examples/${exampleId}`, { body: example }), 'example')
  await storeTinyModels(node, tenant, versions)
  return { intentId, exampleId, version: `${versions}` }
}

/** Two versions of rules, the second in force; numbers the other workspace never comes to. */
const saveRules = async (node: WholeServer, { mark, tenant, owner }: Shop): Promise<string> => {
  const last = mark === 'alpha' ? 0 : 1_000
  await node.database.as(tenant, (tx) =>
    sql`INSERT INTO rule_sets (tenant, last_version) VALUES (${tenant}, ${last})`.execute(tx),
  )
  const saved = async () => {
    const put = [{ id: 'ten', name: `${mark} ten off`, kind: 'percent', pay: 900 }]
    const body = { base: 0, put, remove: [] }
    const { version } = must(
      await owner.browser.call('POST', '/api/promotions/versions', { body }),
      'rules',
    ) as unknown as {
      version: { version: number }
    }
    must(await owner.browser.call('POST', `/api/promotions/versions/${version.version}/publish`, {}), 'publish rules')
    return version.version
  }
  await saved()
  return `${await saved()}`
}

/** A document, and a site nobody serves. */
const addSources = async ({ mark, owner: { browser } }: Shop): Promise<{ documentId: Uuid; siteId: Uuid }> => {
  const url = `/api/documents?name=${mark}.txt&locale=en`
  const added = must(await browser.call('POST', url, { body: { text: `${mark} handbook` } }), 'document')
  const siteId = newId()
  const site = { url: `http://127.0.0.1:9/${mark}`, locale: 'en' }
  must(await browser.call('PUT', `/api/sites/${siteId}`, { body: site }), 'site')
  return { documentId: (added as unknown as { document: { id: Uuid } }).document.id, siteId }
}

/** A thing a colleague adds to the structure of knowledge, and the edit that did. */
export const addThing = async ({ mark, owner: { browser } }: Pick<Shop, 'mark' | 'owner'>) => {
  const nodeId = newId()
  const deed = { do: 'add-node', nodeId, kind: 'product', label: `${mark} kettle`, value: '', unit: '' }
  const done = must(await browser.call('POST', '/api/structure/edits', { body: { deed } }), 'structure')
  return { nodeId, editId: (done as unknown as { edit: { id: Uuid } }).edit.id }
}

/** What a verified person of a workspace is known by. */
export const personOf = (mark: string) => ({
  name: `${mark} Wang Xiaoming`,
  phone: mark === 'alpha' ? '13800010001' : '13900020002',
  email: `wang@${mark}-customer.example`,
  address: `${mark} Nanjing Road 1`,
  level: 'gold',
})

const verifiedCustomer = async (node: WholeServer, shop: Shop, inbox: Inbox): Promise<Visitor> => {
  const key = await node.server.accounts.rotateIdentitySecret(shop.tenant, inbox.id)
  const { address, ...claims } = personOf(shop.mark)
  const sub = `${shop.mark}-customer-1`
  const identity = await signIdentity(key, inbox.publicKey, { sub, ...claims })
  const visitor = await newVisitor(node, inbox.publicKey, { says: `${shop.mark} restricted hello`, identity })
  const parts = { database: node.database, secrets: node.server.secrets, ids: createIds(node.clock), clock: node.clock }
  await identify(parts, { tenant: shop.tenant, contactId: visitor.contactId }, { externalId: sub, address })
  return visitor
}

/** A picture the visitor sends in their conversation. */
const sendPicture = async (node: WholeServer, visitor: Visitor, mark: string): Promise<Uuid> => {
  const uploaded = await node.app.inject({
    method: 'POST',
    url: `/visit/files?name=${mark}.png`,
    headers: { authorization: `Bearer ${visitor.token}`, 'content-type': 'image/png' },
    payload: png(),
  })
  if (uploaded.statusCode !== 200) throw new Error(`upload: ${uploaded.body}`)
  const { fileId } = uploaded.json() as { fileId: Uuid }
  const id = newId(node.clock.now())
  const sent = await postFrames(node, visitor.token, [{ t: 'send', id, parts: [{ kind: 'image', fileId }] }])
  if (!sent.frames.some((frame) => frame.t === 'ack')) throw new Error(`send: ${sent.text}`)
  return fileId
}

export const openTwin = async (node: WholeServer, mark: string) => {
  const shop = await openShop(node, mark)
  const { browser } = shop.owner
  const team = must(await browser.call('POST', '/api/teams', { body: { name: `${mark} team` } }), 'team')
  const teamId = (team as unknown as { team: { id: Uuid } }).team.id
  const colleagues = await hireAll(node, shop, teamId)
  const inboxes = await openInboxes(shop, teamId)
  const visitor = await newVisitor(node, inboxes.open.publicKey, { says: `${mark} visitor asks about shipping` })
  const neighbour = await newVisitor(node, inboxes.open.publicKey, { says: `${mark} neighbour asks too` })
  const customer = await verifiedCustomer(node, shop, inboxes.restricted)
  const say = async (who: Colleague, { conversationId }: Visitor, said: string, note = false) => {
    const url = `/api/conversations/${conversationId}`
    must(await who.browser.call('POST', `${url}/take`, { body: { force: true } }), 'take')
    const body = { id: newId(node.clock.now()), parts: text(said), note }
    const reply = must(await who.browser.call('POST', `${url}/messages`, { body }), 'reply')
    return (reply as unknown as { message: { id: Uuid } }).message.id
  }
  const agentMessageId = await say(colleagues.agent, visitor, `${mark} agent answers`)
  await say(colleagues.agent, visitor, `${mark} internal note`, true)
  const fileId = await sendPicture(node, visitor, mark)
  const restrictedFileId = await sendPicture(node, customer, mark)
  const restrictedMessageId = await say(colleagues.agent, customer, `${mark} restricted answer`)
  return {
    ...shop,
    ...colleagues,
    ...inboxes,
    teamId,
    visitor,
    neighbour,
    customer,
    agentMessageId,
    restrictedMessageId,
    fileId,
    restrictedFileId,
    entryId: await saveEntry(shop),
    ...(await addSources(shop)),
    ...(await addThing(shop)),
    ...(await saveShared(shop)),
    ...(await teachLanguage(node, shop)),
    ...(await helped(node, shop, inboxes.open.id)),
    ...(await grownCluster(node, shop)),
    ...(await wonCourt(node, shop)),
    ...(await begunImport(shop)),
    rulesVersion: await saveRules(node, shop),
    key: await createKey(browser, ALL_PERMISSIONS, `${mark} key`),
  }
}
export type Twin = Awaited<ReturnType<typeof openTwin>>

export const startTwins = async (more: { readonly natsPort?: number } = {}) => {
  const node = await startWholeServer(more)
  const [alpha, beta] = [await openTwin(node, 'alpha'), await openTwin(node, 'beta')]
  return { node, alpha, beta }
}
