// Keeps one PostgreSQL running: started again when it dies, ever more slowly while it keeps dying.
import type { EventLog } from '../event-log.ts'
import { type Launch, type ServerProcess, startServer, stopServer, trimLog } from './server-process.ts'

export interface Supervised {
  readonly pid: number
  stop(): Promise<void>
}

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 30_000
/** A server that lived this long was healthy: whatever ended it, the next start need not wait. */
const HEALTHY_AFTER_MS = 5_000
const LOG_CHECK_MS = 60_000

export const supervise = (first: ServerProcess, launch: Launch, log: EventLog): Supervised => {
  let server = first
  let stopping = false
  let cancelWait = () => {}
  const pause = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms)
      cancelWait = () => {
        clearTimeout(timer)
        done()
      }
    })

  const startAgain = async (failures: number): Promise<void> => {
    if (failures > 0) await pause(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS))
    if (stopping) return
    try {
      server = await startServer(launch, server.target.port)
      log.warn({ pid: server.pid }, 'database.restarted')
    } catch (error) {
      log.error({ reason: (error as Error).message, failures: failures + 1 }, 'database.restart-failed')
      await startAgain(failures + 1)
    }
  }

  const watch = async (): Promise<void> => {
    for (let failures = 0; ; failures++) {
      const since = performance.now()
      await server.gone
      if (stopping) return
      if (performance.now() - since > HEALTHY_AFTER_MS) failures = 0
      log.error({ pid: server.pid }, 'database.died')
      await startAgain(failures)
      if (stopping) return
    }
  }

  const watching = watch()
  const trimming = setInterval(() => trimLog(launch.places.log), LOG_CHECK_MS).unref()
  return {
    get pid() {
      return server.pid
    },
    stop: async () => {
      stopping = true
      clearInterval(trimming)
      cancelWait()
      await stopServer(server)
      await watching
      // A start that was under way when we were told to stop.
      await stopServer(server)
    },
  }
}
