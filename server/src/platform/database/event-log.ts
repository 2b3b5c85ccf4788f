// The part of the log this folder writes to; `platform/log.ts` fits it.

export interface EventLog {
  info(fields: object, event: string): void
  warn(fields: object, event: string): void
  error(fields: object, event: string): void
}
