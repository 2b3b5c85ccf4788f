// One visit from token to goodbye: joins the store, the connection, the page around us and this device's memory.
import type { ServerFrame, VisitContext } from '@ballast/contract/live'
import type { CustomerPart } from '@ballast/contract/parts'
import { type Connection, openConnection, pauseBefore, type Waiting } from './connection.ts'
import type { Host } from './host.ts'
import type { Memory } from './storage.ts'
import { createStore } from './store.ts'
import { EMPTY, forContact, gapAfter, onFrame, type State, sending, unreadOf } from './thread-state.ts'
import { uuid7 } from './uuid.ts'
import { startVisit, type Visit, VisitRefused } from './visit.ts'

const TYPING_LASTS = 8_000
const TYPING_EVERY = 3_000
const GAP_PATIENCE = 250
/** Refusals that no amount of trying changes. */
const FINAL = new Set(['inbox.unknown', 'inbox.origin-refused', 'request.invalid', 'tenant.unknown'])

export interface SessionParts {
  readonly inbox: string
  readonly locale: string
  readonly host: Host
  readonly memory: Memory
  /** Called with the inbox's own locale once it is known. */
  readonly onInboxLocale: (locale: string) => void
}
export type Session = ReturnType<typeof createSession>

const liveUrl = () => new URL('/live/visitor', location.href.replace(/^http/, 'ws')).href

/** Written before the visitor became another contact: the server finds the conversation. */
const withoutConversation = ({ frame, at }: Waiting): Waiting => {
  const { conversationId: _, ...rest } = frame
  return { frame: rest, at }
}

export const createSession = (parts: SessionParts) => {
  const { host, memory } = parts
  const store = createStore<State>(EMPTY)
  let connection: Connection | null = null
  /** Unsent frames, also those made before there is a connection. */
  let unsent: readonly Waiting[] = []
  let current = new AbortController()
  let context: VisitContext = {}
  let shown = !host.embedded
  let typingTimer: ReturnType<typeof setTimeout> | undefined
  let gapTimer: ReturnType<typeof setTimeout> | undefined
  let typedAt = 0

  const markRead = () => {
    const { conversationId, customerReadSeq, messages } = store.get()
    const last = messages.at(-1)?.seq ?? 0
    if (!shown || document.visibilityState !== 'visible' || conversationId === null || last <= customerReadSeq) return
    connection?.tell({ t: 'read', conversationId, seq: last })
    store.set((state) => ({ ...state, customerReadSeq: last }))
  }
  const fillGap = () => {
    clearTimeout(gapTimer)
    gapTimer = setTimeout(() => {
      const { conversationId } = store.get()
      const afterSeq = gapAfter(store.get())
      if (afterSeq !== null && conversationId !== null) connection?.tell({ t: 'resume', conversationId, afterSeq })
    }, GAP_PATIENCE)
  }
  const expireTyping = () => {
    clearTimeout(typingTimer)
    typingTimer = setTimeout(() => store.set((state) => ({ ...state, typing: null })), TYPING_LASTS)
  }
  const receive = (frame: ServerFrame, willRetry: boolean) => {
    store.set((state) => onFrame(state, frame, { willRetry, now: Date.now() }))
    if (frame.t === 'typing') expireTyping()
    if (frame.t === 'message') host.event({ name: 'message', author: frame.message.author.kind })
    if (frame.t === 'refused') host.event({ name: 'error', code: frame.problem.code })
    if (gapAfter(store.get()) !== null) fillGap()
    markRead()
  }
  const connect = (visit: Visit) => {
    const made = new Set(unsent.map(({ frame }) => frame.id))
    const waiting = [
      ...memory.outbox(visit.contactId, Date.now()).filter(({ frame }) => !made.has(frame.id)),
      ...unsent,
    ]
    for (const { frame, at } of waiting) showWaiting(frame, at)
    connection = openConnection({
      url: liveUrl(),
      token: visit.token,
      locale: parts.locale,
      seen: () => {
        const { conversationId, upTo } = store.get()
        return conversationId === null ? [] : [{ conversationId, afterSeq: upTo }]
      },
      waiting,
      onFrame: receive,
      onState: (link) => store.set((state) => ({ ...state, link })),
      onOutbox: (left) => {
        unsent = left
        memory.keepOutbox(visit.contactId, left)
      },
      onTokenRefused: () => void visitAgain(null),
    })
  }
  const showWaiting = (frame: Waiting['frame'], at: number) =>
    store.set((state) =>
      frame.t === 'send'
        ? sending(state, { id: frame.id, parts: frame.parts, at, failed: null })
        : { ...state, asking: frame.id },
    )
  /** Until the server answers or says that it never will. */
  const visitUntilAnswered = async (identity: string | null, signal: AbortSignal): Promise<Visit | null> => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const onRefused = (code: string) => host.event({ name: 'error', code })
        return await startVisit({ inbox: parts.inbox, locale: parts.locale, identity, memory, signal, onRefused })
      } catch (error) {
        if (signal.aborted) return null
        const code = error instanceof VisitRefused ? error.code : 'network'
        if (FINAL.has(code)) {
          store.set((state) => ({ ...state, phase: 'broken', notice: { code, retryAt: null } }))
          host.event({ name: 'error', code })
          return null
        }
        store.set((state) => ({ ...state, link: 'offline' }))
        const least = error instanceof VisitRefused ? error.retryAfterMs : 0
        await new Promise((go) => setTimeout(go, Math.max(least, pauseBefore(attempt, Math.random()))))
      }
    }
    return null
  }
  const visitAgain = async (identity: string | null) => {
    current.abort()
    current = new AbortController()
    connection?.close()
    connection = null
    const { signal } = current
    const visit = await visitUntilAnswered(identity, signal)
    if (visit === null || signal.aborted) return
    if (store.get().contactId !== visit.contactId) unsent = unsent.map(withoutConversation)
    const { name, botName, logo } = visit.inbox
    store.set((state) => forContact(state, visit.contactId, { name, botName, logo }))
    parts.onInboxLocale(visit.inbox.locale)
    if (identity !== null) host.event({ name: 'identified', verified: visit.verified })
    connect(visit)
  }

  const keep = (frame: Waiting['frame']) => {
    if (connection !== null) connection.post(frame)
    else unsent = [...unsent.filter((entry) => entry.frame.id !== frame.id), { frame, at: Date.now() }]
  }
  const post = (id: string, content: readonly CustomerPart[]) => {
    const { conversationId } = store.get()
    store.set((state) => sending(state, { id, parts: content, at: Date.now(), failed: null }))
    keep({
      t: 'send',
      id,
      parts: [...content],
      ...(conversationId === null ? {} : { conversationId }),
      ...(Object.keys(context).length === 0 ? {} : { context }),
    })
  }
  const announceUnread = () => {
    let last = -1
    store.watch((state) => {
      const count = unreadOf(state)
      if (count === last) return
      last = count
      host.event({ name: 'unread', count })
    })
  }
  announceUnread()
  document.addEventListener('visibilitychange', markRead)

  return {
    store,
    start: () => visitAgain(null),
    say: (text: string) => post(uuid7(), [{ kind: 'text', text }]),
    sendParts: (content: readonly CustomerPart[]) => post(uuid7(), content),
    /** The same id again: should the first try have been stored after all, it is not stored twice. */
    retry(id: string) {
      const failed = store.get().outgoing.find((entry) => entry.id === id)
      if (failed !== undefined) post(failed.failed === 'message.id-reused' ? uuid7() : id, failed.parts)
    },
    askForPerson() {
      const { asking, conversation, conversationId } = store.get()
      if (asking !== null || conversation?.status === 'waiting' || conversation?.status === 'agent') return
      const id = uuid7()
      store.set((state) => ({ ...state, asking: id, notice: null }))
      keep({ t: 'person', id, ...(conversationId === null ? {} : { conversationId }) })
    },
    typing(on: boolean) {
      const { conversationId } = store.get()
      const now = Date.now()
      if (conversationId === null || (on ? now - typedAt < TYPING_EVERY : typedAt === 0)) return
      typedAt = on ? now : 0
      connection?.tell({ t: 'typing', conversationId, on })
    },
    identify: (jwt: string) => visitAgain(jwt),
    reset() {
      memory.keepVisit(null)
      memory.keepOutbox('', [])
      connection?.close()
      unsent = []
      store.set(() => EMPTY)
      return visitAgain(null)
    },
    setContext(next: VisitContext) {
      context = next
    },
    show(next: boolean) {
      shown = next
      markRead()
    },
  }
}
