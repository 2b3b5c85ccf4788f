// The only file that knows every part. Wiring by hand, from the ground up; `main.ts` starts and stops what it returns.
import { type Principal, Uuid } from '@ballast/contract'
import { openapi } from '@ballast/contract/openapi'
import { Type } from 'typebox'
import { CHANNELS } from './channels/registry.ts'
import { type AccountsDoor, createAccounts } from './features/accounts/index.ts'
import { type AnsweringParts, takeTurn } from './features/answering/index.ts'
import { type Commerce, patient } from './features/commerce/index.ts'
import { identify } from './features/contacts/index.ts'
import { serveContacts } from './features/contacts/routes.ts'
import { type Conversations, createConversations, WAKE_JOB } from './features/conversations/index.ts'
import { serveConversations } from './features/conversations/routes.ts'
import {
  AUDIBLE_FACTS,
  createDelivery,
  DELIVERY_JOB,
  type Delivery,
  guardedFetch,
  SWEEP_JOB,
} from './features/delivery/index.ts'
import { serveDelivery, serveDeliveryHealth } from './features/delivery/routes.ts'
import { openLive, publishCommitted, startFanOut, wireLive } from './features/feed/index.ts'
import {
  type Addresses,
  createAddresses,
  createIntake,
  type Intake,
  type IntakeInbox,
  TURN_JOB,
  type WebhookParts,
} from './features/intake/index.ts'
import { serveIntake } from './features/intake/routes.ts'
import { createIndexes, type KnowledgeParts } from './features/knowledge/index.ts'
import { knowledgeReactions } from './features/knowledge/reactions.ts'
import { knowledgeRoutes } from './features/knowledge/routes.ts'
import { type Ground, type GroundParts, layGround, watchMetrics } from './ground.ts'
import type { Bus } from './platform/bus/bus.ts'
import { createDecider } from './platform/database/decide-and-commit.ts'
import { makePartitions } from './platform/database/partitions.ts'
import type { Train } from './platform/database/train.ts'
import { appendFacts } from './platform/facts/append.ts'
import { API_STYLE, apiPage } from './platform/http/api-page.ts'
import type { HttpServer } from './platform/http/http-server.ts'
import { isOurOrigin } from './platform/http/refuse-cross-site.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import { attachWebSockets } from './platform/live/websocket.ts'
import type { Secrets } from './platform/secrets/secrets.ts'

export interface ServerParts extends GroundParts {
  readonly version: string
  /** The shop's own systems, one for every workspace for now. `sign` makes its grants. */
  readonly commerce: (sign: (text: string) => string) => Commerce
}

export interface BallastServer {
  readonly http: HttpServer
  readonly accounts: AccountsDoor
  readonly knowledge: KnowledgeParts
  readonly secrets: Secrets
  readonly train: Train
  readonly conversations: Conversations
  readonly delivery: Delivery
  readonly bus: Bus
  /** Jobs and consumers begin; call after the routes are there. */
  start(): Promise<void>
  /** Nothing acknowledged is lost: devices are told, the train arrives, then everything closes. */
  stop(): Promise<void>
}

const DRAIN_MS = 500
/** Connections browsers opened ahead and never used would hold the end up for minutes. */
const CLOSE_MS = 3_000

const closeWithin = async (http: HttpServer, ms: number): Promise<void> => {
  const timer = setTimeout(() => http.app.server.closeAllConnections(), ms)
  await http.close()
  clearTimeout(timer)
}

const buildAccounts = (ground: Ground, conversations: () => Conversations): AccountsDoor =>
  createAccounts({
    ...ground,
    config: { publicUrl: ground.publicUrl, sessionIdleMinutes: ground.config.accounts.sessionIdleMinutes },
    channels: CHANNELS.map((channel) => channel.id),
    onIdentified: async ({ tenant, contactId, externalId, person, formerContactId }) => {
      const identity = { externalId, ...person }
      await identify(ground, { tenant, contactId }, identity)
      if (formerContactId !== undefined)
        await conversations().mergeContacts({ tenant, from: formerContactId, into: contactId, identity })
    },
  })

const schedule =
  (jobs: Jobs) =>
  async (name: string, data: object, at: number): Promise<void> => {
    await jobs.send(name, data, { startAfter: at })
  }

const buildConversations = (ground: Ground, accounts: () => AccountsDoor): Conversations =>
  createConversations({
    ...ground,
    decider: createDecider(ground.train),
    published: (committed) => {
      publishCommitted(ground.bus, committed)
      ground.facts.poke()
    },
    schedule: schedule(ground.jobs),
    visibleInboxes: (principal) => accounts().inboxes.visible(principal),
    staffNames: async (tenant, staffIds) => {
      const everybody = await accounts().colleagues(tenant)
      return new Map(everybody.filter(({ id }) => staffIds.includes(id)).map(({ id, name }) => [id, name]))
    },
    teamName: async (tenant, teamId) => accounts().teamName(tenant, teamId),
  })

const buildIntake = (
  ground: Ground,
  conversations: Conversations,
  parts: { accounts: AccountsDoor; answering: AnsweringParts },
): Intake =>
  createIntake({
    conversations,
    clock: ground.clock,
    log: ground.log,
    schedule: schedule(ground.jobs),
    takeTurn: (turn) => takeTurn(parts.answering, turn as Parameters<typeof takeTurn>[1]),
    inboxById: inboxById(parts.accounts),
  })

const inboxById =
  (accounts: AccountsDoor) =>
  async (tenant: Uuid, inboxId: Uuid): Promise<IntakeInbox | null> => {
    const open = await accounts.inboxes.byId(tenant, inboxId)
    return open === undefined ? null : { ...open.inbox, botOn: true }
  }

/** One process: all roles. */
export const buildServer = async (parts: ServerParts): Promise<BallastServer> => {
  const ground: ServerGround = { ...parts, ...layGround(parts) }
  const { http, database, jobs, facts, hub, bus, metrics } = ground
  const conversations = buildConversations(ground, () => accounts)
  const accounts: AccountsDoor = buildAccounts(ground, () => conversations)
  await accounts.prepare()
  const indexes = createIndexes(ground)
  const knowledge: KnowledgeParts = { ...ground, appendFacts, indexes }
  const commerce = patient(parts.commerce((text) => ground.secrets.hmac('commerce', text).toString('hex')))
  const intake = buildIntake(ground, conversations, { accounts, answering: { knowledge: indexes, commerce } })
  serveRoutes(ground, { accounts, conversations, knowledge, commerce })
  const closeLive = openSockets(ground, { accounts, conversations, intake })
  const fanOut = startFanOut({ bus, hub, conversations, log: ground.log })
  const hearKnowledge = knowledgeReactions({ bus, indexes, log: ground.log })
  const addresses = createAddresses(ground)
  const delivery = defineJobs(ground, { accounts, conversations, intake, addresses })
  const { inboxes, visitors } = accounts
  const webhooks: WebhookParts = { ...ground, inboxes, visitors, conversations, intake, addresses }
  serveIntake(http, webhooks)
  serveDelivery(http, webhooks, delivery)
  serveDeliveryHealth(http, accounts.gate, { inboxes, delivery })
  const typing = delivery.hearTyping()
  watchMetrics(ground)
  return {
    http,
    accounts,
    knowledge,
    secrets: ground.secrets,
    train: ground.train,
    conversations,
    delivery,
    bus,
    start: async () => {
      await jobs.start()
      await jobs.schedule('partitions.make', '17 * * * *')
      await jobs.schedule('accounts.tidy', '41 3 * * *')
      await jobs.schedule(SWEEP_JOB, '* * * * *')
      await jobs.send(SWEEP_JOB, {})
      facts.consume({ name: 'delivery', types: AUDIBLE_FACTS, handle: delivery.onFacts })
      facts.consume({
        name: 'addresses',
        types: ['contact.erased'],
        handle: async (erased) => {
          for (const fact of erased) await addresses.forget(fact.tenant, fact.subject)
        },
      })
      // These do not ride the train: told to every process from the log.
      facts.consume({
        name: 'facts-to-bus',
        types: ['knowledge.published', 'knowledge.withdrawn', 'staff.removed', 'staff.role-changed', 'staff.changed'],
        from: 'now',
        handle: async (changed) => {
          for (const fact of changed) bus.publish(`facts.${fact.tenant}.${fact.subject}`, { facts: [fact] })
        },
      })
    },
    stop: async () => {
      http.draining()
      await hub.drain(DRAIN_MS)
      closeLive()
      await intake.settle()
      await jobs.stop()
      await closeWithin(http, CLOSE_MS)
      await ground.train.settle()
      await facts.stop()
      fanOut.stop()
      typing.stop()
      hearKnowledge.stop()
      await bus.close()
      metrics.close()
      await database.close()
    },
  }
}

type ServerGround = Ground & ServerParts

interface Doors {
  readonly accounts: AccountsDoor
  readonly conversations: Conversations
}

const serveRoutes = (ground: ServerGround, doors: Doors & { knowledge: KnowledgeParts; commerce: Commerce }): void => {
  const { http } = ground
  const { accounts, conversations, knowledge, commerce } = doors
  accounts.registerRoutes(http)
  serveConversations(http, accounts.gate, conversations)
  knowledgeRoutes({ ...knowledge, http, gate: accounts.gate })
  serveContacts(http, accounts.gate, {
    ...ground,
    seesContact: conversations.seesContact,
    findOrders: (_tenant, externalId) => commerce.findOrders({ as: externalId }),
    erased: async (tenant, contactId) => ground.bus.publish(`people.${tenant}.${contactId}`, { tenant, contactId }),
  })
  ground.bus.subscribe('people.>', (payload) => {
    conversations
      .forgetPerson(payload as { tenant: Uuid; contactId: Uuid })
      .catch((err: unknown) => ground.log.warn({ err }, 'person.not-forgotten'))
  })
  const page = apiPage()
  http.app.get('/docs', { config: { pageKind: 'app' } }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  )
  http.app.get('/docs/style.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(API_STYLE))
  http.app.get('/docs/openapi.json', async () => openapi(ground.version))
}

const openSockets = (ground: Ground, doors: Doors & { intake: Intake }): (() => void) => {
  const { http, hub, log, metrics, clock } = ground
  const sockets = attachWebSockets({
    server: http.app.server,
    hub,
    log,
    metrics,
    clock,
    isDraining: () => http.isDraining,
  })
  const closeSignals = openLive(
    wireLive({ ...ground, ...doors, visitors: doors.accounts.visitors, inboxes: doors.accounts.inboxes }),
    {
      http,
      sockets,
      staffOf: (request): Promise<Principal> => doors.accounts.gate.principalOfUpgrade(request, 'staff'),
      isOurOrigin: (origin, request) => isOurOrigin(origin, request.headers.host, http.config.publicUrl),
    },
  )
  return () => {
    closeSignals()
    sockets.close()
  }
}

const WHERE = { tenant: Uuid, conversationId: Uuid }

const defineJobs = (
  ground: ServerGround,
  { accounts, conversations, intake, addresses }: Doors & { intake: Intake; addresses: Addresses },
): Delivery => {
  const { jobs, database } = ground
  jobs.define(WAKE_JOB, { schema: Type.Object({ ...WHERE, until: Type.Integer() }) }, (due) => conversations.wake(due))
  jobs.define(TURN_JOB, { schema: Type.Object({ ...WHERE, inboxId: Uuid, messageId: Uuid }) }, (job) =>
    intake.continueTurn(job),
  )
  const delivery = createDelivery({
    ...ground,
    conversations,
    inboxes: accounts.inboxes,
    addresses,
    fetch: guardedFetch({ allowPrivate: ground.config.delivery.allowPrivateWebhooks }),
    schedule: schedule(jobs),
    random: Math.random,
  })
  jobs.define(DELIVERY_JOB, { schema: Type.Object({ ...WHERE, inboxId: Uuid }) }, (job) => delivery.deliver(job))
  jobs.define(SWEEP_JOB, { schema: Type.Object({}) }, () => delivery.sweep())
  jobs.define('accounts.tidy', { schema: Type.Object({}) }, () => accounts.tidy())
  jobs.define('partitions.make', { schema: Type.Object({}) }, () => database.worker(makePartitions))
  return delivery
}
