// A log whose lines a test can read.
import type { Log } from '../src/platform/log.ts'
import { watchedLog } from './watched-log.ts'

export const recordLog = (): { log: Log; lines: Record<string, unknown>[]; events(): unknown[] } => {
  const lines: Record<string, unknown>[] = []
  return {
    log: watchedLog((line) => void lines.push(JSON.parse(line))),
    lines,
    events: () => lines.map((line) => line.event),
  }
}
