// Envelopes from the bus become frames for the devices of this process. Nothing is read when nobody here listens.
import type { Message, ServerFrame, Uuid } from '@ballast/contract'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Hub } from '../../platform/live/hub.ts'
import type { Log } from '../../platform/log.ts'
import { createTurns } from '../../platform/turns.ts'
import { nameFor } from '../contacts/index.ts'
import { type Conversations, conversationForCustomer, messageForCustomer } from '../conversations/index.ts'
import { changesConversation, type Envelope, readFrames, tellFrom } from './rules/frames-of.ts'
import { readEnvelope } from './rules/read-envelope.ts'
import { deskRoom, visitorRoom, watchRoom } from './rules/who-sees.ts'

export interface FeedParts {
  readonly bus: Bus
  readonly hub: Pick<Hub, 'toRoom' | 'connectionsIn'>
  readonly conversations: Pick<Conversations, 'readFrame'>
  readonly log: Log
  /** Conversations whose last told sequence is remembered. Default 10,000. */
  readonly remembered?: number
}
type Rooms = { readonly visitor: string; readonly watch: string; readonly desk: string; readonly masked: string }
type News = NonNullable<Awaited<ReturnType<Conversations['readFrame']>>>

const roomsOf = (
  tenant: Uuid,
  { id, contactId, inboxId }: { readonly id: Uuid; readonly contactId: Uuid; readonly inboxId: Uuid },
): Rooms => ({
  visitor: visitorRoom(contactId),
  watch: watchRoom(id),
  desk: deskRoom(tenant, inboxId),
  masked: deskRoom(tenant, inboxId, true),
})

/** One conversation after another in order; different conversations side by side. */
export const startFanOut = (parts: FeedParts): { stop(): void; settle(): Promise<void> } => {
  const told = new Map<string, number>()
  const turns = createTurns()
  const subscription = parts.bus.subscribe('facts.>', (payload, subject) => {
    // Facts of other features travel on the same subjects.
    const whole = readEnvelope(payload, subject)
    if (whole === null) return
    turns
      .take(whole.conversationId, () => tell(parts, whole, told))
      .catch((error: unknown) => parts.log.warn({ err: error, conversationId: whole.conversationId }, 'feed.lost'))
  })
  return {
    stop: () => subscription.unsubscribe(),
    settle: turns.settle,
  }
}

const tell = async (parts: FeedParts, envelope: Envelope, told: Map<string, number>): Promise<void> => {
  const { tenant, conversationId, toSeq, version } = envelope
  const named = roomsOf(tenant, { ...envelope, id: conversationId })
  // A gap can be told of only where every earlier message was told.
  const last = told.get(conversationId)
  told.delete(conversationId)
  if (!Object.values(named).some((room) => parts.hub.connectionsIn(room) > 0)) return
  const fromSeq = tellFrom(envelope, last)
  const withRow = [named.desk, named.masked].some((room) => parts.hub.connectionsIn(room) > 0)
  const news = await parts.conversations.readFrame({ tenant, conversationId, fromSeq, toSeq, version, withRow })
  if (news === null) return
  told.set(conversationId, Math.max(last ?? 0, toSeq))
  if (told.size > (parts.remembered ?? 10_000)) told.delete(told.keys().next().value as string)
  // What is stored says who may hear of it, whatever the envelope named.
  const rooms = roomsOf(tenant, news.conversation)
  send(parts, rooms, 'message', news.messages)
  await tellUpdated(parts, rooms, envelope)
  tellState(parts, rooms, envelope, news)
}

const send = (parts: FeedParts, rooms: Rooms, t: 'message' | 'updated', messages: readonly Message[]): void => {
  for (const message of messages) {
    parts.hub.toRoom(rooms.watch, { t, message })
    const shown = messageForCustomer(message)
    if (shown !== null) parts.hub.toRoom(rooms.visitor, { t, message: shown })
  }
}

const tellUpdated = async (parts: FeedParts, rooms: Rooms, envelope: Envelope): Promise<void> => {
  const { tenant, conversationId, version } = envelope
  for (const seq of envelope.updated) {
    const at = { tenant, conversationId, fromSeq: seq, toSeq: seq, version, withRow: false, changed: true }
    const changed = await parts.conversations.readFrame(at)
    if (changed !== null) send(parts, rooms, 'updated', changed.messages)
  }
}

const tellState = (parts: FeedParts, rooms: Rooms, envelope: Envelope, news: News): void => {
  const { hub } = parts
  const both = (frame: ServerFrame) => {
    hub.toRoom(rooms.watch, frame)
    hub.toRoom(rooms.visitor, frame)
  }
  for (const frame of readFrames(envelope)) both(frame)
  if (changesConversation(envelope.facts)) {
    hub.toRoom(rooms.watch, { t: 'conversation', conversation: news.conversation })
    hub.toRoom(rooms.visitor, { t: 'conversation', conversation: conversationForCustomer(news.conversation) })
  }
  if (news.row === null) return
  hub.toRoom(rooms.desk, { t: 'row', row: news.row })
  hub.toRoom(rooms.masked, {
    t: 'row',
    row: { ...news.row, contactName: nameFor({ kind: 'anyone' }, news.row.contactName) },
  })
}
