// Whom an entry is for, and when: looked at before anything is ranked.
import { hashOf } from './hashes.ts'

export interface Audience {
  /** Empty lists: everybody. `products`: what the entry is about. */
  readonly levels: readonly string[]
  readonly regions: readonly string[]
  readonly products: readonly string[]
}
/** Where and by whom a question is asked. What is not known is not met: an entry for members is not told to a stranger. */
export interface Asker {
  readonly channel?: string
  readonly level?: string
  readonly region?: string
  /** On view or in the order spoken of. Given, entries about other products are left out. */
  readonly productIds?: readonly string[]
  /** Epoch ms. */
  readonly now: number
}

export interface Bounded {
  /** Empty or absent: all. */
  readonly channels?: readonly string[]
  readonly audience?: Audience
  /** Epoch ms; the last moment is no longer inside. */
  readonly validFrom?: number | null
  readonly validTo?: number | null
}

/** Four lists of hashes, each led by its length: channels, levels, regions, products. Empty for an entry for everybody. */
export const boundsOf = ({ channels = [], audience }: Bounded): number[] => {
  const lists = [channels, audience?.levels ?? [], audience?.regions ?? [], audience?.products ?? []]
  if (lists.every((list) => list.length === 0)) return []
  return lists.flatMap((list) => [list.length, ...list.map(hashOf)])
}

/** Numbers that a bounds record takes at `from` of the pool. */
export const lengthOfBounds = (pool: Uint32Array, from: number): number => {
  let at = from
  for (let list = 0; list < 4; list++) at += 1 + pool[at]!
  return at - from
}

export interface AskerHashes {
  /** Channel, level, region: undefined when not known. */
  readonly own: readonly (number | undefined)[]
  readonly products: ReadonlySet<number>
  readonly now: number
}

export const hashesOf = ({ channel, level, region, productIds = [], now }: Asker): AskerHashes => ({
  own: [channel, level, region].map((value) => (value === undefined ? undefined : hashOf(value))),
  products: new Set(productIds.map(hashOf)),
  now,
})

/** 'own': about a product of the asker. */
export type Admission = 'no' | 'yes' | 'own'

export const admit = (pool: Uint32Array, from: number, asker: AskerHashes): Admission => {
  if (from === 0) return 'yes'
  let at = from
  for (const own of asker.own) {
    const length = pool[at++]!
    let met = length === 0
    for (let i = 0; i < length; i++) met ||= pool[at + i] === own
    if (!met) return 'no'
    at += length
  }
  const length = pool[at++]!
  if (length === 0 || asker.products.size === 0) return 'yes'
  for (let i = 0; i < length; i++) if (asker.products.has(pool[at + i]!)) return 'own'
  return 'no'
}
