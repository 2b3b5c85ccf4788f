// Keeps one pipe open: backoff with jitter, the server's own wishes, fallback down the transports and back up.
import type { ServerFrame, VisitorFrame } from './live.ts'
import type { HelloFrame, OpenPipe, Pipe, PipeParts, SeenUpTo, TransportName } from './live-pipes.ts'

/** `waiting`: between two tries. `refused`: the token is no good. `closed`: by us, or another device took over. */
export type LiveState = 'connecting' | 'online' | 'waiting' | 'refused' | 'closed'

export interface Timers {
  set(run: () => void, ms: number): unknown
  clear(timer: unknown): void
}
export interface LinkOptions {
  readonly transports: readonly TransportName[]
  readonly pipes: Readonly<Record<TransportName, OpenPipe>>
  readonly parts: PipeParts
  readonly token: string | (() => Promise<string>)
  readonly hello: (token: string) => HelloFrame
  readonly seen: () => SeenUpTo[]
  readonly onFrame: (frame: ServerFrame) => void
  readonly onState: (state: LiveState, transport: TransportName) => void
  readonly now: () => number
  readonly random: () => number
  readonly timers: Timers
}
export interface Link {
  /** False when there is no line: what must not be lost is sent again after the next welcome. */
  send(frame: VisitorFrame): boolean
  state(): LiveState
  wake(): void
  close(): void
}

const BACKOFF_MS = 500
/** A restart takes seconds: for so many tries nobody waits longer than this. After that the trouble is a larger one. */
const QUICK_TRIES = 8
const QUICK_BACKOFF_MS = 3_000
const LONGEST_BACKOFF_MS = 30_000
/** Failures in a row before the next transport is tried. */
const PATIENCE = 2
/** How long a lesser transport is kept before the best is tried again; doubles up to the longest. */
const UPGRADE_MS = 120_000
const LONGEST_UPGRADE_MS = 1_800_000
const WELCOME_MS = 10_000
const GRACE_MS = 10_000
/** A line that breaks sooner than this after its welcome counts as a failure: some proxies cut after seconds. */
const SHORT_LIFE_MS = 5_000
const AUTH = [401, 403, 4401]

interface Line {
  readonly number: number
  readonly pipe: Pipe
  welcomedAt: number | null
  aliveAt: number
}

/** Full jitter: anything up to the doubling bound, so that a restarted server is not met by everyone at once. */
export const backoff = (failures: number, random: () => number): number =>
  random() *
  Math.min(failures > QUICK_TRIES ? LONGEST_BACKOFF_MS : QUICK_BACKOFF_MS, BACKOFF_MS * 2 ** Math.min(failures, 10))

/** Which transport next: steps down after PATIENCE misses in a row, steps up when told. */
const createLadder = (transports: readonly TransportName[]) => {
  let step = 0
  let misses = 0
  let upgradeMs = UPGRADE_MS
  return {
    name: () => transports[step]!,
    missed: () => {
      misses += 1
      if (misses % PATIENCE === 0) step = (step + 1) % transports.length
    },
    held: () => {
      misses = 0
      if (step === 0) upgradeMs = UPGRADE_MS
    },
    /** Milliseconds until the best transport should be tried again; null when it is in use. */
    upgradeIn: () => (step === 0 ? null : upgradeMs),
    afresh: () => {
      step = 0
      misses = 0
    },
    upgrade: () => {
      step = 0
      upgradeMs = Math.min(LONGEST_UPGRADE_MS, upgradeMs * 2)
    },
  }
}

export const createLink = (options: LinkOptions): Link => {
  const { now, random, timers } = options
  const ladder = createLadder(options.transports)
  let state: LiveState = 'connecting'
  let line: Line | null = null
  let number = 0
  let pending: unknown
  let heartbeat: unknown
  let staleTokens = 0
  let failures = 0
  /** What the server asked for in its bye. */
  let retryAfterMs: number | null = null

  const become = (next: LiveState) => {
    state = next
    options.onState(next, ladder.name())
  }
  const after = (ms: number, run: () => void) => {
    timers.clear(pending)
    pending = timers.set(run, ms)
  }
  const hangUp = () => {
    const old = line
    line = null
    timers.clear(heartbeat)
    timers.clear(pending)
    old?.pipe.close()
    return old
  }
  const stop = (final: 'refused' | 'closed') => {
    hangUp()
    number += 1
    become(final)
  }
  const again = () => {
    const wish = retryAfterMs
    retryAfterMs = null
    failures += 1
    become('waiting')
    after(wish === null ? backoff(failures, random) : wish * (1 + random()), connect)
  }
  const lost = (code?: number) => {
    const old = hangUp()
    if (code === 4409) return stop('closed')
    if (code !== undefined && AUTH.includes(code)) {
      staleTokens += 1
      if (typeof options.token === 'string' || staleTokens > 3) return stop('refused')
    }
    const welcomedAt = old?.welcomedAt ?? null
    if (welcomedAt !== null && now() - welcomedAt > SHORT_LIFE_MS) {
      ladder.held()
      failures = 0
    } else if (retryAfterMs === null) ladder.missed()
    again()
  }
  const beat = (heartbeatMs: number) => {
    heartbeat = timers.set(() => {
      if (line === null) return
      if (now() - line.aliveAt > heartbeatMs + GRACE_MS) return lost()
      if (ladder.name() === 'websocket') line.pipe.send({ t: 'ping' })
      beat(heartbeatMs)
    }, heartbeatMs)
  }
  const welcomed = (heartbeatMs: number) => {
    if (line === null) return
    line.welcomedAt = now()
    staleTokens = 0
    timers.clear(pending)
    const upgradeIn = ladder.upgradeIn()
    if (upgradeIn !== null)
      after(upgradeIn, () => {
        hangUp()
        ladder.upgrade()
        connect()
      })
    beat(heartbeatMs)
    become('online')
  }
  const received = (frame: ServerFrame) => {
    if (frame.t === 'welcome') welcomed(frame.heartbeatMs)
    if (frame.t === 'bye') {
      retryAfterMs = frame.retryAfterMs
      return lost(frame.reason === 'auth' ? 4401 : frame.reason === 'replaced' ? 4409 : undefined)
    }
    options.onFrame(frame)
  }
  const open = (token: string, mine: number) => {
    const isMine = () => mine === number && line !== null
    const pipe = options.pipes[ladder.name()](options.parts, options.hello(token), options.seen, {
      frame: (frame) => isMine() && received(frame),
      alive: () => {
        if (isMine()) line!.aliveAt = now()
      },
      closed: (code) => isMine() && lost(code),
    })
    line = { number: mine, pipe, welcomedAt: null, aliveAt: now() }
    after(WELCOME_MS, () => lost())
  }
  const connect = () => {
    number += 1
    const mine = number
    become('connecting')
    const tokenOf = async () => (typeof options.token === 'string' ? options.token : await options.token())
    tokenOf()
      .then((token) => mine === number && open(token, mine))
      .catch(() => mine === number && lost())
  }
  connect()
  const send = (frame: VisitorFrame): boolean => {
    if (line === null || line.welcomedAt === null) return false
    line.pipe.send(frame)
    return true
  }
  const wake = () => {
    if (state === 'waiting') {
      timers.clear(pending)
      // What was learned about the old network says nothing of this one: the best transport first, no long pauses.
      ladder.afresh()
      failures = 0
      connect()
    } else if (line?.welcomedAt) {
      const { number: asked } = line
      const since = now()
      line.pipe.send({ t: 'ping' })
      timers.set(() => line?.number === asked && line.aliveAt < since && lost(), GRACE_MS / 2)
    }
  }
  return { send, wake, state: () => state, close: () => stop('closed') }
}
