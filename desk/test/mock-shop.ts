// What the stand-in server does: small, but it keeps the contract's rules that the desk relies on.
import type { Conversation, ConversationRow, HandoverReason, Message } from '@ballast/contract/conversation'
import type { DeskFrame, ServerFrame } from '@ballast/contract/live'
import type { Part } from '@ballast/contract/parts'
import { PERMISSIONS, type Permission, type Role, roleHolds } from '@ballast/contract/permissions'
import { Problem } from '@ballast/contract/problems'
import { VIEWS, type View } from '@ballast/contract/routes/conversations'
import { belongs, compareRows } from '../src/inbox/rows.ts'
import { ago, COLLEAGUE, createTalks, ME, orders, staff, type Talk, uuid } from './mock-data.ts'
import { documentRoutes } from './mock-documents.ts'
import { knowledgeRoutes, type MockKnowledge } from './mock-knowledge.ts'
import { languageRoutes } from './mock-language.ts'
import { cannedRoutes, ownRoutes } from './mock-own.ts'
import { packRoutes } from './mock-packs.ts'
import { promotionRoutes } from './mock-promotions.ts'
import { settingsRoutes } from './mock-settings.ts'
import { type MockViews, SHARED_VIEW, viewRoutes } from './mock-views.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown
export interface Shop {
  talks: Talk[]
  views: MockViews
  knowledge: MockKnowledge
  /** Something happened to a conversation: told to every desk. */
  change(talk: Talk, next: Partial<Conversation>): void
  routes: Record<string, Handle>
  /** Seconds of silence before replies are acknowledged; lets a test see the state in between. */
  slow(ms: number): void
  refuseNext(code: 'conversation.not-yours'): void
  signedIn(): boolean
  /** The next edit or recall is refused. */
  refuseChange(code: 'message.too-old'): void
  /** From the next reading of the session on, the colleague signed in has this role. */
  as(role: Role): void
  hear(frame: DeskFrame): void
  customerSays(talk: Talk, text: string): void
  /** The bot gives up: the customer waits for anyone. */
  handsOver(talk: Talk): void
}
type Say = (frame: ServerFrame) => void

const sessionRoutes = (state: { signedIn: boolean; role: Role }): Record<string, Handle> => ({
  readSession: () => ({
    staff: { ...staff[0], role: state.role, secondFactor: state.role === 'owner' },
    tenant: { id: uuid(9, 1), name: 'Harbour & Co' },
    permissions: (Object.keys(PERMISSIONS) as Permission[]).filter((each) => roleHolds(state.role, each)),
  }),
  signIn: ({ body }) => {
    if (body.password !== 'correct horse battery') throw new Problem('auth.invalid')
    if (body.code === undefined) throw new Problem('auth.second-factor')
    state.signedIn = true
    return { staffId: ME }
  },
  signInByLink: ({ body }) => {
    if (!['once-only', 'with-factor'].includes(body.token)) throw new Problem('auth.invalid')
    if (body.token === 'with-factor' && body.code !== '123456') throw new Problem('auth.second-factor')
    state.signedIn = true
    return { staffId: ME, needsPassword: false }
  },
  signOut: () => {
    state.signedIn = false
    return {}
  },
  setPassword: () => ({}),
  beginSecondFactor: () => ({
    uri: 'otpauth://totp/Ballast:mei?secret=JBSWY3DP',
    backupCodes: ['1111-2222', '3333-4444'],
  }),
  confirmSecondFactor: () => ({}),
  listStaff: () => ({ staff }),
  inviteStaff: ({ body }) => ({
    staff: { ...staff[1], ...body, id: uuid(1, 99), teamIds: [], secondFactor: false, active: true },
    link: 'https://desk.example/desk/#link=abc',
  }),
  createSignInLink: () => ({ link: 'https://desk.example/desk/#link=def' }),
  readWorkspace: () => ({
    id: uuid(9, 1),
    name: 'Harbour & Co',
    setUp: true,
    webInboxes: 1,
    entries: 2,
    staff: staff.length,
    conversations: 100,
  }),
})

const writer = (say: Say) => {
  const push = (talk: Talk): void => say({ t: 'row', row: talk.row })
  const change = (talk: Talk, next: Partial<Conversation>, more: Partial<ConversationRow> = {}) => {
    const held = talk.row.conversation
    const conversation = { ...held, ...next, version: held.version + 1, updatedAt: ago(0) }
    talk.row = { ...talk.row, ...more, conversation }
    push(talk)
    return { conversation }
  }
  const append = (talk: Talk, made: Pick<Message, 'id' | 'author' | 'parts' | 'note'>): Message => {
    const { id, seq, channel } = talk.row.conversation
    const common = { conversationId: id, seq: seq + 1, channel, recalled: false, delivery: 'sent' as const }
    const message: Message = { ...common, ...made, sentAt: ago(0) }
    talk.messages.push(message)
    const preview = message.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(' ')
    const lastAuthor = message.author.kind
    const unread = talk.row.unread + (lastAuthor === 'customer' ? 1 : 0)
    change(talk, { seq: message.seq }, { preview: preview.slice(0, 200), lastAuthor, unread })
    return message
  }
  return { change, append }
}

type Write = ReturnType<typeof writer>

/** Stands in for the sniffing: a name that ends in .svg is refused, everything else is a picture. */
const fileRoutes = (): Record<string, Handle> => {
  let uploaded = 0
  return {
    uploadFile: ({ query, body }) => {
      if (query.name.endsWith('.svg')) throw new Problem('file.type-refused')
      const fileId = uuid(7, ++uploaded)
      return { fileId, kind: 'image', mime: 'image/png', name: query.name, bytes: body.length, width: 1, height: 1 }
    },
    // The server answers with a pixel.
    readFile: () => undefined,
  }
}

const stateRoutes = (find: (id: string) => Talk, { change }: Write): Record<string, Handle> => {
  const mine = { status: 'agent', assigneeId: ME, waitingSince: null } as const
  const named = { assigneeName: 'Mei Lin' }
  const on =
    (
      run: (
        talk: Talk,
        body: { force?: boolean; until?: string; staffId?: string; reason?: HandoverReason },
      ) => unknown,
    ): Handle =>
    ({ params, body }) =>
      run(find(params.conversationId), body)
  return {
    takeConversation: on((talk, body) => {
      if (talk.row.conversation.assigneeId === COLLEAGUE && !body.force) throw new Problem('conversation.not-yours')
      return change(talk, mine, named)
    }),
    handBackConversation: on((talk) => change(talk, { status: 'bot', assigneeId: null }, { assigneeName: null })),
    handOverConversation: on((talk, body) =>
      change(
        talk,
        { status: 'waiting', assigneeId: null, waitingSince: ago(0), handoverReason: body.reason ?? 'manual' },
        { assigneeName: null },
      ),
    ),
    transferConversation: on((talk, body) =>
      change(talk, { assigneeId: body.staffId ?? null }, { assigneeName: 'Jonas Weber' }),
    ),
    snoozeConversation: on((talk, body) => change(talk, { status: 'snoozed', snoozedUntil: body.until ?? null })),
    resolveConversation: on((talk) => change(talk, { status: 'resolved', waitingSince: null, resolvedAt: ago(0) })),
    reopenConversation: on((talk) => change(talk, { ...mine, resolvedAt: null }, named)),
  }
}

/** The place of a row in its view, as a cursor: what enters or leaves before it moves nothing. */
const cursorOf = (row: ConversationRow): string => {
  const { waitingSince, updatedAt, id } = row.conversation
  return [waitingSince ?? '', updatedAt, id].join('|')
}
const firstAfter = (rows: ConversationRow[], cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  const [waitingSince, updatedAt, id] = cursor.split('|')
  const at = { conversation: { waitingSince: waitingSince || null, updatedAt, id } } as ConversationRow
  const from = rows.findIndex((row) => compareRows(row, at) > 0)
  return from === -1 ? rows.length : from
}

const readRoutes = (talks: Talk[], find: (id: string) => Talk, views: MockViews): Record<string, Handle> => {
  const { routes, rowsIn } = viewRoutes(talks, views)
  const inView = (view: View) => talks.map(({ row }) => row).filter((row) => belongs(row, view, ME))
  return {
    ...routes,
    listConversations: ({ query }) => {
      if (query.saved !== undefined && query.cursor === undefined) views.reads++
      const all = (query.saved === undefined ? inView(query.view) : rowsIn(query.saved)).sort(compareRows)
      const from = firstAfter(all, query.cursor)
      const rows = all.slice(from, from + (query.limit ?? 50))
      const last = rows.at(-1)
      return { rows, next: last && from + rows.length < all.length ? cursorOf(last) : null }
    },
    countConversations: () => Object.fromEntries(VIEWS.map((view) => [view, inView(view).length])),
    readConversation: ({ params }) => {
      const { row, contact } = find(params.conversationId)
      return { row, contact }
    },
    listMessages: ({ params, query }) => {
      const { messages } = find(params.conversationId)
      const before = messages.filter(({ seq }) => seq < (query.beforeSeq ?? 2 ** 31))
      return { messages: before.slice(-(query.limit ?? 50)), lastSeq: messages.length }
    },
    listContactOrders: () => ({ orders }),
    revealField: ({ body }) => ({ field: body.field, value: '13800001234' }),
  }
}

const hearing = (say: Say, find: (id: string) => Talk, { append, change }: Write) => {
  const state: { delayMs: number; refusal: 'conversation.not-yours' | null } = { delayMs: 0, refusal: null }
  const reply = (frame: Extract<DeskFrame, { t: 'reply' }>) => {
    if (state.refusal !== null) {
      say({ t: 'refused', ref: frame.id, problem: new Problem(state.refusal).toBody() })
      state.refusal = null
      return
    }
    const author = { kind: 'agent' as const, id: ME, name: 'Mei Lin' }
    const { id, parts, note } = frame
    const message = append(find(frame.conversationId), { id, author, parts: parts as Part[], note })
    const { conversationId, seq, sentAt } = message
    say({ t: 'ack', id, conversationId, messageId: id, seq, sentAt, duplicate: false })
    say({ t: 'message', message })
  }
  const hear = (frame: DeskFrame) => {
    if (frame.t === 'hello') say({ t: 'welcome', v: 1, serverTime: ago(0), heartbeatMs: 15_000, staffId: ME })
    else if (frame.t === 'reply') setTimeout(() => reply(frame), state.delayMs)
    else if (frame.t === 'ping') say({ t: 'pong', serverTime: ago(0) })
    else if (frame.t === 'read') change(find(frame.conversationId), { agentReadSeq: frame.seq }, { unread: 0 })
    else if (frame.t === 'watch') {
      const { messages } = find(frame.conversationId)
      const { conversationId, afterSeq } = frame
      const missed = messages.filter(({ seq }) => seq > afterSeq)
      say({ t: 'replay', conversationId, afterSeq, messages: missed, lastSeq: messages.length, complete: true })
    }
  }
  return { hear, state }
}

export const createShop = (say: Say, count = 160): Shop => {
  const talks = createTalks(count)
  const filter = { levels: ['VIP'], statuses: ['waiting' as const] }
  const views: MockViews = {
    views: [{ id: SHARED_VIEW, name: 'VIP waiting', filter, shared: true, ownerId: COLLEAGUE }],
    reads: 0,
  }
  const session: { signedIn: boolean; role: Role } = { signedIn: false, role: 'owner' }
  const byId = new Map(talks.map((talk) => [talk.row.conversation.id, talk]))
  const find = (id: string): Talk => {
    const talk = byId.get(id)
    if (!talk) throw new Problem('conversation.not-found')
    return talk
  }
  const write = writer(say)
  const own = ownRoutes(find, say)
  const knowledge = knowledgeRoutes()
  const { hear, state } = hearing(say, find, write)
  let said = 0
  return {
    talks,
    views,
    knowledge,
    change: (talk, next) => void write.change(talk, next),
    routes: {
      ...sessionRoutes(session),
      ...readRoutes(talks, find, views),
      ...stateRoutes(find, write),
      ...fileRoutes(),
      ...cannedRoutes(),
      ...languageRoutes(own.means),
      ...own.routes,
      ...knowledge.routes,
      ...documentRoutes(knowledge),
      ...packRoutes(knowledge),
      ...settingsRoutes(),
      ...promotionRoutes(),
    },
    refuseChange: own.refuseChange,
    slow: (ms) => {
      state.delayMs = ms
    },
    refuseNext: (code) => {
      state.refusal = code
    },
    signedIn: () => session.signedIn,
    as: (role) => {
      session.role = role
    },
    hear,
    handsOver: (talk) => void write.change(talk, { status: 'waiting', waitingSince: ago(0), handoverReason: 'asked' }),
    customerSays: (talk, text) => {
      const parts: Part[] = [{ kind: 'text', text }]
      const message = write.append(talk, { id: uuid(8, ++said), author: { kind: 'customer' }, parts, note: false })
      say({ t: 'message', message })
    },
  }
}
