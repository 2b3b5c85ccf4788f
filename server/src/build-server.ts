// The only file that knows every part. Wiring by hand, from the ground up; `main.ts` starts and stops what it returns.
import { hostname } from 'node:os'
import { Uuid } from '@ballast/contract'
import { openapi } from '@ballast/contract/openapi'
import { Type } from 'typebox'
import { channelById, CHANNELS } from './channels/registry.ts'
import type { Configuration } from './config.ts'
import { type AccountsDoor, createAccounts } from './features/accounts/index.ts'
import { type AnsweringParts, takeTurn } from './features/answering/index.ts'
import { type Commerce, patient } from './features/commerce/index.ts'
import { type ContactParts, identify, serveContacts } from './features/contacts/index.ts'
import { type Conversations, createConversations, serveConversations, WAKE_JOB } from './features/conversations/index.ts'
import { createDelivery, DELIVERY_JOB } from './features/delivery/index.ts'
import { deskRoomsOf, openLive, publishCommitted, replay, startFanOut } from './features/feed/index.ts'
import { createIntake, type Intake, TURN_JOB } from './features/intake/index.ts'
import { createIndexes, type KnowledgeParts, serveKnowledge } from './features/knowledge/index.ts'
import type { Bus } from './platform/bus/bus.ts'
import { memoryBus } from './platform/bus/memory.ts'
import { natsBus } from './platform/bus/nats.ts'
import type { Clock } from './platform/clock.ts'
import { createDecider } from './platform/database/decide-and-commit.ts'
import { type Database, isConnectionLost } from './platform/database/open.ts'
import { createReader, type Reader } from './platform/database/reader.ts'
import { createTrain, type Train } from './platform/database/train.ts'
import { appendFacts } from './platform/facts/append.ts'
import { createFactConsumers, type FactConsumers } from './platform/facts/consume.ts'
import { API_STYLE, apiPage } from './platform/http/api-page.ts'
import { createHttp } from './platform/http/create-http.ts'
import type { HttpServer } from './platform/http/http-server.ts'
import { isOurOrigin } from './platform/http/refuse-cross-site.ts'
import { createIds, type Ids } from './platform/ids.ts'
import { createJobs, type Jobs } from './platform/jobs/jobs.ts'
import { createHub, type Hub } from './platform/live/hub.ts'
import { attachWebSockets } from './platform/live/websocket.ts'
import type { Log } from './platform/log.ts'
import { createMetrics, type Metrics } from './platform/metrics.ts'
import { loadRootKey } from './platform/secrets/root-key.ts'
import { createSecrets, type Secrets } from './platform/secrets/secrets.ts'
import { createTenantKeyStore } from './platform/secrets/store.ts'

export interface ServerParts {
  readonly config: Configuration
  readonly dataDir: string
  readonly database: Database
  readonly log: Log
  readonly clock: Clock
  readonly version: string
  /** The shop's own systems, one for every workspace for now. `sign` makes its grants. */
  readonly commerce: (sign: (text: string) => string) => Commerce
  /** Address at which browsers reach this server, known before it listens. */
  readonly publicUrl: string
}

/** What stands below every feature. */
interface Ground extends ServerParts {
  readonly ids: Ids
  readonly metrics: Metrics
  readonly secrets: Secrets
  readonly bus: Bus
  readonly jobs: Jobs
  readonly hub: Hub
  readonly train: Train
  readonly reader: Reader
  readonly facts: FactConsumers
  readonly http: HttpServer
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

const DRAIN_MS = 500

const layGround = (parts: ServerParts): Ground => {
  const { config, database, log, clock } = parts
  const metrics = createMetrics()
  const { natsServers: servers, natsUser: user, natsPassword: password, natsToken: token } = config.bus
  const bus = servers.length === 0 ? memoryBus({ log }) : natsBus({ servers, log, metrics, ...definedOnly({ user, password, token }) })
  const rootKey = loadRootKey({ configured: config.secrets.rootKey, dataDir: parts.dataDir })
  const owner = `${hostname()}:${process.pid}:${clock.now()}`
  return {
    ...parts,
    metrics,
    bus,
    ids: createIds(clock),
    secrets: createSecrets({ rootKey, store: createTenantKeyStore(database) }),
    jobs: createJobs({ database, log, metrics }),
    hub: createHub({ log, metrics, clock }),
    train: createTrain({ database, isConnectionLost, log, now: clock.now }),
    reader: createReader(database),
    facts: createFactConsumers({ database, log, now: clock.now, owner }),
    http: createHttp({ log, metrics, config: { ...config.http, publicUrl: parts.publicUrl }, clock }),
  }
}

/** Settings that are unset are left out: `undefined` is not a value there. */
const definedOnly = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const buildAccounts = (ground: Ground, conversations: () => Conversations): AccountsDoor =>
  createAccounts({
    ...ground,
    config: { publicUrl: ground.publicUrl, sessionIdleMinutes: ground.config.accounts.sessionIdleMinutes },
    channels: CHANNELS.map((channel) => channel.id),
    onIdentified: async ({ tenant, contactId, externalId, person, formerContactId }) => {
      await identify(ground, { tenant, contactId }, { externalId, ...person })
      if (formerContactId !== undefined) await conversations().mergeContacts({ tenant, from: formerContactId, into: contactId })
    },
  })

const schedule = (jobs: Jobs) => async (name: string, data: object, at: number): Promise<void> => {
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

const buildIntake = (ground: Ground, conversations: Conversations, parts: { accounts: AccountsDoor; answering: AnsweringParts }): Intake =>
  createIntake({
    conversations,
    clock: ground.clock,
    log: ground.log,
    schedule: schedule(ground.jobs),
    takeTurn: (turn) => takeTurn(parts.answering, turn as Parameters<typeof takeTurn>[1]),
    inboxById: async (tenant, inboxId) => {
      const open = await parts.accounts.inboxes.byId(tenant, inboxId)
      return open === undefined ? null : { ...open.inbox, botOn: true }
    },
  })

/** One process: all roles. */
export const buildServer = async (parts: ServerParts): Promise<BallastServer> => {
  const ground = layGround(parts)
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
  defineJobs(ground, { conversations, intake })
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
      react(ground, { conversations, knowledge })
    },
    stop: async () => {
      http.draining()
      await hub.drain(DRAIN_MS)
      closeLive()
      await intake.settle()
      await jobs.stop()
      await http.close()
      await ground.train.settle()
      await facts.stop()
      fanOut.stop()
      await bus.close()
      metrics.close()
      await database.close()
    },
  }
}

interface Doors {
  readonly accounts: AccountsDoor
  readonly conversations: Conversations
}

const serveRoutes = (ground: Ground, doors: Doors & { knowledge: KnowledgeParts; commerce: Commerce }): void => {
  const { http } = ground
  const { accounts, conversations, knowledge, commerce } = doors
  accounts.registerRoutes(http)
  serveConversations(http, accounts.gate, conversations)
  serveKnowledge(http, accounts.gate, knowledge)
  const contacts: ContactParts = ground
  serveContacts(http, accounts.gate, {
    ...contacts,
    secrets: ground.secrets,
    seesContact: conversations.seesContact,
    findOrders: (_tenant, externalId) => commerce.findOrders({ as: externalId }),
    erased: async (tenant, contactId) => ground.bus.publish(`people.${tenant}.${contactId}`, { tenant, contactId }),
  })
  ground.bus.subscribe('people.>', (payload) => {
    conversations.forgetPerson(payload as { tenant: Uuid; contactId: Uuid }).catch((err: unknown) => ground.log.warn({ err }, 'person.not-forgotten'))
  })
  const page = apiPage()
  http.app.get('/docs', { config: { pageKind: 'app' } }, async (_, reply) => reply.type('text/html; charset=utf-8').send(page))
  http.app.get('/docs/style.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(API_STYLE))
  http.app.get('/docs/openapi.json', async () => openapi(ground.version))
}

const openSockets = (ground: Ground, { accounts, conversations, intake }: Doors & { intake: Intake }): (() => void) => {
  const { http, hub, log, metrics, clock } = ground
  const sockets = attachWebSockets({ server: http.app.server, hub, log, metrics, clock, isDraining: () => http.isDraining })
  const closeSignals = openLive(
    {
      ...ground,
      conversations,
      intake,
      visitors: accounts.visitors,
      inboxes: accounts.inboxes,
      replay: (principal, page) => replay(conversations, principal, page),
      deskRooms: async (staff) => deskRoomsOf(staff, await accounts.inboxes.visible(staff)),
    },
    {
      http,
      sockets,
      staffOf: (request) => accounts.gate.principalOfUpgrade(request, 'staff'),
      isOurOrigin: (origin, request) => isOurOrigin(origin, request.headers.host, http.config.publicUrl),
    },
  )
  return () => {
    closeSignals()
    sockets.close()
  }
}

const Ids = { tenant: Uuid, conversationId: Uuid }

const defineJobs = ({ jobs, database, log }: Ground, { conversations, intake }: { conversations: Conversations; intake: Intake }): void => {
  jobs.define(WAKE_JOB, { schema: Type.Object({ ...Ids, until: Type.Integer() }) }, (due) => conversations.wake(due))
  jobs.define(TURN_JOB, { schema: Type.Object({ ...Ids, inboxId: Uuid, messageId: Uuid }) }, (job) => intake.continueTurn(job))
  const delivery = createDelivery({
    conversations,
    // Every channel there is today is carried by the live feed; an outside platform's adapter is found here.
    carrierOf: async () => null,
    schedule: schedule(jobs),
    clock: { now: Date.now },
    random: Math.random,
    log,
  })
  const deliveryJob = Type.Object({ ...Ids, messageId: Uuid, tries: Type.Integer(), sent: Type.Integer() })
  jobs.define(DELIVERY_JOB, { schema: deliveryJob }, (job) => delivery.deliver(job))
  jobs.define('partitions.make', { schema: Type.Object({}) }, () => database.worker(makePartitions))
}
