// Wiring, third part: what the outside reaches — routes, sockets, pages — and the jobs that come back later.
import { type Principal, Uuid } from '@ballast/contract'
import { openapi } from '@ballast/contract/openapi'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { AccountsDoor } from './features/accounts/index.ts'
import { serveCannedReplies } from './features/canned/routes.ts'
import type { Commerce } from './features/commerce/index.ts'
import { serveCommerce } from './features/commerce/routes.ts'
import { serveContacts } from './features/contacts/routes.ts'
import { type Conversations, WAKE_JOB } from './features/conversations/index.ts'
import { serveConversations } from './features/conversations/routes.ts'
import { type DeskPresence, openLive, wireLive } from './features/feed/index.ts'
import { forgetAsker, type Growth } from './features/growth/index.ts'
import { serveGrowth } from './features/growth/routes.ts'
import type { HelpParts } from './features/help/index.ts'
import { serveHelp } from './features/help/routes.ts'
import { type Intake, TURN_JOB } from './features/intake/index.ts'
import type { Documents, KnowledgeParts } from './features/knowledge/index.ts'
import { knowledgeRoutes } from './features/knowledge/routes.ts'
import { serveDocuments } from './features/knowledge/routes-documents.ts'
import type { ModelsDoor } from './features/models/index.ts'
import { serveModels } from './features/models/routes.ts'
import type { Promotions } from './features/promotions/index.ts'
import { servePromotions } from './features/promotions/routes.ts'
import { createTranscripts, TRANSCRIPT_JOB, TranscriptJob, type Transcripts } from './features/transcripts/index.ts'
import { serveTranscripts } from './features/transcripts/routes.ts'
import { forgetContact, type Language } from './features/understanding/index.ts'
import { serveLanguage } from './features/understanding/routes.ts'
import type { Voices } from './features/voice/index.ts'
import { serveVoices } from './features/voice/routes.ts'
import type { Ground } from './ground.ts'
import { makePartitions } from './platform/database/partitions.ts'
import { appendFacts } from './platform/facts/append.ts'
import { API_STYLE, apiPage } from './platform/http/api-page.ts'
import { serveMark } from './platform/http/mark.ts'
import { isOurOrigin } from './platform/http/refuse-cross-site.ts'
import { attachWebSockets } from './platform/live/websocket.ts'
import { schedule } from './wire-features.ts'
import { wireFiles } from './wire-files.ts'

export interface Doors {
  readonly accounts: AccountsDoor
  readonly conversations: Conversations
}

const isPerson = Compile(Type.Object({ tenant: Uuid, contactId: Uuid }))

export const serveRoutes = (
  ground: Ground & { readonly version: string },
  doors: Doors & {
    knowledge: KnowledgeParts
    documents: Documents
    commerce: Commerce
    language: Language
    growth: Growth
    help: HelpParts
    promotions: Promotions
    voices: Voices
    models: ModelsDoor
  },
): void => {
  const { http } = ground
  const { accounts, conversations, knowledge, commerce, language } = doors
  accounts.registerRoutes(http)
  serveConversations(http, accounts.gate, conversations)
  serveCommerce(http, accounts.gate, { commerce })
  knowledgeRoutes({ ...knowledge, http, gate: accounts.gate })
  servePromotions({ ...doors.promotions.parts, http, gate: accounts.gate })
  const hasInbox = async (tenant: Uuid, inboxId: Uuid) => (await accounts.inboxes.byId(tenant, inboxId)) !== undefined
  serveVoices(http, accounts.gate, { ...ground, appendFacts, hasInbox, voices: doors.voices })
  serveDocuments(http, accounts.gate, doors.documents)
  serveCannedReplies(http, accounts.gate, ground)
  serveLanguage(http, accounts.gate, language)
  serveGrowth(http, accounts.gate, doors.growth)
  serveHelp(http, accounts.gate, doors.help)
  serveModels(http, accounts.gate, doors.models)
  const files = wireFiles(ground, doors)
  serveContacts(http, accounts.gate, {
    ...ground,
    seesContact: conversations.seesContact,
    findOrders: (_tenant, externalId) => commerce.findOrders({ as: externalId }),
    erased: async (tenant, contactId) => {
      ground.bus.publish(`people.${tenant}.${contactId}`, { tenant, contactId })
      await files.forget(tenant, contactId)
      await forgetContact(ground, tenant, contactId)
      await forgetAsker(doors.growth.parts, tenant, contactId)
    },
  })
  ground.bus.subscribe('people.>', (payload) => {
    if (!isPerson.Check(payload)) return
    doors.growth.parts.held.forget(payload.tenant)
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

/** The route and the job of conversations by mail. */
export const wireTranscripts = (ground: Ground, { accounts, conversations }: Doors): void => {
  const { http, jobs } = ground
  const transcripts: Transcripts = createTranscripts({
    ...ground,
    conversations,
    schedule: schedule(jobs),
    inboxOf: async (tenant, inboxId) => {
      const open = await accounts.inboxes.byId(tenant, inboxId)
      return open === undefined ? null : { name: open.inbox.name, timeZone: open.inbox.hours?.timeZone ?? null }
    },
  })
  serveTranscripts(http, accounts.gate, transcripts)
  // A mail server that is away comes back: about a day of tries.
  const patience = { retryLimit: 40, retryDelaySeconds: 10, retryDelayMaxSeconds: 3_600, expireInSeconds: 120 }
  jobs.define(TRANSCRIPT_JOB, { schema: TranscriptJob, concurrency: 2, ...patience }, (job) => transcripts.send(job))
}

export const openSockets = (
  ground: Ground,
  doors: Doors & { intake: Intake; presence: DeskPresence },
): (() => void) => {
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
    wireLive({
      ...ground,
      ...doors,
      visitors: doors.accounts.visitors,
      inboxes: doors.accounts.inboxes,
      deskOpened: doors.presence.opened,
    }),
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

export const defineJobs = (
  { jobs, database }: Ground,
  { accounts, conversations, intake }: Doors & { intake: Intake },
): void => {
  jobs.define(WAKE_JOB, { schema: Type.Object({ ...WHERE, until: Type.Integer() }) }, (due) => conversations.wake(due))
  jobs.define(TURN_JOB, { schema: Type.Object({ ...WHERE, inboxId: Uuid, messageId: Uuid }) }, (job) =>
    intake.continueTurn(job),
  )
  jobs.define('accounts.tidy', { schema: Type.Object({}) }, () => accounts.tidy())
  jobs.define('partitions.make', { schema: Type.Object({}) }, () => database.worker(makePartitions))
}
