// The read side of the hot path: loads asked for in one tick ride in one statement, and what was just
// committed is remembered. A remembered row is only a hint: the version checked at commit decides.
import type { Uuid } from '@ballast/contract'

/** A conversation as stored, times in epoch ms, bytes still sealed. */
export interface StoredConversation {
  readonly tenant: Uuid
  readonly id: Uuid
  readonly contactId: Uuid
  readonly inboxId: Uuid
  readonly channel: string
  readonly status: string
  readonly assigneeId: Uuid | null
  readonly teamId: Uuid | null
  readonly seq: number
  readonly version: number
  readonly locale: string | null
  readonly handoverReason: string | null
  readonly dialog: Buffer | null
  readonly waitingSince: number | null
  readonly snoozedUntil: number | null
  readonly openedAt: number
  readonly updatedAt: number
  readonly resolvedAt: number | null
  readonly lastAuthor: string | null
  readonly preview: Buffer | null
  readonly customerSeq: number
  readonly customerReadSeq: number
  readonly agentReadSeq: number
}

/** A person as stored. `personKey` null: erased. */
export interface StoredContact {
  readonly tenant: Uuid
  readonly id: Uuid
  readonly externalId: string | null
  readonly verified: boolean
  readonly personKey: Buffer | null
  readonly name: Buffer | null
  readonly phone: Buffer | null
  readonly email: Buffer | null
  readonly address: Buffer | null
  readonly payment: Buffer | null
  readonly level: string | null
  readonly locale: string | null
  readonly channel: string
  readonly mergedInto: Uuid | null
  readonly createdAt: number
  readonly erasedAt: number | null
}

export interface Loaded {
  readonly conversation: StoredConversation
  readonly contact: StoredContact
}

export interface Reader {
  /** Null: no such conversation of this tenant. `fresh` skips what is remembered. */
  conversation(tenant: Uuid, conversationId: Uuid, fresh?: boolean): Promise<Loaded | null>
  /** A person and their latest conversation in the inbox; null: nobody of that id. */
  contact(
    tenant: Uuid,
    contactId: Uuid,
    inboxId: Uuid,
  ): Promise<{ contact: StoredContact; latest: StoredConversation | null } | null>
  /** After a commit: the next decision need not read. */
  remember(loaded: Loaded): void
  forget(tenant: Uuid, conversationId: Uuid): void
}

type Json = Record<string, unknown>
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const TIMES = new Set(['waitingSince', 'snoozedUntil', 'openedAt', 'updatedAt', 'resolvedAt', 'createdAt', 'erasedAt'])
const BYTES = new Set(['preview', 'dialog', 'personKey', 'name', 'phone', 'email', 'address', 'payment'])

const fromRow = (row: Json): Json => {
  const out: Json = {}
  for (const [column, value] of Object.entries(row)) {
    const name = camel(column)
    if (value !== null && TIMES.has(name)) out[name] = Date.parse(value as string)
    else if (value !== null && BYTES.has(name)) out[name] = Buffer.from((value as string).slice(2), 'hex')
    else out[name] = value
  }
  return out
}

interface Ask {
  readonly key: Json & { tenant: Uuid }
  readonly give: (row: Json | null) => void
  readonly fail: (error: unknown) => void
}

type Statement = <Row>(text: string, values: unknown[]) => Promise<Row[]>

/** Gathers asks of one tick (and of the time the last statement took) into one statement. */
const createBatch = (statement: Statement, text: string, most = 256) => {
  let asks: Ask[] = []
  let travelling = 0
  let called = false

  const leave = () => {
    called = false
    while (asks.length > 0 && travelling < 2) {
      const aboard = asks.slice(0, most)
      asks = asks.slice(most)
      travelling++
      void carry(aboard).finally(() => {
        travelling--
        if (asks.length > 0) leave()
      })
    }
  }
  const carry = async (aboard: Ask[]) => {
    try {
      const tenants = `{${[...new Set(aboard.map((ask) => ask.key.tenant))].join(',')}}`
      const rows = await statement<Json & { n: number }>(text, [
        tenants,
        JSON.stringify(aboard.map((ask, n) => ({ n, ...ask.key }))),
      ])
      const found = new Map(rows.map((row) => [row.n, row]))
      aboard.forEach((ask, n) => {
        ask.give(found.get(n) ?? null)
      })
    } catch (error) {
      for (const ask of aboard) ask.fail(error)
    }
  }
  return (key: Ask['key']) =>
    new Promise<Json | null>((give, fail) => {
      asks.push({ key, give, fail })
      if (called) return
      called = true
      queueMicrotask(leave)
    })
}

export const createReader = (database: { statement: Statement }, options: { remembered?: number } = {}): Reader => {
  const most = options.remembered ?? 20_000
  const memory = new Map<string, Loaded>()
  const conversations = createBatch(database.statement, 'SELECT * FROM ballast.load_conversations($1, $2::json)')
  const contacts = createBatch(database.statement, 'SELECT * FROM ballast.load_contacts($1, $2::json)')
  const keyOf = (tenant: Uuid, conversationId: Uuid) => `${tenant}:${conversationId}`

  const remember = (loaded: Loaded) => {
    const key = keyOf(loaded.conversation.tenant, loaded.conversation.id)
    memory.delete(key)
    memory.set(key, loaded)
    if (memory.size > most) memory.delete(memory.keys().next().value as string)
  }

  return {
    remember,
    forget: (tenant, conversationId) => void memory.delete(keyOf(tenant, conversationId)),
    conversation: async (tenant, conversationId, fresh = false) => {
      const known = fresh ? undefined : memory.get(keyOf(tenant, conversationId))
      if (known) return known
      const row = await conversations({ tenant, conversation: conversationId })
      if (row === null) return null
      const loaded = {
        conversation: fromRow(row.conversation as Json) as unknown as StoredConversation,
        contact: fromRow(row.contact as Json) as unknown as StoredContact,
      }
      remember(loaded)
      return loaded
    },
    contact: async (tenant, contactId, inboxId) => {
      const row = await contacts({ tenant, contact: contactId, inbox: inboxId })
      if (row === null) return null
      return {
        contact: fromRow(row.contact as Json) as unknown as StoredContact,
        latest: row.conversation === null ? null : (fromRow(row.conversation as Json) as unknown as StoredConversation),
      }
    },
  }
}
