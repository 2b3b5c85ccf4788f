// When to stop calling an endpoint that does not answer. Times are epoch milliseconds.

/** As Standard Webhooks proposes: five days without a single success. */
export const STOP_AFTER_MS = 5 * 86_400_000

export interface Health {
  readonly failingSince: number | null
  readonly stoppedAt: number | null
}
/** The same object when nothing changes. */
export const afterAttempt = (health: Health, worked: boolean, now: number): Health => {
  if (worked) return health.failingSince === null ? health : { failingSince: null, stoppedAt: null }
  if (health.failingSince === null) return { failingSince: now, stoppedAt: null }
  if (health.stoppedAt !== null || now - health.failingSince < STOP_AFTER_MS) return health
  return { ...health, stoppedAt: now }
}
