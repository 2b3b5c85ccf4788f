// Tells one process from a later one that was given the same number, so that a lock left by a crash
// is never mistaken for a living owner.
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const quiet: ExecFileSyncOptionsWithStringEncoding = {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  windowsHide: true,
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Fields of /proc/<pid>/stat after the command name, which may itself hold spaces and brackets. */
const linuxStat = (pid: number): string[] | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

const isZombie = (pid: number): boolean => process.platform === 'linux' && linuxStat(pid)?.[0] === 'Z'

const linuxStart = (pid: number): string | null => {
  const ticks = linuxStat(pid)?.[19]
  return ticks === undefined ? null : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`
}

/** When the process started, as an opaque string; null when there is no such process. */
export const startOf = (pid: number): string | null => {
  try {
    if (process.platform === 'linux') return linuxStart(pid)
    if (process.platform === 'win32')
      return execFileSync(
        'powershell',
        ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`],
        quiet,
      ).trim()
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], quiet).trim() || null
  } catch {
    return null
  }
}

/** The command line, for recognising a PostgreSQL; empty when it cannot be read. */
export const commandOf = (pid: number): string => {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    if (process.platform === 'win32')
      return execFileSync('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).Path`], quiet)
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], quiet)
  } catch {
    return ''
  }
}
