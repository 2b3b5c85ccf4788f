// The parts of the live endpoints in memory: conversations that store once, answer by bot, and fan out to rooms.
import type { Conversation, Message, Part, Uuid } from '@ballast/contract'
import { plainText } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Accepted, LiveParts, Staff, Visitor } from '../src/features/feed/live-parts.ts'
import { visitorRoom, watchRoom } from '../src/features/feed/rules/who-sees.ts'
import { createIds } from '../src/platform/ids.ts'

interface Thread {
  readonly tenant: Uuid
  readonly contactId: Uuid
  conversation: Conversation
  readonly messages: Message[]
}
export interface FakeLive {
  readonly parts: LiveParts
  readonly threads: Map<Uuid, Thread>
  readonly visitors: Map<string, Visitor | 'expired'>
  /** Ids in the order they were stored. */
  readonly stored: Uuid[]
}

const ZERO = '2026-11-20T00:00:00.000Z'
const newConversation = (id: Uuid, visitor: Visitor): Conversation => ({
  id,
  contactId: visitor.contactId,
  inboxId: visitor.inboxId,
  channel: 'web',
  status: 'bot',
  assigneeId: null,
  teamId: null,
  seq: 0,
  version: 0,
  locale: null,
  handoverReason: null,
  waitingSince: null,
  snoozedUntil: null,
  openedAt: ZERO,
  updatedAt: ZERO,
  resolvedAt: null,
  customerReadSeq: 0,
  agentReadSeq: 0,
})

/** Says `poison` to break the store, `stuck` to make it never answer. */
export const fakeLive = (base: Pick<LiveParts, 'hub' | 'bus' | 'clock' | 'log' | 'limits'>): FakeLive => {
  const ids = createIds(base.clock)
  const threads = new Map<Uuid, Thread>()
  const visitors = new Map<string, Visitor | 'expired'>()
  const stored: Uuid[] = []

  const threadFor = (principal: Visitor | Staff, conversationId: Uuid): Thread => {
    const thread = threads.get(conversationId)
    const isHers = principal.kind === 'staff' || principal.contactId === thread?.contactId
    if (thread === undefined || thread.tenant !== principal.tenant || !isHers) throw problem('conversation.not-found')
    return thread
  }
  const currentOf = (visitor: Visitor) => [...threads.values()].findLast((one) => one.contactId === visitor.contactId)
  const tell = (thread: Thread, message: Message, t: 'message' | 'updated' = 'message') => {
    base.hub.toRoom(watchRoom(message.conversationId), { t, message })
    if (!message.note) base.hub.toRoom(visitorRoom(thread.contactId), { t, message })
  }
  const store = (
    thread: Thread,
    said: { id: Uuid; parts: readonly Part[]; author: Message['author']; note?: boolean },
  ): Message => {
    const message: Message = {
      id: said.id,
      conversationId: thread.conversation.id,
      seq: thread.messages.length + 1,
      author: said.author,
      channel: 'web',
      parts: [...said.parts],
      note: said.note ?? false,
      sentAt: new Date(base.clock.now()).toISOString(),
      recalled: false,
      delivery: 'sent',
    }
    thread.messages.push(message)
    thread.conversation = { ...thread.conversation, seq: message.seq }
    stored.push(message.id)
    return message
  }
  const acceptedOf = (message: Message, duplicate: boolean): Accepted => ({
    conversationId: message.conversationId,
    messageId: message.id,
    seq: message.seq,
    sentAt: message.sentAt,
    duplicate,
  })
  const open = (visitor: Visitor): Thread => {
    const conversation = newConversation(ids.uuid(), visitor)
    const thread = { tenant: visitor.tenant, contactId: visitor.contactId, conversation, messages: [] }
    threads.set(conversation.id, thread)
    return thread
  }
  const rewrite = (
    principal: Visitor | Staff,
    wish: { conversationId: Uuid; messageId: Uuid },
    more: Partial<Message>,
  ) => {
    const thread = threadFor(principal, wish.conversationId)
    const at = thread.messages.findIndex((one) => one.id === wish.messageId)
    if (at < 0) throw problem('message.not-found')
    thread.messages[at] = { ...thread.messages[at]!, ...more }
    tell(thread, thread.messages[at], 'updated')
  }

  const parts: LiveParts = {
    ...base,
    readToken: (token) => {
      const visitor = visitors.get(token)
      if (visitor === 'expired') throw problem('token.expired')
      if (visitor === undefined) throw problem('token.invalid')
      return visitor
    },
    currentConversation: async (visitor) => currentOf(visitor)?.conversation ?? null,
    accept: async (visitor, { id, parts: said, conversationId }, acknowledge) => {
      const text = plainText(said)
      if (text === 'stuck') return new Promise(() => {})
      await new Promise((done) => setTimeout(done, 2))
      if (text === 'poison') throw new Error(`the store broke on ${id}`)
      const thread = conversationId ? threadFor(visitor, conversationId) : (currentOf(visitor) ?? open(visitor))
      const known = thread.messages.find((one) => one.id === id)
      if (known) return acceptedOf(known, true)
      const message = store(thread, { id, parts: said, author: { kind: 'customer', id: visitor.contactId } })
      const answer = store(thread, {
        id: ids.uuid(),
        parts: [{ kind: 'text', text: `re: ${text}` }],
        author: { kind: 'bot' },
      })
      const accepted = acceptedOf(message, false)
      acknowledge(accepted)
      tell(thread, message)
      tell(thread, answer)
      return accepted
    },
    askForPerson: async (visitor, { id }) => {
      const thread = currentOf(visitor) ?? open(visitor)
      thread.conversation = { ...thread.conversation, status: 'waiting' }
      base.hub.toRoom(visitorRoom(visitor.contactId), { t: 'conversation', conversation: thread.conversation })
      return {
        conversationId: thread.conversation.id,
        messageId: id,
        seq: thread.messages.length,
        sentAt: ZERO,
        duplicate: false,
      }
    },
    replay: async (principal, { conversationId, afterSeq, limit }) => {
      const thread = threadFor(principal, conversationId)
      const page = thread.messages.slice(afterSeq, afterSeq + limit)
      const lastSeq = afterSeq + page.length
      const messages = page.filter((one) => principal.kind === 'staff' || !one.note)
      return { messages, lastSeq, complete: lastSeq >= thread.messages.length }
    },
    deskRooms: async (staff) => [`desk:${staff.tenant}`],
    rightsChanged: () => undefined,
    deskOpened: () => () => undefined,
    mustSee: async (principal, conversationId) => void threadFor(principal, conversationId),
    reply: async (staff, { conversationId, id, parts: said, note }) => {
      const thread = threadFor(staff, conversationId)
      const known = thread.messages.find((one) => one.id === id)
      if (known) return { message: known, duplicate: true }
      const author = { kind: 'agent', id: staff.staffId, name: staff.name } as const
      const message = store(thread, { id, parts: said, author, note })
      tell(thread, message)
      return { message, duplicate: false }
    },
    edit: async (principal, wish) => rewrite(principal, wish, { parts: [...wish.parts], editedAt: ZERO }),
    recall: async (principal, wish) => rewrite(principal, wish, { recalled: true }),
    markRead: async (principal, { conversationId, seq }) => {
      const thread = threadFor(principal, conversationId)
      const by = principal.kind === 'visitor' ? 'customer' : 'agent'
      base.hub.toRoom(watchRoom(conversationId), { t: 'read', conversationId, by, seq })
      base.hub.toRoom(visitorRoom(thread.contactId), { t: 'read', conversationId, by, seq })
    },
  }
  return { parts, threads, visitors, stored }
}
