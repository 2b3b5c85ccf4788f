// The only file that knows every part: the platform (ground), the features (wire-features), what the outside reaches
// (wire-doors). `main.ts` starts and stops what it returns.
import type { FactType } from '@ballast/contract'
import type { AccountsDoor } from './features/accounts/index.ts'
import { accountsReactions } from './features/accounts/reactions.ts'
import type { CannedParts } from './features/canned/index.ts'
import { type Commerce, patient } from './features/commerce/index.ts'
import type { Conversations } from './features/conversations/index.ts'
import type { Delivery } from './features/delivery/index.ts'
import {
  createDeskPresence,
  type DeskPresence,
  type Partials,
  startFanOut,
  startPartials,
} from './features/feed/index.ts'
import type { Growth } from './features/growth/index.ts'
import { growthReactions } from './features/growth/reactions.ts'
import type { Intake } from './features/intake/index.ts'
import { intakeReactions } from './features/intake/reactions.ts'
import { createIndexes, type Documents, type KnowledgeParts } from './features/knowledge/index.ts'
import { knowledgeReactions, structureReactions } from './features/knowledge/reactions.ts'
import { usageReactions } from './features/knowledge/usage/reactions.ts'
import type { ModelsDoor } from './features/models/index.ts'
import { modelReactions } from './features/models/reactions.ts'
import type { Promotions } from './features/promotions/index.ts'
import { promotionReactions } from './features/promotions/reactions.ts'
import type { Language } from './features/understanding/index.ts'
import { languageReactions } from './features/understanding/reactions.ts'
import type { Voices } from './features/voice/index.ts'
import { voiceReactions } from './features/voice/reactions.ts'
import { type Ground, type GroundParts, layGround, watchMetrics } from './ground.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Train } from './platform/database/train.ts'
import { appendFacts } from './platform/facts/append.ts'
import type { HttpServer } from './platform/http/http-server.ts'
import type { Log } from './platform/log.ts'
import type { Secrets } from './platform/secrets/secrets.ts'
import { wireChannels } from './wire-channels.ts'
import { defineJobs, openSockets, serveRoutes, wireTranscripts } from './wire-doors.ts'
import {
  buildAccounts,
  buildAnswering,
  buildConversations,
  buildDocuments,
  buildGrowth,
  buildIntake,
  buildLanguage,
  buildModels,
  countFaults,
} from './wire-features.ts'
import { defineFileJobs, SWEEP_JOB } from './wire-files.ts'
import { buildHelp } from './wire-help.ts'
import { buildPromotions } from './wire-promotions.ts'

export interface ServerParts extends GroundParts {
  readonly version: string
  /** The shop's own systems, one for every workspace for now. `sign` makes its grants. */
  readonly commerce: (sign: (text: string) => string) => Commerce
}

export interface BallastServer {
  readonly http: HttpServer
  readonly accounts: AccountsDoor
  readonly knowledge: KnowledgeParts
  readonly canned: CannedParts
  readonly promotions: Promotions
  readonly secrets: Secrets
  readonly train: Train
  readonly conversations: Conversations
  readonly language: Language
  readonly growth: Growth
  readonly delivery: Delivery
  readonly bus: Bus
  /** Jobs and consumers begin; call after the routes are there. */
  start(): Promise<void>
  /** Nothing acknowledged is lost: devices are told, the train arrives, then everything closes. */
  stop(): Promise<void>
}

/** Facts that do not ride the train: every process must hear of them all the same. */
const TOLD_FROM_LOG: readonly FactType[] = [
  'knowledge.published',
  'knowledge.withdrawn',
  'structure.changed',
  'language.published',
  'rules.published',
  'voice.saved',
  'model.saved',
  'model.stopped',
  'staff.removed',
  'staff.role-changed',
  'staff.changed',
  'staff.secured',
  'inbox.created',
  'inbox.changed',
  'key.revoked',
  'tenant.changed',
]
const DRAIN_MS = 500
/** Connections browsers opened ahead and never used would hold the end up for minutes. */
const CLOSE_MS = 3_000

const closeWithin = async (http: HttpServer, ms: number): Promise<void> => {
  const timer = setTimeout(() => http.app.server.closeAllConnections(), ms)
  await http.close()
  clearTimeout(timer)
}

/** One process: all roles. */
export const buildServer = async (parts: ServerParts): Promise<BallastServer> => {
  const ground = { ...parts, ...layGround(parts) }
  const conversations = buildConversations(ground, () => accounts)
  const presence = createDeskPresence({ bus: ground.bus, clock: ground.clock, node: ground.ids.uuid() })
  const accounts: AccountsDoor = buildAccounts(ground, { conversations: () => conversations, atDesk: presence.atDesk })
  await accounts.prepare()
  const indexes = createIndexes(ground)
  const knowledge: KnowledgeParts = { ...ground, appendFacts, indexes }
  const commerce = patient(parts.commerce((text) => ground.secrets.hmac('commerce', text).toString('hex')))
  const partials = startPartials(ground)
  const language = buildLanguage(ground, conversations)
  const promotions = buildPromotions({ ...ground, onFaults: countFaults(ground), conversations, accounts })
  const models = buildModels(ground)
  const answering = buildAnswering(ground, { indexes, commerce, promotions, models })
  const intake = buildIntake(ground, conversations, { accounts, answering, partials, language, promotions })
  const documents = buildDocuments(ground, knowledge)
  const growth = buildGrowth(ground, { conversations, knowledge, language })
  const help = buildHelp(ground, { accounts, commerce, indexes, showing: answering.showing })
  const shop = { commerce, language, promotions, models }
  const doors = { accounts, conversations, knowledge, documents, growth, help, ...shop }
  const features = { ...doors, intake, indexes, presence, partials, voices: answering.voices }
  serveRoutes(ground, features)
  const ears = listen(ground, features)
  defineAll(ground, features)
  const channels = wireChannels(ground, features)
  watchMetrics(ground)
  const { http, bus, secrets, train } = ground
  const seen = { http, bus, secrets, train, canned: ground }
  return {
    ...seen,
    ...{ accounts, knowledge, conversations, language, growth, promotions },
    delivery: channels.delivery,
    start: () => begin(ground, features).then(channels.start),
    stop: () => {
      channels.stop()
      return end(ground, features, ears)
    },
  }
}

/** Jobs, before they start. */
const defineAll = (ground: Ground, features: Features): void => {
  defineJobs(ground, features)
  wireTranscripts(ground, features)
  defineFileJobs(ground)
}

interface Features {
  readonly voices: Voices
  readonly accounts: AccountsDoor
  readonly conversations: Conversations
  readonly intake: Intake
  readonly indexes: ReturnType<typeof createIndexes>
  readonly presence: DeskPresence
  readonly partials: Partials
  readonly language: Language
  readonly promotions: Promotions
  readonly documents: Documents
  readonly growth: Growth
  readonly models: ModelsDoor
}

/** What hears: sockets, and the bus for what other nodes did. `sockets` closes before the rest. */
const listen = (ground: Ground, features: Features): { sockets(): void; bus(): void } => {
  const { bus, hub, log } = ground
  const { accounts, conversations, indexes, partials, language, promotions, voices, models, intake } = features
  const sockets = openSockets(ground, features)
  const ears = [
    startFanOut({ bus, hub, conversations, log }),
    knowledgeReactions({ bus, indexes, log }),
    accountsReactions({ bus, accounts }),
    promotionReactions({ bus, inForce: promotions.parts.inForce, log }),
    languageReactions({ bus, models: language.parts.models }),
    voiceReactions({ bus, voices }),
    modelReactions({ bus, models, log }),
    intakeReactions({ bus, intake }),
    partials,
  ]
  return {
    sockets,
    bus: () => {
      for (const ear of ears) ear.stop()
      features.presence.close()
    },
  }
}

const begin = async (ground: Ground, { language, documents, growth }: Features): Promise<void> => {
  const { jobs, facts, bus } = ground
  await language.parts.models.prepare()
  await jobs.start()
  await documents.begin()
  await growth.begin()
  await jobs.schedule('partitions.make', '17 * * * *')
  await jobs.schedule('accounts.tidy', '41 3 * * *')
  await jobs.schedule(SWEEP_JOB, '23 4 * * *')
  growthReactions(growth, facts)
  usageReactions(ground, facts)
  structureReactions(documents.parts, facts)
  facts.consume({
    name: 'facts-to-bus',
    types: TOLD_FROM_LOG,
    from: 'now',
    handle: async (changed) => {
      for (const fact of changed) bus.publish(`facts.${fact.tenant}.${fact.subject}`, { facts: [fact] })
    },
  })
}

const end = (
  ground: Ground,
  { intake, language, documents, indexes, promotions, models }: Features,
  ears: { sockets(): void; bus(): void },
): Promise<void> => {
  const { http, hub, jobs, train, facts, bus, metrics, database } = ground
  return inTurn(ground.log, [
    () => http.draining(),
    () => hub.drain(DRAIN_MS),
    ears.sockets,
    () => models.close(),
    () => intake.settle(),
    () => language.close(),
    () => promotions.close(),
    () => documents.close(),
    () => indexes.close(),
    () => jobs.stop(),
    () => closeWithin(http, CLOSE_MS),
    () => train.settle(),
    () => facts.stop(),
    ears.bus,
    () => bus.close(),
    () => metrics.close(),
    () => database.close(),
  ])
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
