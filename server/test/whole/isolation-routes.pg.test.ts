// Every route x everybody x ids of both workspaces, generated from ROUTES: the table decides, another workspace's ids
// read as ids that do not exist, and no text of the twin is in any reply.
import { PERMISSIONS, type Permission, ROUTES, type Route, type RouteName } from '@ballast/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../change-sets.ts'
import { png } from '../sample-files.ts'
import type { WholeServer } from '../whole-server.ts'
import { startTwins, type Twin } from '../whole-tenants.ts'
import { type Caller, callersOf, expectedRefusal } from './principals.ts'
import { EXAMPLES, type Example, type Ids } from './route-examples.ts'

let node: WholeServer
let alpha: Twin
let beta: Twin
let callers: Caller[]
const counts = { calls: 0, pairs: 0 }

beforeAll(async () => {
  ;({ node, alpha, beta } = await startTwins())
  callers = callersOf(node, alpha, beta)
})
afterAll(async () => {
  await node.stop()
})

const idsOf = (twin: Twin): Ids => ({
  conversationId: twin.visitor.conversationId,
  messageId: twin.agentMessageId,
  contactId: twin.visitor.contactId,
  staffId: twin.agent.id,
  teamId: twin.teamId,
  inboxId: twin.open.id,
  keyId: twin.key.id,
  entryId: twin.entryId,
  clusterId: twin.clusterId,
  questionId: twin.questionId,
  courtId: twin.courtId,
  importId: twin.importId,
  documentId: twin.documentId,
  siteId: twin.siteId,
  nodeId: twin.nodeId,
  editId: twin.editId,
  fileId: twin.fileId,
  helpCode: twin.helpCode,
  mediumId: twin.mediumId,
  viewId: twin.viewId,
  replyId: twin.replyId,
  saidId: twin.visitor.messageId,
  exampleId: twin.exampleId,
  intentId: twin.intentId,
  version: twin.version,
  rulesVersion: twin.rulesVersion,
  publicKey: twin.open.publicKey,
})
const restrictedIdsOf = (twin: Twin): Ids => ({
  ...idsOf(twin),
  conversationId: twin.customer.conversationId,
  messageId: twin.restrictedMessageId,
  saidId: twin.customer.messageId,
  contactId: twin.customer.contactId,
  fileId: twin.restrictedFileId,
})
/** Ids that exist nowhere. */
const noIds = (): Ids => ({
  conversationId: newId(),
  messageId: newId(),
  contactId: newId(),
  staffId: newId(),
  teamId: newId(),
  inboxId: newId(),
  keyId: newId(),
  entryId: newId(),
  clusterId: newId(),
  questionId: newId(),
  courtId: newId(),
  importId: newId(),
  documentId: newId(),
  siteId: newId(),
  helpCode: 'zzzzzzzz',
  mediumId: newId(),
  nodeId: newId(),
  editId: newId(),
  fileId: newId(),
  viewId: newId(),
  replyId: newId(),
  saidId: newId(),
  exampleId: newId(),
  intentId: `nowhere-${newId()}`.slice(0, 44),
  version: '99',
  rulesVersion: '999999',
  publicKey: 'in_nowhere',
})

/** One's own workspace, but a conversation and a person that exist nowhere. */
const nobodysIds = (): Ids => {
  const { conversationId, messageId, contactId, fileId } = noIds()
  return { ...idsOf(alpha), conversationId, messageId, contactId, fileId }
}

interface Reply {
  readonly status: number
  readonly body: { readonly code?: string }
  readonly text: string
}
/** The reply with what may differ between two equal answers taken out. */
const bare = ({ status, body }: Reply) => ({ status, ...body, requestId: undefined })

const isJson = (type: unknown) => String(type).includes('json')

const permissionOf = (route: Route): Permission | undefined =>
  Object.hasOwn(PERMISSIONS, route.access) ? (route.access as Permission) : undefined

const call = async (route: Route, example: Example, caller: Caller, ids: Ids): Promise<Reply> => {
  const params = example.params?.(ids) ?? {}
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? 'missing'))
  const query = new URLSearchParams(typeof example.query === 'function' ? example.query(ids) : example.query).toString()
  const bytes = route.bytes === 'body' ? (example.bytes?.() ?? png()) : undefined
  const body = bytes ?? (route.body === undefined ? undefined : JSON.stringify(example.body?.(ids) ?? {}))
  const type = bytes === undefined ? 'application/json' : 'image/png'
  const headers = await caller.headers(permissionOf(route), example.endsSession)
  const reply = await node.app.inject({
    method: route.method,
    url: query === '' ? path : `${path}?${query}`,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { payload: body }),
  })
  counts.calls++
  const text = reply.body
  expect(text, `${route.name} as ${caller.name} shows the twin`).not.toContain(caller.of === 'alpha' ? 'beta' : 'alpha')
  expect(reply.statusCode, `${route.name} as ${caller.name}: ${text}`).not.toBe(500)
  expect(text).not.toMatch(/\bat .*\.ts:\d+|node_modules|SELECT |postgres/)
  return { status: reply.statusCode, body: isJson(reply.headers['content-type']) ? reply.json() : {}, text }
}

const checkOwn = async (route: Route, example: Example, caller: Caller, ids: Ids): Promise<boolean> => {
  const fresh = caller.of === 'alpha' ? await example.fresh?.(node, alpha) : await example.fresh?.(node, beta)
  const reply = await call(route, example, caller, { ...ids, ...fresh })
  const context = `${route.name} as ${caller.name}: ${reply.text}`
  const refusal = expectedRefusal(caller, route.access)
  if (refusal !== undefined || (example.people && caller.kind === 'key')) {
    expect(reply.body.code, context).toBe(refusal ?? 'auth.forbidden')
    return false
  }
  if (reply.status !== 200) expect(example.also ?? [], context).toContain(reply.body.code)
  return reply.status === 200
}

/** Both answers are the same, and say that there is nothing. */
const checkSame = async (parts: { route: Route; example: Example; caller: Caller; given: Ids; unknown: Ids }) => {
  const { route, example, caller } = parts
  const given = await call(route, example, caller, parts.given)
  const unknown = await call(route, example, caller, parts.unknown)
  counts.pairs++
  const context = `${route.name} as ${caller.name}`
  expect(bare(given), context).toEqual(bare(unknown))
  const refusal = expectedRefusal(caller, route.access)
  const keyRefused = example.people && caller.kind === 'key'
  const codes = [refusal ?? example.missing].flat()
  if (keyRefused && refusal === undefined) codes.push('auth.forbidden')
  expect(codes, `${context}: ${given.text}`).toContain(given.body.code)
}

/** Making one under another workspace's id is like making one under nobody's: it is the caller's own, and goes again. */
const checkCreates = async (parts: { route: Route; example: Example; caller: Caller; given: Ids; unknown: Ids }) => {
  const { route, example, caller } = parts
  const codes = []
  for (const ids of [parts.given, parts.unknown]) {
    const made = await call(route, example, caller, ids)
    codes.push(made.body.code)
    const name = example.creates!
    if (made.status === 200)
      expect((await call(ROUTES[name], EXAMPLES[name], caller, ids)).status, `${name} as ${caller.name}`).toBe(200)
  }
  counts.pairs++
  expect(codes[0], `${route.name} as ${caller.name}`).toBe(codes[1])
}

describe.each(Object.keys(ROUTES) as RouteName[])('%s', (name) => {
  const route: Route = ROUTES[name]
  const example: Example | undefined = EXAMPLES[name]

  test('has an example that names everything it asks for', () => {
    expect(example, 'add it to route-examples.ts').toBeDefined()
    const needed = [...route.path.matchAll(/:(\w+)/g)].map(([, param]) => param)
    expect(Object.keys(example?.params?.(noIds()) ?? {}).sort()).toEqual(needed.sort())
    expect(example?.body === undefined, 'a body exactly when the route has one').toBe(route.body === undefined)
    if (needed.length > 0)
      expect(example?.missing ?? example?.creates, 'what is answered for ids that are not there').toBeDefined()
  })

  test('lets in whom the table lets in, and nobody else', async () => {
    let worked = 0
    for (const caller of callers) {
      const ids = idsOf(caller.of === 'alpha' ? alpha : beta)
      if (await checkOwn(route, example!, caller, ids)) worked++
    }
    // An example that nobody succeeds with would prove nothing about the others.
    if (!(example?.also ?? []).includes('auth.invalid')) expect(worked, 'nobody got through').toBeGreaterThan(0)
  })

  test('answers ids of another workspace like ids that are nowhere', async () => {
    for (const caller of callers) {
      const [own, other] = caller.of === 'alpha' ? [alpha, beta] : [beta, alpha]
      if (example?.creates) await checkCreates({ route, example, caller, given: idsOf(other), unknown: noIds() })
      if (example?.missing === undefined || example.open) continue
      await checkSame({ route, example, caller, given: idsOf(other), unknown: noIds() })
      // A conversation of one's own, with everything else from the other workspace.
      const { conversationId } = idsOf(own)
      const mixed = { given: { ...idsOf(other), conversationId }, unknown: { ...noIds(), conversationId } }
      const [given, unknown] = [
        await call(route, example, caller, mixed.given),
        await call(route, example, caller, mixed.unknown),
      ]
      counts.pairs++
      if (given.status !== 200 || unknown.status !== 200) expect(bare(given)).toEqual(bare(unknown))
    }
  })

  test('answers what only a team sees like ids that are nowhere', async () => {
    const hidden = Object.keys(example?.params?.(noIds()) ?? {}).some((param) => /conversation|contact/.test(param))
    if (!hidden || example?.wide) return
    for (const caller of callers.filter((one) => one.of === 'alpha' && !one.seesRestricted))
      await checkSame({ route, example: example!, caller, given: restrictedIdsOf(alpha), unknown: nobodysIds() })
  })
})

/** The whole paths in Fastify's drawing of its routes: each line is indented by its depth. */
const servedPaths = (): string[] => {
  const above: string[] = []
  const drawn = node.app.printRoutes({ commonPrefix: false }).split('\n')
  return drawn.flatMap((line) => {
    const [, indent = '', path = '', methods] = /^(.*?)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
    if (path === '') return []
    const depth = indent.length / 4
    above.splice(depth, above.length, path)
    return methods === undefined ? [] : [above.join('')]
  })
}

test('every route that is served is in ROUTES, or is one of the few that are not data', () => {
  const listed = servedPaths()
  const known = new Set(Object.values(ROUTES).map((route: Route) => route.path))
  const others = listed.filter((path) => !known.has(path))
  expect(others.sort()).toEqual(
    [
      '/docs',
      '/docs/openapi.json',
      '/docs/style.css',
      '/favicon.ico',
      '/favicon.svg',
      '/h/:code',
      '/h/page.js',
      '/h/style.css',
      '/healthz',
      '/in/:publicKey',
      '/live/visitor/events',
      '/live/visitor/frames',
      '/live/visitor/poll',
      '/metrics',
    ].sort(),
  )
})

test('nothing was tried in vain', () => {
  const { calls, pairs } = counts
  expect(calls).toBeGreaterThan(Object.keys(ROUTES).length * callers.length * 2)
  expect(pairs).toBeGreaterThan(200)
  process.stdout.write(
    `isolation: ${Object.keys(ROUTES).length} routes x ${callers.length} callers, ${calls} calls, ${pairs} pairs\n`,
  )
})
