// The only file that knows every part. Wiring by hand, from the ground up; `main.ts` starts and stops what it returns.
import { type FactType, type Principal, Uuid } from '@ballast/contract'
import { openapi } from '@ballast/contract/openapi'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { CHANNELS } from './channels/registry.ts'
import { type AccountsDoor, createAccounts } from './features/accounts/index.ts'
import { accountsReactions } from './features/accounts/reactions.ts'
import { type AnsweringParts, takeTurn } from './features/answering/index.ts'
import { type Commerce, patient } from './features/commerce/index.ts'
import { identify } from './features/contacts/index.ts'
import { serveContacts } from './features/contacts/routes.ts'
import { type Conversations, createConversations, WAKE_JOB } from './features/conversations/index.ts'
import { serveConversations } from './features/conversations/routes.ts'
import { createDelivery, DELIVERY_JOB, type Delivery } from './features/delivery/index.ts'
import { openLive, publishCommitted, startFanOut, wireLive } from './features/feed/index.ts'
import { createIntake, type Intake, type IntakeInbox, TURN_JOB } from './features/intake/index.ts'
import { createIndexes, type KnowledgeParts } from './features/knowledge/index.ts'
import { knowledgeReactions } from './features/knowledge/reactions.ts'
import { knowledgeRoutes } from './features/knowledge/routes.ts'
import { type Ground, type GroundParts, layGround, watchMetrics } from './ground.ts'
import { createDecider } from './platform/database/decide-and-commit.ts'
import { makePartitions } from './platform/database/partitions.ts'
import type { Train } from './platform/database/train.ts'
import { appendFacts } from './platform/facts/append.ts'
import { API_STYLE, apiPage } from './platform/http/api-page.ts'
import type { HttpServer } from './platform/http/http-server.ts'
import { serveMark } from './platform/http/mark.ts'
import { isOurOrigin } from './platform/http/refuse-cross-site.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import { attachWebSockets } from './platform/live/websocket.ts'
import type { Log } from './platform/log.ts'
import type { Secrets } from './platform/secrets/secrets.ts'
import { defineFileJobs, SWEEP_JOB, wireFiles } from './wire-files.ts'

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
  /** Jobs and consumers begin; call after the routes are there. */
  start(): Promise<void>
  /** Nothing acknowledged is lost: devices are told, the train arrives, then everything closes. */
  stop(): Promise<void>
}

/** Facts that do not ride the train: every process must hear of them all the same. */
const TOLD_FROM_LOG: readonly FactType[] = [
  'knowledge.published',
  'knowledge.withdrawn',
  'staff.removed',
  'staff.role-changed',
  'staff.changed',
  'staff.secured',
  'inbox.changed',
  'key.revoked',
]
const DRAIN_MS = 500
/** Changes that do not ride the train. */
const TOLD_BY_LOG: readonly FactType[] = [
  'knowledge.published',
  'knowledge.withdrawn',
  'inbox.created',
  'inbox.changed',
  'staff.removed',
  'staff.role-changed',
  'staff.changed',
]
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
<<<<<<< HEAD
  const hearAccounts = accountsReactions({ bus, accounts })
=======
  const hearAccounts = accountsReactions({ bus, inboxes: accounts.inboxes })
>>>>>>> refs/heads/bench
  const delivery = defineJobs(ground, { accounts, conversations, intake })
  defineFileJobs(ground)
  watchMetrics(ground)
  return {
    http,
    accounts,
    knowledge,
    secrets: ground.secrets,
    train: ground.train,
    start: async () => {
      await jobs.start()
      await jobs.schedule('partitions.make', '17 * * * *')
      await jobs.schedule('accounts.tidy', '41 3 * * *')
      await jobs.schedule(SWEEP_JOB, '23 4 * * *')
      facts.consume({ name: 'delivery', types: ['message.sent'], handle: delivery.onFacts })
<<<<<<< HEAD
      facts.consume({
        name: 'facts-to-bus',
        types: TOLD_FROM_LOG,
=======
      // Told to every process from the log.
      facts.consume({
        name: 'facts-to-bus',
        types: TOLD_BY_LOG,
>>>>>>> refs/heads/bench
        from: 'now',
        handle: async (changed) => {
          for (const fact of changed) bus.publish(`facts.${fact.tenant}.${fact.subject}`, { facts: [fact] })
        },
      })
    },
<<<<<<< HEAD
    stop: () =>
      inTurn(ground.log, [
        () => http.draining(),
        () => hub.drain(DRAIN_MS),
        closeLive,
        () => intake.settle(),
        () => jobs.stop(),
        () => closeWithin(http, CLOSE_MS),
        () => ground.train.settle(),
        () => facts.stop(),
        () => fanOut.stop(),
        () => hearKnowledge.stop(),
        () => hearAccounts.stop(),
        () => bus.close(),
        () => metrics.close(),
        () => database.close(),
      ]),
=======
    stop: async () => 
      http.draining()
      await hub.drain(DRAIN_MS)
      closeLive()
      await intake.settle()
      await jobs.stop()
      await closeWithin(http, CLOSE_MS)
      await ground.train.settle()
      await facts.stop()
      fanOut.stop()
      hearKnowledge.stop()
      hearAccounts.stop()
      await bus.close()
      metrics.close()
      await database.close(),
>>>>>>> refs/heads/bench
  }
}

/** One that fails must not keep the rest, least of all the database, from being closed. */
const inTurn = async (log: Log, steps: readonly (() => unknown)[]): Promise<void> => {
  for (const [step, close] of steps.entries())
    try {
      await close()
    } catch (err) {
      log.error({ err, step }, 'server.stop-failed')
    }
}

type ServerGround = Ground & ServerParts

interface Doors {
  readonly accounts: AccountsDoor
  readonly conversations: Conversations
}

const isPerson = Compile(Type.Object({ tenant: Uuid, contactId: Uuid }))

const serveRoutes = (ground: ServerGround, doors: Doors & { knowledge: KnowledgeParts; commerce: Commerce }): void => {
  const { http } = ground
  const { accounts, conversations, knowledge, commerce } = doors
  accounts.registerRoutes(http)
  serveConversations(http, accounts.gate, conversations)
  knowledgeRoutes({ ...knowledge, http, gate: accounts.gate })
  const files = wireFiles(ground, doors)
  serveContacts(http, accounts.gate, {
    ...ground,
    seesContact: conversations.seesContact,
    findOrders: (_tenant, externalId) => commerce.findOrders({ as: externalId }),
    erased: async (tenant, contactId) => {
      ground.bus.publish(`people.${tenant}.${contactId}`, { tenant, contactId })
      await files.forget(tenant, contactId)
    },
  })
  ground.bus.subscribe('people.>', (payload) => {
    if (!isPerson.Check(payload)) return
    conversations.forgetPerson(payload).catch((err: unknown) => ground.log.warn({ err }, 'person.not-forgotten'))
  })
  serveMark(http)
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
  { jobs, database, log }: Ground,
  { accounts, conversations, intake }: Doors & { intake: Intake },
): Delivery => {
  jobs.define(WAKE_JOB, { schema: Type.Object({ ...WHERE, until: Type.Integer() }) }, (due) => conversations.wake(due))
  jobs.define(TURN_JOB, { schema: Type.Object({ ...WHERE, inboxId: Uuid, messageId: Uuid }) }, (job) =>
    intake.continueTurn(job),
  )
  const delivery = createDelivery({
    conversations,
    // Every channel there is today is carried by the live feed; an outside platform's adapter is found here.
    carrierOf: async () => null,
    schedule: schedule(jobs),
    clock: { now: Date.now },
    random: Math.random,
    log,
  })
  const deliveryJob = Type.Object({ ...WHERE, messageId: Uuid, tries: Type.Integer(), sent: Type.Integer() })
  jobs.define(DELIVERY_JOB, { schema: deliveryJob }, (job) => delivery.deliver(job))
  jobs.define('accounts.tidy', { schema: Type.Object({}) }, () => accounts.tidy())
  jobs.define('partitions.make', { schema: Type.Object({}) }, () => database.worker(makePartitions))
  return delivery
}
