// The live protocol where networks cut WebSockets: events down and frames up by POST, or long poll. Each request may
// reach another node: what falls between two of them is fetched by sequence number.
import { MAX_FRAME_BYTES, type ServerFrame, VISITOR_FRAMES } from '@ballast/contract'
import { Uuid } from '@ballast/contract/primitives'
import { problem } from '@ballast/contract/problems'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Compile } from 'typebox/compile'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { toProblem } from '../../platform/http/reply-with-problem.ts'
import type { Sink } from '../../platform/live/device.ts'
import { compileFrames, type FrameOf, type ReadFrame } from '../../platform/live/read-frame.ts'
import { createLimiter } from '../../platform/token-bucket.ts'
import type { LiveDevice, Visitor } from './live-parts.ts'
import { createPolls } from './live-polls.ts'
import { createVisitorSession, type VisitorGround } from './live-visitor.ts'

const MAX_FRAMES = 20
const MAX_RESUMES = 20
const isUuid = Compile(Uuid)

type Query = { token?: string; resume?: string; locale?: string; hello?: string; session?: string }
type Seen = { conversationId: string; afterSeq: number }
type Frame = FrameOf<typeof VISITOR_FRAMES>

/** `<conversation>:<seq>,…` as in the address or in Last-Event-ID. */
export const readSeen = (text: string | undefined): Seen[] =>
  (text ?? '')
    .split(',')
    .slice(0, MAX_RESUMES)
    .flatMap((entry) => {
      const [conversationId = '', seq = ''] = entry.split(':')
      return isUuid.Check(conversationId) && /^\d{1,15}$/.test(seq) ? [{ conversationId, afterSeq: Number(seq) }] : []
    })

/** What is named twice in an address is a list there: it counts as not given. */
const queryOf = (request: FastifyRequest): Query =>
  Object.fromEntries(Object.entries(request.query as object).filter(([, value]) => typeof value === 'string'))

const tokenOf = (request: FastifyRequest): string =>
  /^(?:visitor|bearer) (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? queryOf(request).token ?? ''

const visitorOf = async ({ parts }: VisitorGround, request: FastifyRequest): Promise<Visitor> =>
  parts.readToken(tokenOf(request))

const helloOf = (request: FastifyRequest): Extract<Frame, { t: 'hello' }> => {
  const { resume, locale } = queryOf(request)
  const cursor = request.headers['last-event-id']
  const seen = readSeen(typeof cursor === 'string' ? cursor : resume)
  const known = locale !== undefined && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(locale)
  return { t: 'hello', v: 1, token: tokenOf(request), resume: seen, ...(known ? { locale } : {}) }
}

/** The highest number seen in each conversation: the `id:` of an event, so that a browser resumes by itself. */
const createCursor = (seen: readonly Seen[]) => {
  const last = new Map(seen.map(({ conversationId, afterSeq }) => [conversationId, afterSeq]))
  const note = (conversationId: string, seq: number) => {
    // Only what follows without a hole counts: behind a hole the earlier number stays, and the resume fills it.
    if (seq === (last.get(conversationId) ?? 0) + 1) last.set(conversationId, seq)
  }
  return (text: string): string => {
    if (text.startsWith('{"t":"message"') || text.startsWith('{"t":"replay"')) {
      const frame = JSON.parse(text) as ServerFrame
      if (frame.t === 'message') note(frame.message.conversationId, frame.message.seq)
      if (frame.t === 'replay' && frame.afterSeq <= (last.get(frame.conversationId) ?? 0))
        last.set(frame.conversationId, Math.max(last.get(frame.conversationId) ?? 0, frame.lastSeq))
    }
    return [...last].map(([conversationId, seq]) => `${conversationId}:${seq}`).join()
  }
}

const eventSink = (raw: FastifyReply['raw'], cursorAfter: (text: string) => string): Sink => ({
  send: (frames) => void raw.write(frames.map((text) => `id: ${cursorAfter(text)}\ndata: ${text}\n\n`).join('')),
  bufferedBytes: () => raw.writableLength,
  close: () => void raw.end(),
})

const EVENT_STREAM = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Nginx would hold events back until its buffer is full.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
}

const serveEvents = (http: HttpServer, ground: VisitorGround): void => {
  const { hub } = ground.parts
  http.app.get('/live/visitor/events', async (request, reply) => {
    const visitor = await visitorOf(ground, request)
    const frame = helloOf(request)
    reply.hijack()
    const { raw } = reply
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
    raw.writeHead(200, { ...headers, ...EVENT_STREAM })
    const device = hub.attach(eventSink(raw, createCursor(frame.resume ?? [])), {
      tenant: visitor.tenant,
      principal: visitor,
    })
    const beat = setInterval(() => raw.write(': \n\n'), ground.limits.heartbeatMs)
    beat.unref()
    raw.on('error', () => device.close(1006, 'broken'))
    raw.on('close', () => device.close(1006, 'closed'))
    device.onClose(() => clearInterval(beat))
    await tell(http, device, () => createVisitorSession(ground, device).handle(frame))
  })
}

/** Runs `work`; what it throws is told to the device. */
const tell = async (
  http: HttpServer,
  device: Pick<LiveDevice, 'send'>,
  work: () => void | Promise<void>,
  ref?: string,
): Promise<void> => {
  try {
    await work()
  } catch (error) {
    const { told, bug } = toProblem(error)
    if (bug) http.log.error({ err: error }, 'frame.failed')
    device.send({ t: 'refused', ...(ref === undefined ? {} : { ref }), problem: told.toBody() })
  }
}

/** The frames of one POST: a device for a moment, in no room, whose answers go into the reply. */
const momentaryDevice = (visitor: Visitor): { device: LiveDevice; frames: ServerFrame[]; end: () => void } => {
  const frames: ServerFrame[] = []
  const callbacks: (() => void)[] = []
  const device = {
    id: visitor.contactId,
    closed: false,
    principal: visitor,
    identify: () => {},
    join: () => {},
    leave: () => {},
    send: (frame: ServerFrame) => void frames.push(frame),
    close: () => end(),
    onClose: (callback: () => void) => void callbacks.push(callback),
  }
  const end = () => {
    device.closed = true
    for (const callback of callbacks.splice(0)) callback()
  }
  return { device, frames, end }
}

const readPosted = (read: (bytes: Buffer) => ReadFrame<typeof VISITOR_FRAMES>, body: unknown) => {
  const posted = Array.isArray(body) ? body : [body]
  if (posted.length === 0 || posted.length > MAX_FRAMES)
    throw problem('request.invalid', { path: '', detail: `Send 1 to ${MAX_FRAMES} frames.` })
  return posted.map((frame): ReadFrame<typeof VISITOR_FRAMES> => {
    const bytes = Buffer.from(JSON.stringify(frame) ?? 'null')
    if (bytes.byteLength > MAX_FRAME_BYTES) return { refused: problem('request.too-large'), ref: undefined }
    return read(bytes)
  })
}

const servePoll = (http: HttpServer, ground: VisitorGround): void => {
  const polls = createPolls(ground.parts.hub)
  http.app.get('/live/visitor/poll', async (request, reply) => {
    const visitor = await visitorOf(ground, request)
    const frame = helloOf(request)
    const { hello, session: name } = queryOf(request)
    const { poll, isNew } = polls.take(visitor, name, hello === '1')
    if (isNew) {
      const session = createVisitorSession(ground, poll.device)
      await tell(http, poll.device, () => {
        if (hello === '1') return session.handle(frame)
        session.enter(visitor)
        return session.resume(frame.resume ?? [], true)
      })
    }
    const isGone = await poll.wait(ground.limits.pollMs, request.raw)
    // Closing hands over what still waits for the end of its tick: it belongs into this answer.
    if (isGone || name === undefined) poll.device.close(1000, 'answered')
    else polls.keep(poll)
    const frames = poll.take()
    return reply.header('cache-control', 'no-store').send({ frames })
  })
}

const serveFrames = (http: HttpServer, ground: VisitorGround): void => {
  const read = compileFrames(VISITOR_FRAMES)
  const limiter = createLimiter(ground.limits.frames, ground.parts.clock.now)
  http.app.post('/live/visitor/frames', { bodyLimit: 4 * MAX_FRAME_BYTES }, async (request, reply) => {
    const visitor = await visitorOf(ground, request)
    const posted = readPosted(read, request.body)
    const { device, frames, end } = momentaryDevice(visitor)
    const session = createVisitorSession(ground, device)
    // Known by the token of the request, so no hello is needed; one that is sent all the same is answered.
    if (!('frame' in posted[0]!) || posted[0].frame.t !== 'hello') session.enter(visitor)
    for (const one of posted) {
      const waitMs = limiter.take(visitor.contactId)
      const ref = one.ref === undefined ? {} : { ref: one.ref }
      if (waitMs > 0)
        device.send({ t: 'refused', ...ref, problem: problem('rate.limited').toBody(), retryAfterMs: waitMs })
      else if ('refused' in one) device.send({ t: 'refused', ...ref, problem: one.refused.toBody() })
      else await tell(http, device, () => session.handle(one.frame), one.ref)
    }
    end()
    return reply.code(202).header('cache-control', 'no-store').send({ frames })
  })
}

/** GET /live/visitor/events, GET /live/visitor/poll, POST /live/visitor/frames. */
export const serveLiveHttp = (http: HttpServer, ground: VisitorGround): void => {
  serveEvents(http, ground)
  servePoll(http, ground)
  serveFrames(http, ground)
}
