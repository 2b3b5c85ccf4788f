// What a verb hands to the commit train: one decision about one conversation, whole.
import type { FactType, Uuid } from '@ballast/contract'
import { booleans, bytes, instants, ints, jsons, texts, uuids } from './binary-arrays.ts'

/** Columns a decision sets. Times are epoch milliseconds. `seq`, `version` and `updated_at` belong to the train. */
export interface ConversationColumns {
  readonly contactId: Uuid
  readonly inboxId: Uuid
  readonly channel: string
  readonly status: string
  readonly assigneeId: Uuid | null
  readonly teamId: Uuid | null
  readonly locale: string | null
  readonly handoverReason: string | null
  readonly dialog: Buffer | null
  readonly waitingSince: number | null
  readonly snoozedUntil: number | null
  readonly openedAt: number
  readonly resolvedAt: number | null
  readonly lastAuthor: string | null
  readonly preview: Buffer | null
}

/** `body` is the sealed JSON of the parts. `sentAt` is the commit's time, not the caller's. */
export interface NewMessage {
  readonly id: Uuid
  readonly authorKind: 'customer' | 'bot' | 'agent' | 'system'
  readonly authorId?: Uuid
  readonly authorName?: string
  readonly channel: string
  readonly body: Buffer
  readonly note: boolean
  readonly inReplyTo?: Uuid
  readonly verdict?: object
  readonly externalId?: string
}

export interface NewFact {
  readonly id: Uuid
  readonly type: FactType
  readonly subject: Uuid
  readonly data: object
  /** Index into `messages`: that message's sequence number is written into `data.seq`. */
  readonly messageIndex?: number
}

/** A person written with their first message. Every Buffer is sealed with the person's key. */
export interface NewContact {
  readonly id: Uuid
  readonly externalId?: string
  readonly verified: boolean
  readonly personKey: Buffer
  readonly name?: Buffer
  readonly phone?: Buffer
  readonly email?: Buffer
  readonly address?: Buffer
  readonly level?: string
  readonly locale?: string
  readonly channel: string
}

export interface ChangeSet {
  /** The same id never commits twice: submitting again is safe whatever happened to the first attempt. */
  readonly id: Uuid
  readonly tenant: Uuid
  readonly conversationId: Uuid
  /** The version decided upon. 0: this set creates the conversation. -1: an append that decides nothing (note, read mark). */
  readonly expectedVersion: number
  /** The new state, whole; absent only for appends. */
  readonly state?: ConversationColumns
  readonly contact?: NewContact
  readonly messages: readonly NewMessage[]
  readonly facts: readonly NewFact[]
  /** Further keys that must never be taken in twice, such as `in:<inbox>:<platform's id>`. */
  readonly dedupe: readonly string[]
  readonly customerReadSeq?: number
  readonly agentReadSeq?: number
}

export type Outcome =
  /** `stored`: this very id was committed by an earlier attempt. `firstSeq`: sequence of the first message. */
  | {
      readonly outcome: 'committed' | 'stored'
      readonly conversationId: Uuid
      readonly version: number
      readonly firstSeq: number
      readonly at: number
    }
  /** A dedupe key belongs to another change set: this one was not stored. */
  | { readonly outcome: 'duplicate'; readonly conversationId: Uuid; readonly firstSeq: number; readonly at: number }
  /** The conversation is at another version, or its contact has another key: load again, decide again. */
  | { readonly outcome: 'stale' }

export interface TrainRow {
  readonly n: number
  readonly outcome: 'committed' | 'stored' | 'duplicate' | 'stale'
  readonly version: number
  readonly first_seq: number
  readonly conversation: Uuid | null
  readonly at: Date
}

const base64 = (bytes: Buffer | null | undefined) => (bytes ? bytes.toString('base64') : undefined)

const contactRow = (set: ChangeSet, contact: NewContact, n: number) => ({
  n,
  tenant: set.tenant,
  id: contact.id,
  external_id: contact.externalId,
  verified: contact.verified,
  person_key: base64(contact.personKey),
  name: base64(contact.name),
  phone: base64(contact.phone),
  email: base64(contact.email),
  address: base64(contact.address),
  level: contact.level,
  locale: contact.locale,
  channel: contact.channel,
})

/** Index of the set (from 1) each message, fact or key belongs to, beside it. */
interface Riders {
  readonly messages: { n: number; k: number; message: NewMessage }[]
  readonly facts: { n: number; fact: NewFact }[]
  readonly keys: { n: number; key: string }[]
  readonly contacts: object[]
}

const ridersOf = (sets: readonly ChangeSet[]): Riders => {
  const riders: Riders = { messages: [], facts: [], keys: [], contacts: [] }
  for (const [index, set] of sets.entries()) {
    const n = index + 1
    for (const [at, message] of set.messages.entries()) riders.messages.push({ n, k: at + 1, message })
    for (const fact of set.facts) riders.facts.push({ n, fact })
    riders.keys.push({ n, key: set.id })
    for (const key of set.dedupe) riders.keys.push({ n, key })
    if (set.contact) riders.contacts.push(contactRow(set, set.contact, n))
  }
  return riders
}

const setColumns = (sets: readonly ChangeSet[]): Buffer[] => {
  const state = <T>(pick: (columns: ConversationColumns) => T | null) =>
    sets.map((set) => (set.state ? pick(set.state) : null))
  return [
    uuids(sets.map((set) => set.id)),
    uuids(sets.map((set) => set.tenant)),
    uuids(sets.map((set) => set.conversationId)),
    ints(sets.map((set) => set.expectedVersion)),
    ints(sets.map((set) => set.messages.length)),
    ints(sets.map((set) => set.messages.findLastIndex((message) => message.authorKind === 'customer') + 1)),
    ints(sets.map((set) => set.customerReadSeq ?? 0)),
    ints(sets.map((set) => set.agentReadSeq ?? 0)),
    uuids(state((columns) => columns.contactId)),
    uuids(state((columns) => columns.inboxId)),
    texts(state((columns) => columns.channel)),
    texts(state((columns) => columns.status)),
    uuids(state((columns) => columns.assigneeId)),
    uuids(state((columns) => columns.teamId)),
    texts(state((columns) => columns.locale)),
    texts(state((columns) => columns.handoverReason)),
    bytes(state((columns) => columns.dialog)),
    instants(state((columns) => columns.waitingSince)),
    instants(state((columns) => columns.snoozedUntil)),
    instants(state((columns) => columns.openedAt)),
    instants(state((columns) => columns.resolvedAt)),
    texts(state((columns) => columns.lastAuthor)),
    bytes(state((columns) => columns.preview)),
  ]
}

const messageColumns = (riders: Riders['messages']): Buffer[] => [
  ints(riders.map((rider) => rider.n)),
  ints(riders.map((rider) => rider.k)),
  uuids(riders.map(({ message }) => message.id)),
  texts(riders.map(({ message }) => message.authorKind)),
  uuids(riders.map(({ message }) => message.authorId)),
  texts(riders.map(({ message }) => message.authorName)),
  texts(riders.map(({ message }) => message.channel)),
  bytes(riders.map(({ message }) => message.body)),
  booleans(riders.map(({ message }) => message.note)),
  uuids(riders.map(({ message }) => message.inReplyTo)),
  jsons(riders.map(({ message }) => message.verdict)),
  texts(riders.map(({ message }) => message.externalId)),
]

const factColumns = (riders: Riders['facts']): Buffer[] => [
  ints(riders.map((rider) => rider.n)),
  ints(riders.map(({ fact }) => (fact.messageIndex === undefined ? null : fact.messageIndex + 1))),
  uuids(riders.map(({ fact }) => fact.id)),
  texts(riders.map(({ fact }) => fact.type)),
  uuids(riders.map(({ fact }) => fact.subject)),
  jsons(riders.map(({ fact }) => fact.data)),
]

/** The arguments of `ballast.commit_train` for these sets, in its order. */
export const trainArguments = (sets: readonly ChangeSet[]): (Buffer | string | null)[] => {
  const riders = ridersOf(sets)
  return [
    `{${[...new Set(sets.map((set) => set.tenant))].join(',')}}`,
    ...setColumns(sets),
    ...messageColumns(riders.messages),
    ...factColumns(riders.facts),
    ints(riders.keys.map((rider) => rider.n)),
    texts(riders.keys.map((rider) => rider.key)),
    riders.contacts.length === 0 ? null : JSON.stringify(riders.contacts),
  ]
}

export const toOutcome = (row: TrainRow): Outcome => {
  if (row.outcome === 'stale') return { outcome: 'stale' }
  const common = { conversationId: row.conversation!, firstSeq: row.first_seq, at: row.at.getTime() }
  return row.outcome === 'duplicate'
    ? { outcome: 'duplicate', ...common }
    : { outcome: row.outcome, version: row.version, ...common }
}
