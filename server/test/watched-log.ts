// The log of the servers that tests start: nothing is printed, but every line, down to `debug`, is made and read. A line with
// something of a person in it fails the file, whatever the file is about (`watch-logs.ts`).
import { createLog, type Log } from '../src/platform/log.ts'

/**
 * Mobiles, mail addresses and identity cards by their shape, and the marks that tests of ours put into texts of people. Nothing
 * that a log of ours may hold looks like these: ids are UUIDs, times have thirteen digits or a T in them.
 */
const PERSONAL =
  /(?<![\da-f-])(?:\+?86)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\da-f])|[\w.+-]+@[\w-]+\.[a-z][\w.]*|(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dx](?!\w)|zq[a-z]{3,}-?\d*|[１-９][０-９]{6,}|[一二三四五六七八九零]{8,}/gi

const found: string[] = []
let read = 0

/** Reads one line as it would be printed. */
export const readLine = (line: string): void => {
  read++
  for (const [match] of line.matchAll(PERSONAL)) found.push(`${match} in ${line.trim()}`)
}
/** What was found since it was asked last. */
export const foundInLogs = (): string[] => found.splice(0)
export const linesRead = (): number => read

/** `keep`: also hands on each line. */
export const watchedLog = (keep: (line: string) => void = () => undefined): Log =>
  createLog({
    level: 'debug',
    destination: {
      write: (line: string) => {
        readLine(line)
        keep(line)
      },
    },
  })
