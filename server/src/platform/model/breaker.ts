// A circuit breaker for each endpoint: after a few failures in a row nobody waits for it again until a pause has passed, and
// then one caller tries. What is known is this process's own.
import type { Clock } from '../clock.ts'

export interface Breaker {
  /** False: not now. True after a pause lets exactly one caller through until it has told. */
  mayCall(endpoint: string): boolean
  /** `known`: whether the endpoint is to blame or thanked; otherwise (given up by us) nothing is learnt. */
  tell(endpoint: string, how: 'well' | 'failed' | 'unknown'): void
}

const FAILURES = 3
const PAUSE_MS = 15_000
const MOST_ENDPOINTS = 1_000

interface Known {
  failures: number
  /** Epoch ms; nobody calls before. */
  until: number
  trying: boolean
}

export const createBreaker = ({ clock }: { readonly clock: Clock }): Breaker => {
  const known = new Map<string, Known>()
  const isShut = ({ failures }: Known) => failures >= FAILURES
  return {
    mayCall: (endpoint) => {
      const one = known.get(endpoint)
      if (one === undefined || !isShut(one)) return true
      if (one.trying || clock.now() < one.until) return false
      one.trying = true
      return true
    },
    tell: (endpoint, how) => {
      if (how === 'well') {
        known.delete(endpoint)
        return
      }
      const one = known.get(endpoint) ?? { failures: 0, until: 0, trying: false }
      one.trying = false
      if (how === 'failed') {
        one.failures++
        one.until = clock.now() + PAUSE_MS
      }
      if (one.failures === 0) return
      if (known.size >= MOST_ENDPOINTS && !known.has(endpoint)) known.delete(known.keys().next().value!)
      known.set(endpoint, one)
    },
  }
}
