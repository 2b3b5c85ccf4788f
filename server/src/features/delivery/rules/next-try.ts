// What to do after an attempt to send: done, again later, or give up and say so. Times are epoch milliseconds.

export type Attempt =
  | { readonly result: 'sent'; readonly externalId?: string }
  | { readonly result: 'retry'; readonly reason: string; readonly afterMs?: number }
  | { readonly result: 'refused'; readonly reason: string }
  | { readonly result: 'unknown'; readonly reason: string }

/** Ten tries over about two hours: longer than most platforms' outages, shorter than a customer's patience for an answer. */
export const MOST_TRIES = 10
const FIRST_MS = 2_000
const LONGEST_MS = 30 * 60_000

export type Next =
  | { readonly next: 'done' }
  | { readonly next: 'again'; readonly at: number }
  | { readonly next: 'give-up'; readonly reason: string }

/** `tries`: attempts made so far, this one included. `spread` in [0, 1) keeps many messages from returning at once. */
export const nextTry = (
  attempt: Attempt,
  tries: number,
  more: {
    readonly now: number
    readonly spread: number
    /** The channel's own schedule instead of ours. */
    readonly pauses?: readonly number[]
  },
): Next => {
  if (attempt.result === 'sent') return { next: 'done' }
  // It may have gone out, and the platform cannot tell: sending again could say it twice. A colleague decides.
  if (attempt.result !== 'retry') return { next: 'give-up', reason: attempt.reason }
  if (tries > (more.pauses?.length ?? MOST_TRIES - 1)) return { next: 'give-up', reason: attempt.reason }
  const pause = more.pauses?.[tries - 1] ?? Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS)
  // A schedule that was promised is never shortened.
  const backoff = pause * (more.pauses === undefined ? 0.75 + more.spread / 2 : 1 + more.spread / 10)
  return { next: 'again', at: more.now + Math.round(Math.max(backoff, attempt.afterMs ?? 0)) }
}
