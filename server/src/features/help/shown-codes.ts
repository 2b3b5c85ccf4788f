// Codes as colleagues see them: with the shop's words of today, how much is known about the product, and how they are used.
import type { Uuid } from '@ballast/contract'
import { Problem, problem } from '@ballast/contract/problems'
import type { HelpCode as Schema } from '@ballast/contract/routes/help'
import type { Static } from 'typebox'
import type { Product } from '../commerce/index.ts'
import { addressOf, type HelpParts } from './parts.ts'
import { wordsIn } from './rules/words-in.ts'
import { codesAmong, listCodes, type UsedRow } from './store.ts'

export type HelpCode = Static<typeof Schema>

/** The products as the shop has them now; null while its systems do not answer. */
export const productsNow = async (
  { commerce }: Pick<HelpParts, 'commerce'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Product> | null> => {
  try {
    const products = await commerce.getProducts([...new Set(ids)])
    return new Map(products.map((product) => [product.id, product]))
  } catch (error) {
    if (error instanceof Problem && error.code === 'commerce.unavailable') return null
    throw error
  }
}

const shown = async (
  parts: HelpParts,
  { tenant, locale }: { readonly tenant: Uuid; readonly locale: string },
  rows: readonly UsedRow[],
): Promise<HelpCode[]> => {
  const ids = rows.map(({ productId }) => productId)
  const now = await productsNow(parts, ids)
  const entries = await parts.showing.count(tenant, ids)
  return rows.map(({ title, image, createdAt, ...row }) => {
    const product = now?.get(row.productId)
    const picture = product?.image ?? image
    return {
      ...row,
      title: wordsIn(product?.title ?? title, locale).slice(0, 200),
      ...(picture ? { image: picture } : {}),
      inShop: now === null || product !== undefined,
      url: addressOf(parts, row.code),
      createdAt: createdAt.toISOString(),
      entries: entries.get(row.productId) ?? 0,
    }
  })
}

const MOST_LISTED = 500
export const listHelp = async (
  parts: HelpParts,
  tenant: Uuid,
  query: { readonly search?: string; readonly limit?: number; readonly offset?: number; readonly locale: string },
): Promise<{ codes: HelpCode[]; total: number }> => {
  const { limit = MOST_LISTED, offset = 0, locale, search } = query
  const page = { limit, offset, ...(search === undefined ? {} : { search }) }
  const { rows, total } = await parts.database.as(tenant, (tx) => listCodes(tx, tenant, page))
  return { codes: await shown(parts, { tenant, locale }, rows), total }
}

/** All of them, in their order. @throws Problem help.not-found */
export const readHelp = async (
  parts: HelpParts,
  { tenant, locale }: { readonly tenant: Uuid; readonly locale: string },
  codes: readonly string[],
): Promise<HelpCode[]> => {
  const rows = await parts.database.as(tenant, (tx) => codesAmong(tx, tenant, codes))
  if (rows.length < new Set(codes).size) throw problem('help.not-found')
  return shown(parts, { tenant, locale }, rows)
}
