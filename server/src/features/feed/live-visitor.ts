// A visitor's frames, whatever carries them: who it is, what was missed, what is sent. A thrown Problem is told to the
// device as `refused` by the transport; the connection lives on.
import {
  CLOSE,
  LIVE_VERSION,
  type ServerFrameOf,
  type Uuid,
  type VISITOR_FRAMES,
  type VisitorFrame,
} from '@ballast/contract'
import { Problem, problem } from '@ballast/contract/problems'
import type { FrameHandler } from '../../platform/live/websocket.ts'
import { createLimiter, type Limiter } from '../../platform/token-bucket.ts'
import {
  type Accepted,
  type Ack,
  CLIENT_HEARTBEAT_MS,
  LIVE_LIMITS,
  type LiveDevice,
  type LiveLimits,
  type LiveParts,
  type Visitor,
} from './live-parts.ts'
import { sendReplay } from './live-replay.ts'
import type { Signals } from './live-signals.ts'
import { visitorRoom } from './rules/who-sees.ts'

export interface VisitorGround {
  readonly parts: LiveParts
  readonly limits: LiveLimits
  readonly signals: Signals
  readonly sends: Limiter
}
export const visitorGround = (parts: LiveParts, signals: Signals): VisitorGround => {
  const limits = { ...LIVE_LIMITS, ...parts.limits }
  return { parts, limits, signals, sends: createLimiter(limits.sends, parts.clock.now) }
}

export interface VisitorSession {
  handle: FrameHandler<typeof VISITOR_FRAMES>
  /** Enters as someone already known, without a welcome: the later requests of a long poll. */
  enter(visitor: Visitor): void
  resume(seen: readonly { conversationId: Uuid; afterSeq: number }[], quiet: boolean): Promise<void>
}

// Field by field: what a verb answers beyond this is not for the wire.
export const ackOf = (id: Uuid, accepted: Accepted): Ack => {
  const { conversationId, messageId, seq, sentAt, duplicate, reply } = accepted
  return { t: 'ack', id, conversationId, messageId, seq, sentAt, duplicate, ...(reply === undefined ? {} : { reply }) }
}

/** The answer of `work`, or `server.busy` after `ms`: one stuck message must not hold up those behind it. */
const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(problem('server.busy')), ms)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

type Hello = Extract<VisitorFrame, { t: 'hello' }>
type Send = Extract<VisitorFrame, { t: 'send' }>
type Judge = Extract<VisitorFrame, { t: 'judge' }>
type Rate = Extract<VisitorFrame, { t: 'rate' }>

/** Follows the typing of the other side in the conversations the device has touched. */
const createFollower = (ground: VisitorGround, device: LiveDevice) => {
  const followed = new Map<Uuid, () => void>()
  device.onClose(() => {
    for (const stop of followed.values()) stop()
    followed.clear()
  })
  const follow = (tenant: Uuid, conversationId: Uuid) => {
    if (followed.has(conversationId) || device.closed) return
    const listener = {
      typing: (author: ServerFrameOf<'typing'>['author'], on: boolean) => {
        const { kind, name } = author
        if (kind === 'customer') return
        // Colleagues are known to customers by name, never by id.
        device.send({ t: 'typing', conversationId, author: { kind, ...(name === undefined ? {} : { name }) }, on })
      },
    }
    followed.set(conversationId, ground.signals.follow(tenant, conversationId, { listener }))
  }
  return { follow, isFollowed: (conversationId: Uuid) => followed.has(conversationId) }
}

export const createVisitorSession = (ground: VisitorGround, device: LiveDevice): VisitorSession => {
  const { parts, limits, signals, sends } = ground
  const { follow, isFollowed } = createFollower(ground, device)
  let known: Visitor | null = null
  let locale: string | undefined

  const who = (): Visitor => {
    if (known === null) throw problem('frame.hello-first')
    return known
  }
  const enter = (visitor: Visitor) => {
    known = visitor
    device.identify({ tenant: visitor.tenant, principal: visitor })
    // Before anything is read, so that nothing falls between reading and listening.
    device.join(visitorRoom(visitor.contactId))
  }
  const resumeOne = async (conversationId: Uuid, afterSeq: number, quiet: boolean) => {
    await sendReplay(parts, device, { principal: who(), conversationId, afterSeq, pageSize: limits.replayPage, quiet })
    follow(who().tenant, conversationId)
  }
  const resume: VisitorSession['resume'] = async (seen, quiet) => {
    for (const { conversationId, afterSeq } of seen) {
      await resumeOne(conversationId, afterSeq, quiet).catch((error: unknown) => {
        // One conversation that is gone must not keep the others from resuming.
        if (!(error instanceof Problem)) throw error
        device.send({ t: 'refused', ref: conversationId, problem: error.toBody() })
      })
    }
  }
  const hello = async (frame: Hello) => {
    if (known !== null) throw problem('request.invalid', { path: '/t', detail: 'Hello was said already.' })
    const visitor = await admitted(parts, device, frame)
    if (visitor === null || device.closed) return
    enter(visitor)
    locale = frame.locale
    const conversation = await parts.currentConversation(visitor)
    device.send({
      t: 'welcome',
      v: LIVE_VERSION,
      serverTime: new Date(parts.clock.now()).toISOString(),
      heartbeatMs: CLIENT_HEARTBEAT_MS,
      contactId: visitor.contactId,
      conversation,
    })
    if (conversation !== null) follow(visitor.tenant, conversation.id)
    await resume(frame.resume ?? [], false)
  }
  const rate = async (frame: Rate) => {
    const visitor = who()
    if (sends.take(visitor.contactId) > 0) throw problem('rate.limited')
    const { t: _, ...wish } = frame
    device.send(ackOf(frame.id, await within(limits.acceptMs, parts.rate(visitor, wish))))
  }
  const judge = async (frame: Judge) => {
    const visitor = who()
    if (sends.take(visitor.contactId) > 0) throw problem('rate.limited')
    const { t: _, ...wish } = frame
    await parts.judge(visitor, wish)
  }
  const send = async (frame: Send) => {
    const visitor = who()
    const waitMs = sends.take(visitor.contactId)
    if (waitMs > 0) {
      const limited = problem('rate.limited').toBody()
      return device.send({ t: 'refused', ref: frame.id, problem: limited, retryAfterMs: waitMs })
    }
    const { t: _, ...message } = frame
    let told = false
    const acknowledge = (accepted: Accepted) => {
      if (told) return
      told = true
      device.send(ackOf(frame.id, accepted))
      follow(visitor.tenant, accepted.conversationId)
    }
    const work = parts.accept(visitor, { ...message, ...(locale === undefined ? {} : { locale }) }, acknowledge)
    acknowledge(await within(limits.acceptMs, work))
  }
  const handle: VisitorSession['handle'] = async (frame) => {
    if (frame.t === 'hello') return hello(frame)
    if (frame.t === 'ping') return device.send(pongTo(frame, parts.clock.now()))
    const visitor = who()
    switch (frame.t) {
      case 'send':
        return send(frame)
      case 'resume':
        return resumeOne(frame.conversationId, frame.afterSeq, false)
      case 'judge':
        return judge(frame)
      case 'rate':
        return rate(frame)
      case 'person': {
        const wish = { id: frame.id, ...(frame.conversationId ? { conversationId: frame.conversationId } : {}) }
        const accepted = await within(limits.acceptMs, parts.askForPerson(visitor, wish))
        follow(visitor.tenant, accepted.conversationId)
        return device.send(ackOf(frame.id, accepted))
      }
      case 'typing': {
        // What is followed was authorised when it was entered; typing is too frequent to ask each time.
        if (!isFollowed(frame.conversationId)) await parts.mustSee(visitor, frame.conversationId)
        const author = { kind: 'customer', id: visitor.contactId } as const
        return signals.typing(visitor.tenant, frame.conversationId, { author, on: frame.on })
      }
      case 'read':
        return void (await parts.markRead(visitor, { conversationId: frame.conversationId, seq: frame.seq }))
      case 'edit':
        return void (await parts.edit(visitor, frame))
      case 'recall':
        return void (await parts.recall(visitor, frame))
    }
  }
  return { handle, enter, resume }
}

export const pongTo = (frame: { readonly n?: number }, now: number): ServerFrameOf<'pong'> => ({
  t: 'pong',
  serverTime: new Date(now).toISOString(),
  ...(frame.n === undefined ? {} : { n: frame.n }),
})

/** The visitor of the hello's token; null when it was no good, and then the device is told and closed. */
const admitted = async (parts: LiveParts, device: LiveDevice, frame: Hello): Promise<Visitor | null> => {
  if (frame.v > LIVE_VERSION) throw problem('request.invalid', { path: '/v', detail: `Speak version ${LIVE_VERSION}.` })
  try {
    if (frame.token === undefined) throw problem('token.invalid', { path: '/token' })
    return await parts.readToken(frame.token)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    device.send({ t: 'refused', problem: error.toBody() })
    device.close(CLOSE.auth, error.code)
    return null
  }
}

/** A visitor's WebSocket: a stranger who says hello within ten seconds, or is closed. */
export const openVisitor = (ground: VisitorGround, device: LiveDevice): FrameHandler<typeof VISITOR_FRAMES> => {
  const session = createVisitorSession(ground, device)
  const silent = setTimeout(() => {
    if (device.principal.kind === 'visitor') return
    device.send({ t: 'bye', reason: 'idle', retryAfterMs: 1_000 })
    device.close(CLOSE.auth, 'no hello')
  }, ground.limits.helloMs)
  device.onClose(() => clearTimeout(silent))
  return session.handle
}
