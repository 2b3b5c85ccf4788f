// What an ended call means: for the bill, and for whether its endpoint is to blame.
import type { ModelOutcome } from '@ballast/contract/routes/models'

const FREE: readonly ModelOutcome[] = ['limited', 'denied', 'failed', 'unreachable', 'forbidden-address']
/** Nothing was written, so nothing is billed. */
export const isFree = (outcome: ModelOutcome): boolean => FREE.includes(outcome)

const BROKEN: readonly ModelOutcome[] = [...FREE, 'slow-start', 'slow', 'malformed', 'cut-off', 'too-long']
/** What the endpoint did says nothing of whether it works when the call was given up by us. */
export const blameFor = (outcome: ModelOutcome): 'well' | 'failed' | 'unknown' => {
  if (outcome === 'overtaken' || outcome === 'stopped') return 'unknown'
  return BROKEN.includes(outcome) ? 'failed' : 'well'
}
