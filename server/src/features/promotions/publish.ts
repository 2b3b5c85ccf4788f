// Put a version in force, on every process at once: COMMIT, then a poke; each takes it over whole.
import { problem } from '@ballast/contract/problems'
import type { PromotionParts, Writer } from './parts.ts'
import { putInForce, readStanding, readVersion, type VersionRow } from './store.ts'
import { deleteQuotesBefore } from './store-quotes.ts'
import { QUOTE_DAYS } from './wrong-answers.ts'

const DAY = 86_400_000

/** @throws Problem rules.version-unknown, rules.broken */
export const publish = async (
  parts: PromotionParts,
  change: Writer & { readonly version: number },
): Promise<VersionRow> => {
  const { tenant, version, staffId } = change
  const at = parts.clock.now()
  const fact = {
    id: parts.ids.uuid(),
    tenant,
    type: 'rules.published' as const,
    subject: tenant,
    at,
    data: { version, ...(staffId === undefined ? {} : { byStaffId: staffId }) },
  }
  const row = await parts.database.as(tenant, async (tx) => {
    const found = await readVersion(tx, tenant, version)
    if (found === null) throw problem('rules.version-unknown')
    if (found.broken.length > 0) throw problem('rules.broken', { detail: found.broken.slice(0, 10).join(', ') })
    await putInForce(tx, tenant, { version, at })
    await deleteQuotesBefore(tx, tenant, at - QUOTE_DAYS * DAY)
    await parts.appendFacts(tx, [fact])
    return { ...found, publishedAt: new Date(at) }
  })
  // The log of facts tells everybody too, a little later: who misses this poke hears of it there.
  parts.bus.publish(`facts.${tenant}.${tenant}`, { facts: [{ ...fact, at: new Date(at).toISOString() }] })
  await parts.inForce.refresh(tenant)
  return row
}

/** The version before this one; doing it twice comes back. @throws Problem rules.none-before */
export const rollBack = async (parts: PromotionParts, writer: Writer): Promise<VersionRow> => {
  const { before } = await parts.database.as(writer.tenant, (tx) => readStanding(tx, writer.tenant))
  if (before === null) throw problem('rules.none-before')
  return publish(parts, { ...writer, version: before })
}
