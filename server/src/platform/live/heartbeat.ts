// Finds dead sockets with one timer for all of them: each socket sits in one slot of a wheel, and each turn of the wheel
// asks it for a sign of life. No timer a connection, no burst of 18,000 pings at once.

export interface Beating {
  /** Heard from since the last turn. */
  alive: boolean
  ping(): void
  terminate(): void
}

export interface Heartbeat {
  add(socket: Beating): () => void
  /** One step of the wheel; the timer calls it. */
  step(): void
  /** Stops the wheel and ends every socket still on it. */
  stop(): void
}

const SLOTS = 20

/** Every socket is pinged once in `intervalMs`; silent for a whole turn: terminated. */
export const createHeartbeat = (intervalMs: number): Heartbeat => {
  const slots: Set<Beating>[] = Array.from({ length: SLOTS }, () => new Set())
  let next = 0
  let at = 0
  const step = (): void => {
    at = (at + 1) % SLOTS
    for (const socket of slots[at] ?? []) {
      if (!socket.alive) socket.terminate()
      else {
        socket.alive = false
        socket.ping()
      }
    }
  }
  const timer = setInterval(step, intervalMs / SLOTS)
  timer.unref()
  return {
    step,
    add: (socket) => {
      const slot = slots[next++ % SLOTS]
      slot?.add(socket)
      return () => void slot?.delete(socket)
    },
    stop: () => {
      clearInterval(timer)
      for (const slot of slots) for (const socket of slot) socket.terminate()
    },
  }
}
