// How entries were used lately, as the desk asks for it.
import type { Uuid } from '@ballast/contract'
import type { EntryUsage, VersionUsage } from '@ballast/contract/routes/usage'
import type { KnowledgeParts } from '../parts.ts'
import { readEntry } from '../versions.ts'
import { usageOfEntries, usageOfVersions } from './store-usage.ts'

type Reading = Pick<KnowledgeParts, 'database' | 'clock'>

const DAY_MS = 86_400_000
const DAYS = 30
const MOST_ENTRIES = 10_000
const MOST_VERSIONS = 500

export const sinceDays = ({ clock }: Pick<Reading, 'clock'>, days = DAYS): Date => new Date(clock.now() - days * DAY_MS)

const told = <T extends { readonly lastUsedAt: Date }>({ lastUsedAt, ...figures }: T) => ({
  ...figures,
  lastUsedAt: lastUsedAt.toISOString(),
})

export const listUsage = async (
  parts: Reading,
  tenant: Uuid,
  { days }: { readonly days?: number },
): Promise<EntryUsage[]> => {
  const asked = { since: sinceDays(parts, days), most: MOST_ENTRIES }
  return (await parts.database.as(tenant, (tx) => usageOfEntries(tx, tenant, asked))).map(told)
}

/** @throws Problem knowledge.not-found */
export const readUsage = async (
  parts: Reading,
  tenant: Uuid,
  { entryId, days }: { readonly entryId: Uuid; readonly days?: number },
): Promise<VersionUsage[]> => {
  await readEntry(parts, { tenant, entryId })
  const asked = { entryId, since: sinceDays(parts, days), most: MOST_VERSIONS }
  return (await parts.database.as(tenant, (tx) => usageOfVersions(tx, tenant, asked))).map(told)
}
