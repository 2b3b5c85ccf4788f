// The log: JSON lines for machines, pretty on a terminal. Every line names an event, `noun.verb`, and carries the request
// or conversation it belongs to. Message text and secrets are never logged: known secret fields are struck out, and of an error
// only what cannot hold a value is kept (`tell-error.ts`).
import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import pino, { type DestinationStream, type Logger } from 'pino'
import { Type } from 'typebox'

import { defineConfig } from './config/define-config.ts'
import { tellError } from './tell-error.ts'

type Write = (fields: object, event: string) => void

export interface Log {
  debug: Write
  info: Write
  warn: Write
  /** Put the cause under `err`: its kind, codes and lines of code go to the log, nothing of it to a client. */
  error: Write
  child(fields: object): Log
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export const logConfig = defineConfig({
  level: {
    doc: 'The least important lines that are still written.',
    schema: Type.Enum([...LOG_LEVELS]),
    default: 'info',
    env: 'LOG_LEVEL',
  },
})

export interface LogOptions {
  readonly level: LogLevel
  /** Where lines go; default stderr, because stdout carries only a command's result. */
  readonly destination?: DestinationStream
  /** Default: only when stderr is a terminal. */
  readonly pretty?: boolean
}

const SECRET_FIELDS = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'apiKey',
  'rootKey',
  'privateKey',
  'accessToken',
  'refreshToken',
  'wrapped',
]
// One level of nesting covers headers and settings objects; deeper objects are not logged by house rule.
const REDACTED = SECRET_FIELDS.flatMap((name) => [name, `*.${name}`])

const context = new AsyncLocalStorage<object>()

/** Adds `fields` (ids only) to every line logged while `work` and what it awaits is running. Nested calls add up. */
export const withLogContext = <T>(fields: object, work: () => T): T =>
  context.run({ ...context.getStore(), ...fields }, work)

/** The fields of the surrounding `withLogContext`, e.g. to send the request id along. */
export const logContext = (): Readonly<Record<string, unknown>> =>
  (context.getStore() ?? {}) as Readonly<Record<string, unknown>>

/** Whatever a field is called: an error in it is told, not written out. */
const withoutWording = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === 'err' || value instanceof Error ? tellError(value) : value,
    ]),
  )

const toLog = (logger: Logger): Log => ({
  debug: (fields, event) => logger.debug(fields, event),
  info: (fields, event) => logger.info(fields, event),
  warn: (fields, event) => logger.warn(fields, event),
  error: (fields, event) => logger.error(fields, event),
  child: (fields) => toLog(logger.child(fields)),
})

const prettyStream = (): DestinationStream => {
  // Loaded only on a terminal: it costs 30 ms that a server in production need not pay.
  const pretty = createRequire(import.meta.url)('pino-pretty') as (options: object) => DestinationStream
  return pretty({
    destination: 2,
    sync: true,
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: 'pid,hostname',
    messageKey: 'event',
  })
}

export const createLog = (options: LogOptions): Log => {
  const pretty = options.pretty ?? (options.destination === undefined && process.stderr.isTTY === true)
  return toLog(
    pino(
      {
        level: options.level,
        messageKey: 'event',
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }), log: withoutWording },
        redact: { paths: REDACTED, censor: '[struck out]' },
        mixin: () => ({ ...context.getStore() }),
      },
      options.destination ?? (pretty ? prettyStream() : pino.destination(2)),
    ),
  )
}

/** A log nobody reads: for tests and tools. */
export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLog,
}
