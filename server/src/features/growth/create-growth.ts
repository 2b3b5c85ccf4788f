// The feature, put together: its parts, its job of the morning.
import { Type } from 'typebox'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { morning } from './advise.ts'
import { createHeldClusters } from './held-clusters.ts'
import type { GrowthParts } from './parts.ts'

const MORNING_JOB = 'growth.advise'

export interface Growth {
  readonly parts: GrowthParts
  /** After the jobs have started. */
  begin(): Promise<void>
}

/** Defines its job: before they start. */
export const createGrowth = (
  ground: Omit<GrowthParts, 'held'> & { readonly jobs: Pick<Jobs, 'define' | 'schedule'> },
): Growth => {
  const { jobs, ...given } = ground
  const parts: GrowthParts = { ...given, held: createHeldClusters(given) }
  jobs.define(
    MORNING_JOB,
    { schema: Type.Object({}), expireInSeconds: 3_600, concurrency: 1, retryLimit: 2 },
    (_, { signal }) => morning(parts, signal),
  )
  // 05:30 in China, half an hour before the first shift.
  return { parts, begin: () => jobs.schedule(MORNING_JOB, '30 21 * * *') }
}
