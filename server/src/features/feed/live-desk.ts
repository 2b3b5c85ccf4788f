// A desk's frames. The colleague is known from the handshake; every frame is weighed against the permission table.
import {
  CLOSE,
  type DESK_FRAMES,
  type DeskFrame,
  LIVE_VERSION,
  type Permission,
  roleHolds,
  type ServerFrameOf,
  type Uuid,
} from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { FrameHandler } from '../../platform/live/websocket.ts'
import type { DeskRights, OpenDesk } from './desk-rights.ts'
import { CLIENT_HEARTBEAT_MS, LIVE_LIMITS, type LiveDevice, type LiveParts, type Staff } from './live-parts.ts'
import { sendReplay } from './live-replay.ts'
import type { Listener, Signals } from './live-signals.ts'
import { pongTo } from './live-visitor.ts'
import { watchRoom } from './rules/who-sees.ts'

/** What each frame asks of the colleague's role; null: nothing beyond being signed in. */
const NEEDS: { readonly [T in DeskFrame['t']]: (frame: Extract<DeskFrame, { t: T }>) => Permission | null } = {
  hello: () => null,
  ping: () => null,
  reply: (frame) => (frame.note ? 'conversations.note' : 'conversations.reply'),
  edit: () => 'conversations.reply',
  recall: () => 'conversations.reply',
  typing: () => 'conversations.reply',
  // A viewer who looks on must not clear the agents' unread marks.
  read: () => 'conversations.reply',
  resume: () => 'conversations.read',
  watch: () => 'conversations.read',
  unwatch: () => null,
}
const permissionFor = (frame: DeskFrame): Permission | null =>
  (NEEDS[frame.t] as (frame: DeskFrame) => Permission | null)(frame)

/** Most conversations one desk has open; beyond it the one opened first is let go. */
const MAX_WATCHED = 50

const createWatched = (parts: { device: LiveDevice; staff: Staff; signals: Signals }) => {
  const { device, staff, signals } = parts
  const watched = new Map<Uuid, () => void>()
  const unwatch = (conversationId: Uuid) => {
    device.leave(watchRoom(conversationId))
    watched.get(conversationId)?.()
    watched.delete(conversationId)
  }
  device.onClose(() => {
    for (const stop of watched.values()) stop()
    watched.clear()
  })
  const listenerOf = (conversationId: Uuid): Listener => ({
    typing: (author, on) => {
      if (author.id !== staff.staffId) device.send({ t: 'typing', conversationId, author, on })
    },
    presence: (present) => device.send({ t: 'presence', conversationId, staff: [...present] }),
  })
  return {
    unwatch,
    watches: (conversationId: Uuid) => watched.has(conversationId),
    watched: () => [...watched.keys()],
    watch: (conversationId: Uuid) => {
      if (device.closed || watched.has(conversationId)) return
      for (const oldest of watched.keys()) if (watched.size >= MAX_WATCHED) unwatch(oldest)
      device.join(watchRoom(conversationId))
      const stop = signals.follow(staff.tenant, conversationId, { listener: listenerOf(conversationId), as: staff })
      watched.set(conversationId, stop)
    },
  }
}

/** The desk as those who watch over rights know it. */
const openDeskOf = (
  parts: LiveParts,
  desk: {
    readonly device: LiveDevice
    readonly staff: Staff
    readonly watched: ReturnType<typeof createWatched>
    readonly whoNow: OpenDesk['whoNow']
  },
): OpenDesk => {
  const { device, staff, watched, whoNow } = desk
  const joined = new Set<string>()
  return {
    staff,
    whoNow,
    ...watched,
    showOut: () => {
      device.send({ t: 'bye', reason: 'auth', retryAfterMs: 1_000 })
      device.close(CLOSE.auth, 'rights changed')
    },
    enterRooms: async () => {
      const rooms = new Set(await parts.deskRooms(staff))
      for (const room of joined) if (!rooms.has(room)) device.leave(room)
      for (const room of rooms) device.join(room)
      joined.clear()
      for (const room of rooms) joined.add(room)
    },
  }
}

export interface DeskGround extends Pick<OpenDesk, 'whoNow'> {
  readonly parts: LiveParts
  readonly signals: Signals
  readonly rights: DeskRights
}

/** A colleague's WebSocket. */
export const openDesk = (
  { parts, signals, rights, whoNow }: DeskGround,
  device: LiveDevice,
): FrameHandler<typeof DESK_FRAMES> => {
  const staff = device.principal
  if (staff.kind !== 'staff') throw problem('auth.required')
  const pageSize = parts.limits?.replayPage ?? LIVE_LIMITS.replayPage
  const watched = createWatched({ device, staff, signals })
  const desk = openDeskOf(parts, { device, staff, watched, whoNow })
  device.onClose(rights.add(desk))
  device.onClose(parts.deskOpened(staff))

  const replay = ({ conversationId, afterSeq }: { conversationId: Uuid; afterSeq: number }) =>
    sendReplay(parts, device, { principal: staff, conversationId, afterSeq, pageSize })
  const hello = async (frame: Extract<DeskFrame, { t: 'hello' }>) => {
    await desk.enterRooms()
    device.send(welcome(staff, parts.clock.now()))
    for (const seen of frame.resume ?? []) await watch(seen)
  }
  const watch = async (seen: { conversationId: Uuid; afterSeq: number }) => {
    await parts.mustSee(staff, seen.conversationId)
    watched.watch(seen.conversationId)
    await replay(seen)
  }
  const reply = async ({ conversationId, id, parts: said, note }: Extract<DeskFrame, { t: 'reply' }>) => {
    const { message, duplicate } = await parts.reply(staff, { conversationId, id, parts: said, note })
    const { id: messageId, seq, sentAt } = message
    device.send({ t: 'ack', id, conversationId, messageId, seq, sentAt, duplicate })
  }
  const typing = async ({ conversationId, on }: Extract<DeskFrame, { t: 'typing' }>) => {
    await parts.mustSee(staff, conversationId)
    const author = { kind: 'agent', id: staff.staffId, name: staff.name } as const
    signals.typing(staff.tenant, conversationId, { author, on })
  }
  return async (frame) => {
    const needed = permissionFor(frame)
    if (needed !== null && !roleHolds(staff.role, needed)) throw problem('auth.forbidden')
    switch (frame.t) {
      case 'hello':
        return hello(frame)
      case 'ping':
        return device.send(pongTo(frame, parts.clock.now()))
      case 'reply':
        return reply(frame)
      case 'edit':
        return void (await parts.edit(staff, frame))
      case 'recall':
        return void (await parts.recall(staff, frame))
      case 'typing':
        return typing(frame)
      case 'read':
        return void (await parts.markRead(staff, { conversationId: frame.conversationId, seq: frame.seq }))
      case 'resume':
        return replay(frame)
      case 'watch':
        return watch(frame)
      case 'unwatch':
        return watched.unwatch(frame.conversationId)
    }
  }
}

const welcome = (staff: Staff, now: number): ServerFrameOf<'welcome'> => ({
  t: 'welcome',
  v: LIVE_VERSION,
  serverTime: new Date(now).toISOString(),
  heartbeatMs: CLIENT_HEARTBEAT_MS,
  staffId: staff.staffId,
})
