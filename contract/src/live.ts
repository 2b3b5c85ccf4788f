// The live protocol: JSON frames over WebSocket, or the same frames over SSE down + POST up, or long poll.
// Every frame has `t`. Unknown fields and unknown frames are refused with a code and the path.
import { type Static, Type } from 'typebox'
import { Author, Conversation, ConversationRow, JUDGEMENT_REASONS, Message, VisitContext } from './conversation.ts'
import { CustomerParts, Parts, RATING_REASONS } from './parts.ts'
import { Closed, Instant, Locale, OneOf, Text, Uuid } from './primitives.ts'
import { ProblemBody } from './problems.ts'

/**
 * Bump when any frame changes; the pinned hash in live.test.ts tells you.
 * 1: first version.
 * 2: judge, rate, partial.
 * 3: what was heard of a message.
 * 4: the grade of a row.
 * 5: a message of up to fifty parts; a video says what is to be seen, and has a poster.
 * 6: how an answer was worded.
 */
export const LIVE_VERSION = 6

/** Largest frame a client may send, in bytes. */
export const MAX_FRAME_BYTES = 64 * 1024

const SeenUpTo = Closed({ conversationId: Uuid, afterSeq: Type.Integer({ minimum: 0 }) })

/** First frame of a visitor. `resume` asks for what was missed, per conversation. */
export const Hello = Closed({
  t: Type.Literal('hello'),
  v: Type.Integer({ minimum: 1 }),
  token: Type.Optional(Text(4096)),
  locale: Type.Optional(Locale),
  resume: Type.Optional(Type.Array(SeenUpTo, { maxItems: 20 })),
})
/** `id` is made by the client (UUIDv7) and stays the same on every resend: the send is idempotent. */
export const Send = Closed({
  t: Type.Literal('send'),
  id: Uuid,
  conversationId: Type.Optional(Uuid),
  parts: CustomerParts,
  context: Type.Optional(VisitContext),
  inReplyTo: Type.Optional(Uuid),
})
export const AgentSend = Closed({
  t: Type.Literal('reply'),
  id: Uuid,
  conversationId: Uuid,
  parts: Parts,
  note: Type.Boolean(),
})
export const Edit = Closed({ t: Type.Literal('edit'), conversationId: Uuid, messageId: Uuid, parts: Parts })
export const Recall = Closed({ t: Type.Literal('recall'), conversationId: Uuid, messageId: Uuid })
export const TypingUp = Closed({ t: Type.Literal('typing'), conversationId: Uuid, on: Type.Boolean() })
export const ReadUp = Closed({ t: Type.Literal('read'), conversationId: Uuid, seq: Type.Integer({ minimum: 0 }) })
export const Resume = Closed({
  t: Type.Literal('resume'),
  conversationId: Uuid,
  afterSeq: Type.Integer({ minimum: 0 }),
})
export const AskForPerson = Closed({ t: Type.Literal('person'), conversationId: Type.Optional(Uuid), id: Uuid })
/** 👍 or 👎 on an answer of the bot; `helpful: null` takes it back. Answered by an `updated` frame. */
export const Judge = Closed({
  t: Type.Literal('judge'),
  conversationId: Uuid,
  messageId: Uuid,
  helpful: Type.Union([Type.Boolean(), Type.Null()]),
  reason: Type.Optional(OneOf(JUDGEMENT_REASONS)),
})
/**
 * How the customer found the conversation: one line a resolved episode. The same `id` again changes that line (the reasons
 * come after the score); another id in the same episode is refused with `rating.given`. Answered by `ack`.
 */
export const Rate = Closed({
  t: Type.Literal('rate'),
  id: Uuid,
  conversationId: Uuid,
  score: Type.Integer({ minimum: 1, maximum: 5 }),
  reasons: Type.Optional(Type.Array(OneOf(RATING_REASONS), { maxItems: RATING_REASONS.length, uniqueItems: true })),
  comment: Type.Optional(Text(1000)),
})
export const Watch = Closed({ t: Type.Literal('watch'), conversationId: Uuid, afterSeq: Type.Integer({ minimum: 0 }) })
export const Unwatch = Closed({ t: Type.Literal('unwatch'), conversationId: Uuid })
export const Ping = Closed({ t: Type.Literal('ping'), n: Type.Optional(Type.Integer()) })

/** What a visitor's device may send. */
export const VISITOR_FRAMES = {
  hello: Hello,
  send: Send,
  edit: Edit,
  recall: Recall,
  typing: TypingUp,
  read: ReadUp,
  resume: Resume,
  person: AskForPerson,
  judge: Judge,
  rate: Rate,
  ping: Ping,
} as const
/** What a desk may send. Signed in by cookie at the handshake, so hello carries no token. */
export const DESK_FRAMES = {
  hello: Hello,
  reply: AgentSend,
  edit: Edit,
  recall: Recall,
  typing: TypingUp,
  read: ReadUp,
  resume: Resume,
  watch: Watch,
  unwatch: Unwatch,
  ping: Ping,
} as const

export type VisitorFrame = {
  [K in keyof typeof VISITOR_FRAMES]: Static<(typeof VISITOR_FRAMES)[K]>
}[keyof typeof VISITOR_FRAMES]
export type DeskFrame = { [K in keyof typeof DESK_FRAMES]: Static<(typeof DESK_FRAMES)[K]> }[keyof typeof DESK_FRAMES]

/** What the server sends. */
export const SERVER_FRAMES = {
  welcome: Closed({
    t: Type.Literal('welcome'),
    v: Type.Integer(),
    serverTime: Instant,
    heartbeatMs: Type.Integer(),
    contactId: Type.Optional(Uuid),
    staffId: Type.Optional(Uuid),
    /** The visitor's open (or last) conversation; null before the first message. */
    conversation: Type.Optional(Type.Union([Conversation, Type.Null()])),
  }),
  /** Sent after COMMIT, never before. `duplicate`: the id was stored earlier; nothing was stored twice. */
  ack: Closed({
    t: Type.Literal('ack'),
    id: Uuid,
    conversationId: Uuid,
    messageId: Uuid,
    seq: Type.Integer(),
    sentAt: Instant,
    duplicate: Type.Boolean(),
    /** The bot's reply: `sent` (it follows at once), `coming` (it takes longer), `none` (a person has the conversation). */
    reply: Type.Optional(OneOf(['sent', 'coming', 'none'] as const)),
  }),
  /** `ref`: the id of the refused send, or of the message that an edit, a recall or a judgement was about. */
  refused: Closed({
    t: Type.Literal('refused'),
    ref: Type.Optional(Text(64)),
    problem: ProblemBody,
    retryAfterMs: Type.Optional(Type.Integer()),
  }),
  message: Closed({ t: Type.Literal('message'), message: Message }),
  /** An edit, a recall or a receipt: same id and seq as before. */
  updated: Closed({ t: Type.Literal('updated'), message: Message }),
  /**
   * The text so far of a message being written: each frame holds the whole text. Never stored, never resumed; the
   * `message` of the same id takes its place.
   */
  partial: Closed({ t: Type.Literal('partial'), conversationId: Uuid, messageId: Uuid, text: Text(60_000) }),
  conversation: Closed({ t: Type.Literal('conversation'), conversation: Conversation }),
  row: Closed({ t: Type.Literal('row'), row: ConversationRow }),
  typing: Closed({ t: Type.Literal('typing'), conversationId: Uuid, author: Author, on: Type.Boolean() }),
  read: Closed({
    t: Type.Literal('read'),
    conversationId: Uuid,
    by: OneOf(['customer', 'agent'] as const),
    seq: Type.Integer(),
  }),
  /**
   * What was missed, in order: every message the reader may see with `afterSeq < seq <= lastSeq`. Numbers left out are
   * not for this reader (internal notes). `complete: false`: more follows in another replay frame.
   */
  replay: Closed({
    t: Type.Literal('replay'),
    conversationId: Uuid,
    afterSeq: Type.Integer({ minimum: 0 }),
    messages: Type.Array(Message),
    lastSeq: Type.Integer(),
    complete: Type.Boolean(),
  }),
  presence: Closed({
    t: Type.Literal('presence'),
    conversationId: Uuid,
    staff: Type.Array(Closed({ id: Uuid, name: Text(120) })),
  }),
  pong: Closed({ t: Type.Literal('pong'), n: Type.Optional(Type.Integer()), serverTime: Instant }),
  /** The server closes next. Reconnect after `retryAfterMs` (with jitter) and resume. */
  bye: Closed({
    t: Type.Literal('bye'),
    reason: OneOf(['draining', 'slow', 'replaced', 'idle', 'auth'] as const),
    retryAfterMs: Type.Integer(),
  }),
} as const
export type ServerFrame = {
  [K in keyof typeof SERVER_FRAMES]: Static<(typeof SERVER_FRAMES)[K]>
}[keyof typeof SERVER_FRAMES]
export type ServerFrameOf<T extends ServerFrame['t']> = Extract<ServerFrame, { t: T }>

/** WebSocket close codes of ours. */
export const CLOSE = { auth: 4401, replaced: 4409, slow: 4413, rate: 4429, draining: 4503 } as const
