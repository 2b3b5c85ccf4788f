// Conversations and intake on a fresh database with the real train, reader and keys: what their tests stand on.
import { randomBytes } from 'node:crypto'
import type { Principal, Uuid } from '@ballast/contract'
import {
  type Committed,
  type ConversationParts,
  type Conversations,
  createConversations,
} from '../src/features/conversations/index.ts'
import {
  createIntake,
  type Inbound,
  type Intake,
  type IntakeInbox,
  type IntakeParts,
  type PartialText,
  type TakeTurn,
  type TurnResult,
} from '../src/features/intake/index.ts'
import { hearWith } from '../src/features/understanding/index.ts'
import { shippedIntents } from '../src/features/understanding/shipped.ts'
import { manualClock } from '../src/platform/clock.ts'
import { createDecider } from '../src/platform/database/decide-and-commit.ts'
import { isConnectionLost } from '../src/platform/database/open.ts'
import { createReader } from '../src/platform/database/reader.ts'
import { createTrain } from '../src/platform/database/train.ts'
import { createIds } from '../src/platform/ids.ts'
import { createSecrets, type Secrets } from '../src/platform/secrets/secrets.ts'
import { newDatabase } from './new-database.ts'
import { watchedLog } from './watched-log.ts'

export const turnResult = (more: Partial<TurnResult> = {}): TurnResult => ({
  outcome: 'answered',
  parts: [{ kind: 'text', text: 'bot answer' }],
  sources: [],
  dialog: null,
  action: null,
  ...more,
})

export interface Job {
  readonly name: string
  readonly data: object
  readonly at: number
}
type Staff = Extract<Principal, { kind: 'staff' }>

/** One process over a database: several may stand on the same one. */
const createNode = (
  database: Awaited<ReturnType<typeof newDatabase>>,
  secrets: Secrets,
  names: Map<Uuid, string>,
  clock = manualClock(Date.now()),
) => {
  const ids = createIds(clock)
  const train = createTrain({ database, isConnectionLost, log: watchedLog(), now: () => clock.now() })
  const committed: Committed[] = []
  const jobs: Job[] = []
  const partials: PartialText[] = []
  const visible = { inboxes: [] as Uuid[] }
  const parts: Omit<ConversationParts, 'recent'> = {
    database,
    reader: createReader(database),
    decider: createDecider(train),
    secrets,
    ids,
    clock,
    published: (one) => committed.push(one),
    schedule: async (name, data, at) => void jobs.push({ name, data, at }),
    visibleInboxes: async () => visible.inboxes,
    staffNames: async (_tenant, staffIds) => new Map([...names].filter(([id]) => staffIds.includes(id))),
    teamName: async (_tenant, teamId) => names.get(teamId) ?? null,
  }
  const conversations: Conversations = createConversations(parts)
  return { ids, clock, committed, jobs, partials, visible, parts, conversations }
}

export type Node = ReturnType<typeof createNode>

export const newShop = async () => {
  const database = await newDatabase()
  const keys = new Map<Uuid, Buffer>()
  const secrets = createSecrets({
    rootKey: randomBytes(32),
    store: {
      readTenantKey: async (tenant) => keys.get(tenant),
      writeTenantKey: async (tenant, wrapped) => void keys.set(tenant, wrapped),
    },
  })
  const names = new Map<Uuid, string>()
  const node = createNode(database, secrets, names)
  const tenant = node.ids.uuid()
  const inbox: IntakeInbox = { id: node.ids.uuid(), locale: 'zh-CN', botName: '小舟', botOn: true }
  node.visible.inboxes = [inbox.id]
  const staff = (name: string, more: Partial<Staff> = {}): Staff => {
    const staffId = node.ids.uuid()
    names.set(staffId, name)
    return { kind: 'staff', tenant, staffId, name, role: 'agent', teamIds: [], sessionId: 's', ...more }
  }
  const intake = (takeTurn: TakeTurn, more: Partial<IntakeParts> = {}, at: Node = node): Intake =>
    createIntake({
      conversations: at.conversations,
      clock: at.clock,
      schedule: at.parts.schedule,
      takeTurn,
      hear: hearWith({ models: { inUse: async () => 0, load: shippedIntents }, log: watchedLog() }),
      inboxById: async () => inbox,
      log: watchedLog(),
      tellPartial: (partial) => void at.partials.push(partial),
      quickMs: 300,
      ...more,
    })
  const says = (contactId: Uuid, text: string, more: Partial<Inbound> = {}): Inbound => ({
    tenant,
    inbox,
    contactId,
    channel: 'web',
    messageId: node.ids.uuid(),
    parts: [{ kind: 'text', text }],
    ...more,
  })
  const visitor = (contactId: Uuid): Extract<Principal, { kind: 'visitor' }> => ({
    kind: 'visitor',
    tenant,
    inboxId: inbox.id,
    contactId,
    verified: false,
  })
  const anotherNode = () => {
    const other = createNode(database, secrets, names, node.clock)
    other.visible.inboxes = [inbox.id]
    return other
  }
  return { ...node, node, anotherNode, database, secrets, tenant, inbox, names, staff, intake, says, visitor }
}
export type Shop = Awaited<ReturnType<typeof newShop>>
