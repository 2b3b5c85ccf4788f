// Make codes for products: one a product and inbox, for ever the same.
import { randomInt } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Actor, HelpParts } from './parts.ts'
import { type HelpCode, readHelp } from './shown-codes.ts'
import { writeCodes } from './store.ts'

/** As CODE_PATTERN has it: nothing that is read as something else. */
const SIGNS = '23456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 8
const newCode = (): string => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

export interface Making {
  readonly inboxId: Uuid
  readonly productIds: readonly string[]
  readonly locale: string
}
/** @throws Problem inbox.unknown, product.not-found, commerce.unavailable */
export const makeCodes = async (
  parts: HelpParts,
  { tenant, staffId }: Actor,
  { inboxId, productIds, locale }: Making,
): Promise<HelpCode[]> => {
  const inbox = await parts.inboxOf(tenant, inboxId)
  if (inbox === null || inbox.channel !== 'web') throw problem('inbox.unknown')
  const products = await parts.commerce.getProducts(productIds)
  const known = new Set(products.map(({ id }) => id))
  const lost = productIds.findIndex((id) => !known.has(id))
  if (lost >= 0) throw problem('product.not-found', { path: `/body/productIds/${lost}` })
  const createdAt = new Date(parts.clock.now())
  const rows = products.map(({ id: productId, title, image }) => {
    return { code: newCode(), inboxId, productId, title, image: image ?? null, on: true, createdAt }
  })
  const codes = await parts.database.as(tenant, async (tx) => {
    const written = await writeCodes(tx, tenant, rows)
    const data = { to: 'on', ...(staffId === undefined ? {} : { byStaffId: staffId }) } as const
    await parts.appendFacts(tx, [
      { id: parts.ids.uuid(), tenant, type: 'help.changed', subject: inboxId, at: createdAt.getTime(), data },
    ])
    return written
  })
  return readHelp(parts, { tenant, locale }, codes)
}
