// One visit from token to goodbye: joins the store, the connection, the page around us and this device's memory.
import type { ServerFrame } from '@ballast/contract/live'
import { type Connection, newId, openConnection, type Unsent } from './connection.ts'
import { watchExpectation } from './expectation.ts'
import { createFeedback } from './feedback.ts'
import { createFiles } from './files.ts'
import type { Host } from './host.ts'
import { createOutgoing } from './outgoing.ts'
import { createReader } from './reader.ts'
import type { Memory } from './storage.ts'
import { createStore, type Store } from './store.ts'
import { EMPTY, forContact, onFrame, onLink, onMessage, type State, unreadOf, withUnsent } from './thread-state.ts'
import { createUploads } from './uploads.ts'
import { startVisit, type Visit, VisitRefused } from './visit.ts'

const TYPING_LASTS = 8_000
/** How long we go on saying that an announced answer is being written. */
const REPLY_TAKES = 30_000
const TYPING_EVERY = 3_000
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 20_000
/** Refusals that no amount of trying changes. */
const FINAL = new Set(['inbox.unknown', 'inbox.origin-refused', 'request.invalid', 'tenant.unknown'])

export interface SessionParts {
  readonly inbox: string
  readonly locale: string
  readonly host: Host
  readonly memory: Memory
  /** Called at every visit with what the inbox says of itself. */
  readonly onInbox: (inbox: Visit['inbox']) => void
}
export type Session = ReturnType<typeof createSession>

const sleep = (ms: number) => new Promise((go) => setTimeout(go, ms))
/** Between half and the whole of a doubling pause, so that a thousand tabs never come back together. */
const pauseBefore = (attempt: number) => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + Math.random() / 2)

/** Asks until the server answers, or says that it never will: then `onFinal` and null. */
const visitUntilAnswered = async (
  ask: () => Promise<Visit>,
  more: { signal: AbortSignal; onFinal: (code: string) => void; onWait: () => void },
): Promise<Visit | null> => {
  for (let attempt = 0; !more.signal.aborted; attempt++) {
    try {
      return await ask()
    } catch (error) {
      if (more.signal.aborted) return null
      const refusal = error instanceof VisitRefused ? error : null
      if (refusal !== null && FINAL.has(refusal.code)) {
        more.onFinal(refusal.code)
        return null
      }
      more.onWait()
      await sleep(Math.max(refusal?.retryAfterMs ?? 0, pauseBefore(attempt)))
    }
  }
  return null
}

const askWith =
  ({ inbox, locale, memory, host }: SessionParts) =>
  (identity: string | null, signal: AbortSignal) =>
  () => {
    const onRefused = (code: string) => host.event({ name: 'error', code })
    return startVisit({ inbox, locale, identity, memory, signal, onRefused })
  }

const begun = (state: State, { contactId, inbox }: Visit, ratingClosed: string | null): State => {
  const { name, botName, logo, mail, look, expectation } = inbox
  const { greeting, starters } = look
  const next = forContact(state, contactId, { name, botName, logo, mail, greeting, starters })
  return { ...next, expectation, rating: { ...next.rating, closedFor: ratingClosed } }
}

/** Tells the page around us how many messages are unread, at every change. */
const createAnnouncedStore = (host: Host): Store<State> => {
  const store = createStore<State>(EMPTY)
  let last = 0
  store.watch((state) => {
    const count = unreadOf(state)
    if (count === last) return
    last = count
    host.event({ name: 'unread', count })
  })
  return store
}

const throttledTyping = (tell: (on: boolean) => void) => {
  let typedAt = 0
  return (on: boolean) => {
    const now = Date.now()
    if (on ? now - typedAt < TYPING_EVERY : typedAt === 0) return
    typedAt = on ? now : 0
    tell(on)
  }
}

/** Somebody who stopped typing without saying so has stopped all the same. */
const expiringTyping = (store: Store<State>) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => store.set((state) => ({ ...state, typing: null, partial: null })), ms)
  }
}

/** The token once there is one; the store changes whenever a visit has begun. */
const tokenOf = (store: Store<State>, token: () => string | null): Promise<string> =>
  new Promise((done) => {
    const now = token()
    if (now !== null) return done(now)
    const stop = store.watch(() => {
      const later = token()
      if (later === null) return
      stop()
      done(later)
    })
  })

/** Everything the visitor sends: words, parts, files, and what they think of the answers. */
const createSending = ({ token, ...parts }: Parameters<typeof createFeedback>[0] & { token: () => string | null }) => {
  const outgoing = createOutgoing(parts)
  const files = createFiles(() => tokenOf(parts.store, token))
  const uploads = createUploads({ store: parts.store, files, newId, send: outgoing.sendParts })
  const waited = () => tokenOf(parts.store, token)
  const typing = throttledTyping((on) => parts.connection()?.typing(on))
  return { ...outgoing, ...uploads, ...createFeedback(parts), files, typing, token: waited, draft: parts.memory.draft }
}

export const createSession = (parts: SessionParts) => {
  const { host, memory } = parts
  const ask = askWith(parts)
  const store = createAnnouncedStore(host)
  const expireTyping = expiringTyping(store)
  let connection: Connection | null = null
  let unsent: readonly Unsent[] = [] // Also those made before there is a connection.
  let current = new AbortController()
  let visitorToken: string | null = null
  const reader = createReader(host)
  const expectation = watchExpectation({ store, token: () => visitorToken, looked: reader.looks })
  const markRead = () => {
    const { customerReadSeq, messages } = store.get()
    const last = messages.at(-1)?.seq ?? 0
    if (!reader.looks() || last <= customerReadSeq) return
    connection?.read(last)
    store.set((state) => ({ ...state, customerReadSeq: last }))
  }
  const receive = (frame: ServerFrame, willRetry: boolean) => {
    store.set((state) => onFrame(state, frame, { willRetry, now: Date.now() }))
    reader.onFrame(frame)
    if (frame.t === 'typing') expireTyping(TYPING_LASTS)
    if (frame.t === 'partial') expireTyping(REPLY_TAKES)
    if (frame.t === 'refused') host.event({ name: 'error', code: frame.problem.code })
    if (frame.t === 'ack') {
      if (frame.id !== store.get().rating.id) host.event({ name: 'message', author: 'customer' })
      if (frame.reply === 'coming') expireTyping(REPLY_TAKES)
    }
    markRead()
  }
  const connect = (visit: Visit, signal: AbortSignal) => {
    const made = new Set(unsent.map(({ id }) => id))
    unsent = [...memory.unsent(visit.contactId, Date.now()).filter(({ id }) => !made.has(id)), ...unsent]
    memory.keepUnsent(visit.contactId, unsent)
    store.set((state) => withUnsent(state, unsent))
    connection = openConnection({
      locale: parts.locale,
      unsent,
      token: async (renew) => {
        if (!renew) return visitorToken ?? visit.token
        const again = await ask(null, signal)()
        // A token that could only be had as somebody new starts a new thread.
        if (again.contactId !== visit.contactId) void visitAgain(null)
        visitorToken = again.token
        return again.token
      },
      onUnsent: (left) => {
        unsent = left
        memory.keepUnsent(visit.contactId, left)
      },
      onMessage: (message, changed) => {
        store.set((state) => onMessage(state, message))
        if (!changed) reader.tell(message)
        markRead()
      },
      onFrame: receive,
      onState: (link) => {
        store.set((state) => onLink(state, link))
        if (link === 'open') sending.again()
      },
    })
  }
  const visitAgain = async (identity: string | null) => {
    current.abort()
    current = new AbortController()
    connection?.close()
    connection = null
    visitorToken = null
    reader.startOver()
    const { signal } = current
    const visit = await visitUntilAnswered(ask(identity, signal), {
      signal,
      onWait: () => store.set((state) => ({ ...state, link: 'offline' })),
      onFinal: (code) => {
        store.set((state) => ({ ...state, phase: 'broken', notice: { code, retryAt: null } }))
        host.event({ name: 'error', code })
      },
    })
    if (visit === null || signal.aborted) return
    visitorToken = visit.token
    store.set((state) => begun(state, visit, memory.ratingClosed()))
    parts.onInbox(visit.inbox)
    if (identity !== null) host.event({ name: 'identified', verified: visit.verified })
    connect(visit, signal)
  }
  const sending = createSending({
    store,
    memory,
    connection: () => connection,
    keep: (frame) => {
      unsent = [...unsent, frame]
    },
    token: () => visitorToken,
  })
  document.addEventListener('visibilitychange', markRead)
  memory.onVisitElsewhere(({ contactId }) => {
    if (![null, contactId].includes(store.get().contactId)) void visitAgain(null)
  })
  return {
    store,
    start: () => visitAgain(null),
    ...sending,
    identify: (jwt: string) => visitAgain(jwt),
    reset: () => {
      memory.forget()
      sending.files.forget()
      connection?.close()
      unsent = []
      store.set(() => EMPTY)
      return visitAgain(null)
    },
    shown: reader.shown,
    show: (next: boolean) => {
      reader.shown.set(() => next)
      markRead()
      expectation.check()
    },
  }
}
