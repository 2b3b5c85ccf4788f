// Documents as one part of the server: its jobs, its schedule, its thread.
import { Uuid } from '@ballast/contract/primitives'
import { Type } from 'typebox'
import type { Jobs } from '../../../platform/jobs/jobs.ts'
import { createReader } from '../reading/reader.ts'
import { crawlSite } from './crawl.ts'
import type { DocumentParts } from './parts.ts'
import { readWaiting } from './read-waiting.ts'
import { sweepSources } from './sites.ts'

const READ_JOB = 'documents.read'
const CRAWL_JOB = 'sites.crawl'
const SWEEP_JOB = 'sources.sweep'

export interface Documents {
  readonly parts: DocumentParts
  /** After the jobs have started. */
  begin(): Promise<void>
  /** What is being read is read again by whoever comes next. */
  close(): Promise<void>
}

/** Defines its jobs: before they start. */
export const createDocuments = (
  ground: Omit<DocumentParts, 'reader' | 'later'> & { readonly jobs: Pick<Jobs, 'define' | 'send' | 'schedule'> },
): Documents => {
  const { jobs } = ground
  const reader = createReader()
  const parts: DocumentParts = {
    ...ground,
    reader,
    later: async (job, ids) => {
      const [name, key] = job === 'read' ? [READ_JOB, ids.tenant] : [CRAWL_JOB, `${ids.tenant}:${ids.siteId}`]
      await jobs.send(name, ids, { singletonKey: key })
    },
  }
  const patience = { retryLimit: 20, retryDelaySeconds: 5, retryDelayMaxSeconds: 600, pollSeconds: 0.5 }
  const long = { ...patience, expireInSeconds: 7_200, concurrency: 2 }
  jobs.define(READ_JOB, { schema: Type.Object({ tenant: Uuid }), ...long }, ({ tenant }, { signal }) =>
    readWaiting(parts, tenant, signal),
  )
  jobs.define(CRAWL_JOB, { schema: Type.Object({ tenant: Uuid, siteId: Uuid }), ...long }, (ids, { signal }) =>
    crawlSite(parts, ids, signal),
  )
  jobs.define(SWEEP_JOB, { schema: Type.Object({}), expireInSeconds: 600 }, () => sweepSources(parts))
  const begin = async () => {
    await jobs.schedule(SWEEP_JOB, '*/5 * * * *')
    // What was left while no process ran, and what is older than its structure, is looked after at once.
    await jobs.send(SWEEP_JOB, {}, { singletonKey: 'begin' })
  }
  return { parts, begin, close: () => reader.close() }
}
