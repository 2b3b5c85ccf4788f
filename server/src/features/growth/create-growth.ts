// The feature, put together: its parts, its job of the morning, and the one that reads old chats.
import { Uuid } from '@ballast/contract/primitives'
import { Type } from 'typebox'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { morning } from './advise.ts'
import { createHeldClusters } from './held-clusters.ts'
import { failImport, type ImportJob, runImport } from './import-chats.ts'
import type { GrowthParts } from './parts.ts'

const MORNING_JOB = 'growth.advise'
const IMPORT_JOB = 'growth.import'

export interface Growth {
  readonly parts: GrowthParts
  /** After the jobs have started. */
  begin(): Promise<void>
}

/** Defines its job: before they start. */
export const createGrowth = (
  ground: Omit<GrowthParts, 'held' | 'later'> & { readonly jobs: Pick<Jobs, 'define' | 'schedule' | 'send'> },
): Growth => {
  const { jobs, ...given } = ground
  const later = async (job: ImportJob): Promise<void> => {
    await jobs.send(IMPORT_JOB, job, { singletonKey: job.importId })
  }
  const parts: GrowthParts = { ...given, held: createHeldClusters(given), later }
  jobs.define(
    IMPORT_JOB,
    {
      schema: Type.Object({ tenant: Uuid, importId: Uuid }),
      // The longest takes seconds; of a process that died it is taken up after this.
      expireInSeconds: 300,
      concurrency: 1,
      retryLimit: 3,
      pollSeconds: 0.5,
      whenDead: (job) => failImport(parts, job),
    },
    (job, { signal }) => runImport(parts, job, signal),
  )
  jobs.define(
    MORNING_JOB,
    { schema: Type.Object({}), expireInSeconds: 3_600, concurrency: 1, retryLimit: 2 },
    (_, { signal }) => morning(parts, signal),
  )
  // 05:30 in China, half an hour before the first shift.
  return { parts, begin: () => jobs.schedule(MORNING_JOB, '30 21 * * *') }
}
