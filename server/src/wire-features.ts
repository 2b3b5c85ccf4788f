// Wiring, second part: the features that stand on the platform and on each other.
import type { Uuid } from '@ballast/contract'
import { CHANNELS } from './channels/registry.ts'
import { type AccountsDoor, createAccounts } from './features/accounts/index.ts'
import { type AnsweringParts, takeTurn } from './features/answering/index.ts'
import type { Commerce } from './features/commerce/index.ts'
import { identify } from './features/contacts/index.ts'
import { type Conversations, createConversations } from './features/conversations/index.ts'
import { type DeskPresence, type Partials, publishCommitted } from './features/feed/index.ts'
import { createGrowth, type Growth } from './features/growth/index.ts'
import { createIntake, type Intake, type IntakeInbox } from './features/intake/index.ts'
import {
  countEntries,
  createDocuments,
  createShowing,
  type Documents,
  type Indexes,
  type KnowledgeParts,
  type Showing,
} from './features/knowledge/index.ts'
import { createModels, type ModelsDoor } from './features/models/index.ts'
import { noteQuote, type Promotions } from './features/promotions/index.ts'
import { createLanguage, type Language, startEncoder } from './features/understanding/index.ts'
import { createVoices, type Voices } from './features/voice/index.ts'
import type { Ground } from './ground.ts'
import { createDecider } from './platform/database/decide-and-commit.ts'
import { appendFacts } from './platform/facts/append.ts'
import type { Jobs } from './platform/jobs/jobs.ts'

export const buildAccounts = (
  ground: Ground,
  { conversations, atDesk }: { conversations: () => Conversations; atDesk: DeskPresence['atDesk'] },
): AccountsDoor =>
  createAccounts({
    ...ground,
    config: { publicUrl: ground.publicUrl, sessionIdleMinutes: ground.config.accounts.sessionIdleMinutes },
    channels: CHANNELS.map((channel) => channel.id),
    counts: {
      entries: (tenant) => countEntries(ground, tenant),
      conversations: (tenant) => conversations().countAll(tenant),
    },
    queueOf: (tenant, inboxId) => conversations().readQueue(tenant, inboxId),
    atDesk,
    mailAvailable: () => ground.mail.available,
    onIdentified: async ({ tenant, contactId, externalId, person, formerContactId }) => {
      const identity = { externalId, ...person }
      await identify(ground, { tenant, contactId }, identity)
      if (formerContactId !== undefined)
        await conversations().mergeContacts({ tenant, from: formerContactId, into: contactId, identity })
    },
  })

export const schedule =
  (jobs: Jobs) =>
  async (name: string, data: object, at: number): Promise<void> => {
    await jobs.send(name, data, { startAfter: at })
  }

export const buildConversations = (ground: Ground, accounts: () => AccountsDoor): Conversations =>
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

export const buildDocuments = (ground: Ground, knowledge: KnowledgeParts): Documents =>
  createDocuments({ ...knowledge, ...ground, allowPrivate: ground.config.knowledge.allowPrivateSites })

export const buildGrowth = (
  ground: Ground,
  parts: { conversations: Conversations; knowledge: KnowledgeParts; language: Language },
): Growth => createGrowth({ ...ground, ...parts, appendFacts, hear: parts.language.hear })

/** What the guard kept from customers: counted and logged by code, never by word. */
export const countFaults = ({
  metrics,
  log,
}: Pick<Ground, 'metrics' | 'log'>): NonNullable<AnsweringParts['onFaults']> => {
  const counter = metrics.counter({
    name: 'guarded_claims_total',
    help: 'Claims of the bot that nothing stood behind, by kind and by what was said instead.',
    labels: ['claim', 'became'],
  })
  return ({ tenant, faults, became }) => {
    for (const claim of faults) counter.inc({ claim, became })
    log.warn({ tenant, faults, became }, 'turn.guarded')
  }
}

export const buildAnswering = (
  ground: Ground,
  parts: { indexes: Indexes; commerce: Commerce; promotions: Promotions; models: ModelsDoor },
): AnsweringParts & { readonly voices: Voices; readonly showing: Showing } => ({
  knowledge: parts.indexes,
  commerce: parts.commerce,
  showing: createShowing(ground),
  rulesOf: parts.promotions.parts.inForce.get,
  models: parts.models,
  voices: createVoices(ground),
  onFaults: countFaults(ground),
})

export const buildModels = (ground: Ground): ModelsDoor => {
  const { allowPrivateModels: allowPrivate, firstWordsMs: firstMs, wholeAnswerMs: totalMs } = ground.config.models
  return createModels({ ...ground, appendFacts, allowPrivate, firstMs, totalMs })
}

export const buildIntake = (
  ground: Ground,
  conversations: Conversations,
  parts: {
    accounts: AccountsDoor
    answering: AnsweringParts
    partials: Pick<Partials, 'tell'>
    language: Language
    promotions: Promotions
  },
): Intake =>
  createIntake({
    conversations,
    clock: ground.clock,
    log: ground.log,
    tellPartial: parts.partials.tell,
    schedule: schedule(ground.jobs),
    hear: parts.language.hear,
    noteQuote: (tenant, quote) => noteQuote(parts.promotions.parts, tenant, quote),
    takeTurn: (turn) => takeTurn(parts.answering, turn as Parameters<typeof takeTurn>[1]),
    inboxById: inboxById(parts.accounts),
  })

const inboxById =
  (accounts: AccountsDoor) =>
  async (tenant: Uuid, inboxId: Uuid): Promise<IntakeInbox | null> => {
    const open = await accounts.inboxes.byId(tenant, inboxId)
    return open === undefined ? null : { ...open.inbox, botOn: true }
  }

export const buildLanguage = (ground: Ground, conversations: Conversations): Language => {
  const { encoderFolder: folder, encoderMilliseconds: limitMs } = ground.config.understanding
  return createLanguage({ ...ground, conversations, encoder: startEncoder({ folder, limitMs, log: ground.log }) })
}
