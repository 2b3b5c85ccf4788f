// CPU time of a process and of PostgreSQL with all its backends, read from /proc (Linux; elsewhere unknown).
import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever the kernel's own tick. */
const TICK_MS = 10

interface Stat {
  readonly parent: number
  readonly ownMs: number
  /** Of children that have ended and were waited for. */
  readonly endedMs: number
}

const statOf = (pid: number): Stat | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, parent, , , , , , , , , , user, system, endedUser, endedSystem] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return { parent: parent!, ownMs: (user! + system!) * TICK_MS, endedMs: (endedUser! + endedSystem!) * TICK_MS }
  } catch {
    return null
  }
}

/** CPU milliseconds a process has used since its start. */
export const cpuMs = (pid: number): number => statOf(pid)?.ownMs ?? Number.NaN

/** CPU milliseconds of the postmaster, its living backends and those that ended. */
export const postgresCpuMs = (postmaster: number): number => {
  const own = statOf(postmaster)
  if (own === null) return Number.NaN
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === postmaster)
  return backends.reduce((sum, stat) => sum + stat!.ownMs, own.ownMs + own.endedMs)
}

export interface CpuReading {
  readonly server: number
  readonly postgres: number
  readonly generator: number
}
export const readCpu = (pids: { server: number; postmaster: number; generator: number }): CpuReading => ({
  server: cpuMs(pids.server),
  postgres: postgresCpuMs(pids.postmaster),
  generator: cpuMs(pids.generator),
})
