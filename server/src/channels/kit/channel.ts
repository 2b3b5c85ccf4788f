// What a channel is: fixed words, fixed functions. Everything a platform does differently hides behind these.
import type { Author, ConversationStatus, CustomerPart, Message, Part } from '@ballast/contract'
import type { Static, TObject } from 'typebox'
import { type Capabilities, faultsOf } from './capabilities.ts'
import type { Trigger } from './reply-window.ts'

/** A platform's call as it arrived. The body is raw: signatures cover bytes, not parsed values. */
export interface RawRequest {
  readonly method: string
  /** Full public address, from configuration: some platforms sign it. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
  /** Who the transport already authenticated (our own sockets); absent on webhooks. */
  readonly contactId?: string
}

interface Event {
  /**
   * The platform's own id of this event; the same on every redelivery. Stored for at least 7 days.
   * Ids above 2^53 are strings from the first byte on.
   */
  readonly dedupeKey: string
  /** The person on the platform (open id, phone number, address). */
  readonly sender: {
    readonly externalId: string
    readonly name?: string
    readonly avatarUrl?: string
    /** The shop's own id of this customer, where whoever signed the request vouches for it. */
    readonly customerId?: string
  }
  /** The platform's thread, where it has several for one person. */
  readonly thread?: string
  /** Epoch ms by the platform's clock; order inside a conversation goes by this. */
  readonly at?: number
  /** Our own message coming back, or another bot's: never answered. Every parser decides this for every event. */
  readonly echo: boolean
}
export interface InboundMessage extends Event {
  readonly kind: 'message'
  readonly parts: readonly CustomerPart[]
  readonly locale?: string
  /** The platform's id of the message where it differs from the event's: edits and recalls name it. */
  readonly externalMessageId?: string
  /** Id the sender's device made, where it is ours (UUIDv7). */
  readonly messageId?: string
  /** Conversation the device named; authorised later, never trusted here. */
  readonly conversationId?: string
  /** Media still to be fetched from the platform, in the order of `parts`. */
  readonly media?: readonly { readonly part: number; readonly url: string }[]
}
/** The chat was opened without a message: a scan, a menu, a subscription. It may open a reply window. */
export interface InboundOpened extends Event {
  readonly kind: 'opened'
}
export interface InboundReceipt extends Event {
  readonly kind: 'receipt'
  readonly externalMessageId: string
  readonly state: 'delivered' | 'read' | 'failed'
}
export interface InboundTyping extends Event {
  readonly kind: 'typing'
  readonly on: boolean
}
/** The customer changed what they wrote. */
export interface InboundEdited extends Event {
  readonly kind: 'edited'
  readonly externalMessageId: string
  readonly parts: readonly CustomerPart[]
}
/** The customer took it back. */
export interface InboundRecalled extends Event {
  readonly kind: 'recalled'
  readonly externalMessageId: string
}
export type Inbound = InboundMessage | InboundOpened | InboundReceipt | InboundTyping | InboundEdited | InboundRecalled

export interface Parsed {
  readonly events: readonly Inbound[]
  /** The exact answer the platform waits for (a challenge, `success`); default 200 with an empty body. */
  readonly reply?: { readonly status: number; readonly contentType: string; readonly body: string }
}

export type Verified = { readonly verified: true } | { readonly refused: string }

/** One platform message, already fitted. */
export interface Outgoing {
  /** Our id; the idempotency key where the platform has one. */
  readonly id: string
  readonly conversationId: string
  readonly to: string
  readonly thread?: string
  readonly parts: readonly Part[]
  /** The message it is a piece of; absent in previews. */
  readonly message?: OutgoingMessage
}
export type OutgoingMessage = Pick<
  Message,
  'id' | 'seq' | 'author' | 'sentAt' | 'editedAt' | 'recalled' | 'inReplyTo' | 'turn'
> & { readonly status: ConversationStatus }

interface About {
  /** The same on every try: the receiver's key against doing it twice. */
  readonly id: string
  readonly conversationId: string
  readonly to: string
  readonly thread?: string
  /** When it happened, epoch ms. */
  readonly at: number
}
/** What happens beside new messages, for platforms that want to know. */
export type News =
  | (About & {
      readonly kind: 'message' | 'updated'
      readonly parts: readonly Part[]
      readonly message: OutgoingMessage
    })
  | (About & { readonly kind: 'status'; readonly status: ConversationStatus })
  | (About & { readonly kind: 'typing'; readonly author: Author; readonly on: boolean })

/**
 * - `retry`: weather (429, 5xx, no connection). - `refused`: sending again cannot help; `reason` is a code, no text.
 * - `unknown`: it may have gone out (timeout after the request left) and the platform has no idempotency key.
 */
export type SendResult =
  | { readonly result: 'sent'; readonly externalId?: string }
  | { readonly result: 'retry'; readonly reason: string; readonly afterMs?: number }
  | { readonly result: 'refused'; readonly reason: string }
  | { readonly result: 'unknown'; readonly reason: string }

export interface ChannelLog {
  info(fields: object, event: string): void
  warn(fields: object, event: string): void
}
/** What `send`, `connect` and `pull` may touch. Nothing else does I/O. */
export interface SendParts {
  readonly fetch: typeof fetch
  readonly log: ChannelLog
  readonly now: () => number
  /** Our own sockets: hands the message to the person's connected devices; answers how many there are. */
  readonly live: (message: Outgoing) => Promise<number>
}

export interface ChannelDefinition<S extends TObject> {
  /** Folder name and the `channel` word in conversations and facts. */
  readonly id: string
  readonly label: string
  /** The platform's own page for these rules. */
  readonly docsUrl: string
  /** Credentials and options; a field with `secret: true` is sealed at rest, masked in forms, kept out of logs. */
  readonly settings: S
  readonly capabilities: Capabilities
  /** Why there is no signature to check over the body; the reason is printed by the contract test. */
  readonly unsigned?: string
  /** Pure, constant time, never throws. `now` in epoch ms, for platforms that sign a timestamp. */
  verify(request: RawRequest, settings: Static<S>, now: number): Verified
  /** Pure, never throws, on any bytes. Kinds it does not know yield nothing. Called only after `verify`. */
  parse(request: RawRequest, settings: Static<S>): Parsed
  /** Does not throw for weather. */
  send(message: Outgoing, settings: Static<S>, parts: SendParts): Promise<SendResult>
  /** Sends what is not a new message: edits, recalls, states, typing. Without it a platform hears of messages only. */
  tell?(news: News, settings: Static<S>, parts: SendParts): Promise<SendResult>
  /** The same as data, for a platform that may fetch it instead of being called. */
  asData?(news: News): unknown
  /** True: nobody is to be called, the other side fetches. Messages wait for it without an attempt. */
  isFetched?(settings: Static<S>): boolean
  /** Pauses between attempts, ms; default: ten tries over about two hours. */
  readonly retryAfterMs?: readonly number[]
  /** An id that comes again with another content is refused (message.id-reused) instead of taken at its word. */
  readonly strictIds?: boolean
  /** Registers our webhook with the platform; answers the function that removes it. */
  connect?(settings: Static<S>, webhookUrl: string, parts: SendParts): Promise<() => Promise<void>>
  /** Fetches raw payloads where the platform has no webhook, from `cursor` on. */
  pull?(
    settings: Static<S>,
    cursor: string | null,
    parts: SendParts,
  ): Promise<{ requests: RawRequest[]; cursor: string }>
}
export type Channel = ChannelDefinition<TObject>

/** Checks the declaration once, at import: a contradiction never reaches a customer. */
export const defineChannel = <S extends TObject>(channel: ChannelDefinition<S>): ChannelDefinition<S> => {
  const faults = faultsOf(channel.capabilities)
  if (!/^[a-z][a-z0-9-]*$/.test(channel.id)) faults.push('id is kebab-case')
  if (faults.length > 0) throw new Error(`channel ${channel.id}: ${faults.join('; ')}`)
  return channel
}

/** Events a person made; echoes of our own messages are what loops are made of. */
export const withoutEchoes = (events: readonly Inbound[]): Inbound[] => events.filter((event) => !event.echo)

/** What opens the reply window, if the event does. */
export const triggerOf = (event: Inbound): Trigger | null =>
  event.kind === 'message' || event.kind === 'opened' ? event.kind : null

/** A platform's HTTP status -> what to do: 429, 408 and 5xx pass, any other refusal stays. */
export const resultOfStatus = (status: number, retryAfter: string | null = null): SendResult => {
  if (status >= 200 && status < 300) return { result: 'sent' }
  if (status !== 429 && status !== 408 && status < 500) return { result: 'refused', reason: `http-${status}` }
  const seconds = retryAfter === null || retryAfter.trim() === '' ? Number.NaN : Number(retryAfter)
  const known = Number.isFinite(seconds) && seconds >= 0
  return { result: 'retry', reason: `http-${status}`, ...(known ? { afterMs: seconds * 1000 } : {}) }
}
