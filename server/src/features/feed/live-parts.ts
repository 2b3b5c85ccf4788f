// What the live endpoints stand on: small interfaces, wired in build-server. Verbs authorise and throw Problem.
import type {
  Conversation,
  CustomerPart,
  Message,
  Part,
  Principal,
  ServerFrameOf,
  Uuid,
  VisitContext,
} from '@ballast/contract'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { LiveConnection } from '../../platform/live/device.ts'
import type { Hub } from '../../platform/live/hub.ts'
import type { Log } from '../../platform/log.ts'
import type { Rate } from '../../platform/token-bucket.ts'

export type Visitor = Extract<Principal, { kind: 'visitor' }>
export type Staff = Extract<Principal, { kind: 'staff' }>
export type Ack = ServerFrameOf<'ack'>

/** What a session needs of a connected device; an HTTP request that carries frames is one for a moment. */
export type LiveDevice = Pick<
  LiveConnection,
  'id' | 'closed' | 'principal' | 'identify' | 'join' | 'leave' | 'send' | 'close' | 'onClose'
>

export interface VisitorSend {
  /** Made by the device; the same on every resend. */
  readonly id: Uuid
  readonly conversationId?: Uuid
  readonly parts: readonly CustomerPart[]
  readonly context?: VisitContext
  readonly inReplyTo?: Uuid
  readonly locale?: string
}

/** Where a send stands in the conversation. `duplicate`: it was stored by an earlier attempt. */
export interface Accepted {
  readonly conversationId: Uuid
  readonly messageId: Uuid
  readonly seq: number
  /** ISO 8601. */
  readonly sentAt: string
  readonly duplicate: boolean
  /** Whether the bot's reply follows at once, takes longer, or will not come. */
  readonly reply?: 'sent' | 'coming' | 'none'
}

export interface ReplayPage {
  /** Only what this reader may see; for a visitor without notes and verdicts. Ascending. */
  readonly messages: readonly Message[]
  /** Everything up to this number is in this page or an earlier one, or not for this reader. */
  readonly lastSeq: number
  /** Nothing was stored beyond `lastSeq` when this was read. */
  readonly complete: boolean
}

export interface Wish {
  readonly conversationId: Uuid
  readonly messageId: Uuid
}

export interface LiveParts {
  readonly hub: Hub
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Log
  /** @throws Problem token.invalid, token.expired */
  readToken(token: string): Visitor | Promise<Visitor>
  /** The open, else the last conversation; null before the first message. */
  currentConversation(visitor: Visitor): Promise<Conversation | null>
  /**
   * Stores the message. Resolves, and calls `acknowledge`, only after COMMIT; `acknowledge` may come first so that the
   * sender learns of it before the bot's reply is fanned out.
   */
  accept(visitor: Visitor, message: VisitorSend, acknowledge: (accepted: Accepted) => void): Promise<Accepted>
  /** Asks for a person; starts a conversation when there is none. Idempotent by `id`. */
  askForPerson(visitor: Visitor, wish: { readonly id: Uuid; readonly conversationId?: Uuid }): Promise<Accepted>
  /** @throws Problem conversation.not-found, also for what the caller may not see */
  replay(
    principal: Visitor | Staff,
    page: { readonly conversationId: Uuid; readonly afterSeq: number; readonly limit: number },
  ): Promise<ReplayPage>
  /** The list rooms of a colleague's desk: one for each inbox they see. */
  deskRooms(staff: Staff): Promise<readonly string[]>
  /** Somebody's rights have changed on some node: what is remembered of rights is to be read anew. */
  rightsChanged(): void
  /** @throws Problem conversation.not-found, also for what the caller may not see */
  mustSee(principal: Visitor | Staff, conversationId: Uuid): Promise<void>
  reply(
    staff: Staff,
    wish: { readonly conversationId: Uuid; readonly id: Uuid; readonly parts: readonly Part[]; readonly note: boolean },
  ): Promise<{ readonly message: Message; readonly duplicate: boolean }>
  edit(principal: Visitor | Staff, wish: Wish & { readonly parts: readonly Part[] }): Promise<unknown>
  recall(principal: Visitor | Staff, wish: Wish): Promise<unknown>
  markRead(principal: Visitor | Staff, wish: { readonly conversationId: Uuid; readonly seq: number }): Promise<unknown>
  /** A colleague's desk opened: answers what to call when it closes. */
  deskOpened(staff: Staff): () => void
  readonly limits?: Partial<LiveLimits>
}

export interface LiveLimits {
  readonly helloMs: number
  /** Messages of one customer, whatever the number of devices. */
  readonly sends: Rate
  /** Frames of one customer over plain HTTP; WebSocket has its own limit a socket. */
  readonly frames: Rate
  /** A send that takes longer is answered `server.busy`; the device sends it again with the same id. */
  readonly acceptMs: number
  readonly replayPage: number
  readonly pollMs: number
  readonly heartbeatMs: number
}
export const LIVE_LIMITS: LiveLimits = {
  helloMs: 10_000,
  sends: { perSecond: 2, burst: 20 },
  frames: { perSecond: 20, burst: 60 },
  acceptMs: 10_000,
  replayPage: 100,
  pollMs: 25_000,
  heartbeatMs: 15_000,
}

/** Told to clients: how often a WebSocket client pings. Below the 60 s at which proxies cut idle lines. */
export const CLIENT_HEARTBEAT_MS = 25_000
