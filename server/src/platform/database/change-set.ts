// What a verb hands to the commit train: one decision about one conversation, whole.
import type { FactType, Uuid } from '@ballast/contract'

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
  readonly dialog: unknown
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

const setRow = (set: ChangeSet, n: number) => ({
  n,
  tenant: set.tenant,
  conversation: set.conversationId,
  expected: set.expectedVersion,
  count: set.messages.length,
  customer: set.messages.findLastIndex((message) => message.authorKind === 'customer') + 1,
  customer_read: set.customerReadSeq ?? 0,
  agent_read: set.agentReadSeq ?? 0,
  ...(set.state && {
    contact_id: set.state.contactId,
    inbox_id: set.state.inboxId,
    channel: set.state.channel,
    status: set.state.status,
    assignee_id: set.state.assigneeId,
    team_id: set.state.teamId,
    locale: set.state.locale,
    handover_reason: set.state.handoverReason,
    dialog: set.state.dialog ?? undefined,
    waiting_since: set.state.waitingSince,
    snoozed_until: set.state.snoozedUntil,
    opened_at: set.state.openedAt,
    resolved_at: set.state.resolvedAt,
    last_author: set.state.lastAuthor,
    preview: base64(set.state.preview),
  }),
})

const messageRow = (set: ChangeSet, message: NewMessage, n: number, k: number) => ({
  n,
  k,
  tenant: set.tenant,
  id: message.id,
  conversation: set.conversationId,
  author_kind: message.authorKind,
  author_id: message.authorId,
  author_name: message.authorName,
  channel: message.channel,
  body: base64(message.body),
  note: message.note,
  in_reply_to: message.inReplyTo,
  verdict: message.verdict,
  external_id: message.externalId,
})

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

/** The six arguments of `ballast.commit_train` for these sets, in this order. */
export const trainArguments = (sets: readonly ChangeSet[]): (string | null)[] => {
  const rows: object[] = []
  const messages: object[] = []
  const facts: object[] = []
  const keys: object[] = []
  const contacts: object[] = []
  const tenants = new Set<string>()
  sets.forEach((set, index) => {
    const n = index + 1
    tenants.add(set.tenant)
    rows.push(setRow(set, n))
    for (const [at, message] of set.messages.entries()) messages.push(messageRow(set, message, n, at + 1))
    for (const { messageIndex, ...fact } of set.facts)
      facts.push({ n, ...(messageIndex === undefined ? {} : { k: messageIndex + 1 }), tenant: set.tenant, ...fact })
    for (const key of [set.id, ...set.dedupe])
      keys.push({ n, id: set.id, tenant: set.tenant, conversation: set.conversationId, key })
    if (set.contact) contacts.push(contactRow(set, set.contact, n))
  })
  return [
    `{${[...tenants].join(',')}}`,
    JSON.stringify(rows),
    JSON.stringify(messages),
    JSON.stringify(facts),
    JSON.stringify(keys),
    contacts.length === 0 ? null : JSON.stringify(contacts),
  ]
}

export const toOutcome = (row: TrainRow): Outcome => {
  if (row.outcome === 'stale') return { outcome: 'stale' }
  const common = { conversationId: row.conversation!, firstSeq: row.first_seq, at: row.at.getTime() }
  return row.outcome === 'duplicate'
    ? { outcome: 'duplicate', ...common }
    : { outcome: row.outcome, version: row.version, ...common }
}
