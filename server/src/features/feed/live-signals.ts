// Typing and presence: never stored, carried by the bus, gone by themselves when nobody renews them.
import { type Author, Author as AuthorSchema, Text, type Uuid } from '@ballast/contract'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Staff } from './live-parts.ts'

const TYPING_MS = 6_000
const RENEW_MS = 20_000
const PRESENCE_MS = 45_000

const TypingSignal = Compile(Type.Object({ author: AuthorSchema, on: Type.Boolean() }))
const PresenceSignal = Compile(Type.Object({ id: Text(64), name: Text(120), on: Type.Boolean(), asks: Type.Boolean() }))
type PresenceSignal = { id: Uuid; name: string; on: boolean; asks: boolean }

export interface Colleague {
  readonly id: Uuid
  readonly name: string
}
export interface Listener {
  typing?(author: Author, on: boolean): void
  presence?(staff: readonly Colleague[]): void
}
export interface Signals {
  /** Tells everyone who follows the conversation, on every node. */
  typing(tenant: Uuid, conversationId: Uuid, signal: { author: Author; on: boolean }): void
  /** Answers the function that stops it. `as`: also be seen there as a colleague who has it open. */
  follow(tenant: Uuid, conversationId: Uuid, with_: { listener: Listener; as?: Staff }): () => void
  close(): void
}

interface Room {
  readonly listeners: Set<Listener>
  /** Colleagues of this node, with how many of their tabs. */
  readonly here: Map<Uuid, { name: string; tabs: number }>
  readonly seen: Map<Uuid, { name: string; until: number }>
  readonly typing: Map<string, NodeJS.Timeout>
  readonly stop: () => void
}

/** Wakes one after another the things that end by themselves. */
const later = (ms: number, run: () => void): NodeJS.Timeout => {
  const timer = setTimeout(run, ms)
  timer.unref()
  return timer
}

const tell = (room: Room): void => {
  const staff = [...room.seen].map(([id, { name }]) => ({ id, name }))
  for (const listener of room.listeners) listener.presence?.(staff)
}

const onTyping = (room: Room, payload: unknown): void => {
  if (!TypingSignal.Check(payload)) return
  const { author, on } = payload
  const key = `${author.kind}:${author.id ?? ''}`
  const say = (isOn: boolean) => {
    for (const listener of room.listeners) listener.typing?.(author, isOn)
  }
  clearTimeout(room.typing.get(key))
  room.typing.delete(key)
  if (on) {
    const expire = () => {
      room.typing.delete(key)
      say(false)
    }
    room.typing.set(key, later(TYPING_MS, expire))
  }
  say(on)
}

export const createSignals = ({ bus, clock }: { readonly bus: Bus; readonly clock: Clock }): Signals => {
  const rooms = new Map<string, Room>()

  const announce = (subject: string, signal: PresenceSignal) => bus.publish(`presence.${subject}`, signal)
  const announceHere = (subject: string, room: Room) => {
    for (const [id, { name }] of room.here) announce(subject, { id, name, on: true, asks: false })
  }
  const onPresence = (subject: string, room: Room, payload: unknown): void => {
    if (!PresenceSignal.Check(payload)) return
    const { id, name, on, asks } = payload as PresenceSignal
    const known = room.seen.has(id)
    if (on) room.seen.set(id, { name, until: clock.now() + PRESENCE_MS })
    // Another tab on this node still has it open.
    else if (!room.here.has(id)) room.seen.delete(id)
    if (known !== room.seen.has(id)) tell(room)
    if (asks) announceHere(subject, room)
  }
  const openRoom = (subject: string): Room => {
    const subscriptions = [
      bus.subscribe(`typing.${subject}`, (payload) => onTyping(room, payload)),
      bus.subscribe(`presence.${subject}`, (payload) => onPresence(subject, room, payload)),
    ]
    const stop = () => {
      for (const subscription of subscriptions) subscription.unsubscribe()
      for (const timer of room.typing.values()) clearTimeout(timer)
      rooms.delete(subject)
    }
    const room: Room = { listeners: new Set(), here: new Map(), seen: new Map(), typing: new Map(), stop }
    rooms.set(subject, room)
    return room
  }
  const enter = (subject: string, room: Room, { staffId, name }: Staff) => {
    const here = room.here.get(staffId)
    if (here) here.tabs += 1
    else room.here.set(staffId, { name, tabs: 1 })
    announce(subject, { id: staffId, name, on: true, asks: true })
  }
  const leave = (subject: string, room: Room, { staffId, name }: Staff) => {
    const here = room.here.get(staffId)
    if (here === undefined || --here.tabs > 0) return
    room.here.delete(staffId)
    room.seen.delete(staffId)
    announce(subject, { id: staffId, name, on: false, asks: false })
    tell(room)
  }
  const renew = () => {
    for (const [subject, room] of rooms) {
      announceHere(subject, room)
      const before = room.seen.size
      for (const [id, { until }] of room.seen) if (until <= clock.now()) room.seen.delete(id)
      if (room.seen.size !== before) tell(room)
    }
  }
  const renewal = setInterval(renew, RENEW_MS)
  renewal.unref()

  return {
    typing: (tenant, conversationId, signal) => bus.publish(`typing.${tenant}.${conversationId}`, signal),
    follow: (tenant, conversationId, { listener, as }) => {
      const subject = `${tenant}.${conversationId}`
      const room = rooms.get(subject) ?? openRoom(subject)
      room.listeners.add(listener)
      if (as) enter(subject, room, as)
      let following = true
      return () => {
        if (!following) return
        following = false
        room.listeners.delete(listener)
        if (as) leave(subject, room, as)
        if (room.listeners.size === 0) room.stop()
      }
    },
    close: () => {
      clearInterval(renewal)
      for (const room of [...rooms.values()]) room.stop()
    },
  }
}
