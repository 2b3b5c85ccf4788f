// A log whose lines a test can read.
import { createLog, type Log } from '../src/platform/log.ts'

export const recordLog = (): { log: Log; lines: Record<string, unknown>[]; events(): unknown[] } => {
  const lines: Record<string, unknown>[] = []
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) }
  return { log: createLog({ level: 'debug', destination }), lines, events: () => lines.map((line) => line.event) }
}
