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
import type { Bus } from '../../platform/bus/bus.ts'
import type { FrameHandler } from '../../platform/live/websocket.ts'
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
    watch: (conversationId: Uuid) => {
      if (device.closed || watched.has(conversationId)) return
      for (const oldest of watched.keys()) if (watched.size >= MAX_WATCHED) unwatch(oldest)
      device.join(watchRoom(conversationId))
      const stop = signals.follow(staff.tenant, conversationId, { listener: listenerOf(conversationId), as: staff })
      watched.set(conversationId, stop)
    },
  }
}

/** A colleague who was removed or has another role now is shown out; they come back as what they are. */
const ROLE_FACTS = ['staff.removed', 'staff.role-changed']
const leaveWhenChanged = (bus: Bus, device: LiveDevice, staff: Staff): void => {
  const subscription = bus.subscribe(`facts.${staff.tenant}.${staff.staffId}`, (payload) => {
    const { facts = [] } = payload as { facts?: readonly { type: string }[] }
    if (!facts.some(({ type }) => ROLE_FACTS.includes(type))) return
    device.send({ t: 'bye', reason: 'auth', retryAfterMs: 1_000 })
    device.close(CLOSE.auth, 'role changed')
  })
  device.onClose(() => subscription.unsubscribe())
}

/** A colleague's WebSocket. */
export const openDesk = (
  { parts, signals }: { readonly parts: LiveParts; readonly signals: Signals },
  device: LiveDevice,
): FrameHandler<typeof DESK_FRAMES> => {
  const staff = device.principal
  if (staff.kind !== 'staff') throw problem('auth.required')
  const pageSize = parts.limits?.replayPage ?? LIVE_LIMITS.replayPage
  const watched = createWatched({ device, staff, signals })
  leaveWhenChanged(parts.bus, device, staff)

  const replay = ({ conversationId, afterSeq }: { conversationId: Uuid; afterSeq: number }) =>
    sendReplay(parts, device, { principal: staff, conversationId, afterSeq, pageSize })
  const hello = async (frame: Extract<DeskFrame, { t: 'hello' }>) => {
    for (const room of await parts.deskRooms(staff)) device.join(room)
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
