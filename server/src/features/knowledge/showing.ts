// What is told about one product, and what is shown with an answer: read from PostgreSQL, versions remembered for good.
import type { Uuid } from '@ballast/contract'
import { codesIn, familyOfCode } from '@ballast/understanding/codes'
import type { Database } from '../../platform/database/open.ts'
import type { KnowledgeEntry } from './entry.ts'
import type { Passage } from './rules/search-index.ts'
import { addressOfMedium, answering, codesOf, inLanguage, isForAnybody, type Medium, type Step } from './rules/shown.ts'
import { countsOfProducts, liveOfProduct } from './store-products.ts'
import { readVersion } from './store-versions.ts'

export interface Illustration {
  readonly steps: readonly Step[]
  readonly media: readonly Medium[]
}
export interface AboutProduct {
  readonly productId: string
  readonly locale: string
  readonly channel?: string
  /** Epoch ms. */
  readonly now: number
}
/** `unknown`: it has codes of this kind, and this is none of them. */
export type Solution = Passage | 'unknown' | null

export interface Showing {
  /** Nothing for a version that is not stored. */
  illustrate(tenant: Uuid, entryId: Uuid, version: number): Promise<Illustration>
  /** Live entries about the product that anybody may be told, in the reader's language where there are any in it. */
  ofProduct(tenant: Uuid, about: AboutProduct): Promise<KnowledgeEntry[]>
  /** The answer to an error code of this product. Null: no code in the text, or it means nothing here. Reads nothing without a code. */
  solve(tenant: Uuid, about: AboutProduct & { readonly text: string }): Promise<Solution>
  /** Live entries by product. */
  count(tenant: Uuid, productIds: readonly string[]): Promise<ReadonlyMap<string, number>>
  readonly address: typeof addressOfMedium
  readonly codesOf: typeof codesOf
  readonly answering: typeof answering
}

const MOST_REMEMBERED = 5_000
const NONE: Illustration = { steps: [], media: [] }

/** Versions are frozen: what was read once stays right. */
const createMemory = (database: Pick<Database, 'as'>): Showing['illustrate'] => {
  const known = new Map<string, Illustration>()
  return async (tenant, entryId, version) => {
    const key = `${tenant} ${entryId} ${version}`
    const remembered = known.get(key)
    if (remembered) return remembered
    const entry = await database.as(tenant, (tx) => readVersion(tx, tenant, { entryId, version }))
    if (entry === null) return NONE
    const { steps, media } = entry
    const read = steps.length + media.length === 0 ? NONE : { steps, media }
    known.set(key, read)
    if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value!)
    return read
  }
}

const passageOf = ({ id, title, version, topic, answer }: KnowledgeEntry): Passage => ({
  entryId: id,
  title,
  version,
  topic,
  answer,
  alone: false,
  score: 1,
  learned: false,
  why: { words: [], parts: [], figures: null },
})

export const createShowing = ({ database }: { readonly database: Pick<Database, 'as'> }): Showing => {
  const liveFor = async (tenant: Uuid, { productId, ...asker }: AboutProduct): Promise<KnowledgeEntry[]> => {
    const live = await database.as(tenant, (tx) => liveOfProduct(tx, tenant, productId))
    return live.filter((entry) => isForAnybody(entry, asker))
  }
  return {
    illustrate: createMemory(database),
    ofProduct: async (tenant, about) => inLanguage(await liveFor(tenant, about), about.locale),
    solve: async (tenant, { text, ...about }) => {
      const codes = codesIn(text)
      if (codes.length === 0) return null
      const entries = await liveFor(tenant, about)
      const [best] = inLanguage(answering(entries, codes), about.locale)
      if (best) return passageOf(best)
      const families = new Set(entries.flatMap(codesOf).map(familyOfCode))
      return codes.some((code) => families.has(familyOfCode(code))) ? 'unknown' : null
    },
    count: (tenant, productIds) => database.as(tenant, (tx) => countsOfProducts(tx, tenant, productIds)),
    address: addressOfMedium,
    codesOf,
    answering,
  }
}
