// The segments of one language: small ones at the end for what just changed, made one with their likes now and then.
import type { Uuid } from '@ballast/contract'
import { uuidWords } from './hashes.ts'
import { placeOf } from './lists.ts'
import { mergeSegments, type Part } from './merge-segments.ts'
import { bytesOf, findDocument, type Segment } from './segment.ts'
import { SHARE_STEPS } from './term-shares.ts'

/** A segment in use. */
export interface Held extends Part {
  gone: number
  /** What terms and dimensions weigh among all entries; NaN: not worked out yet. */
  readonly termWeights: Float32Array
  readonly dimensionWeights: Float32Array
}

export interface Shelf {
  readonly held: readonly Held[]
  /** Entries that can be found. */
  readonly living: number
  /** Sum of the versions of what can be found. */
  readonly versions: number
  /** Mean terms of an entry. */
  readonly meanLength: number
  readonly bytes: number
  put(segment: Segment): void
  remove(id: Uuid): boolean
  /** The version held of an entry. */
  versionOf(id: Uuid): number | undefined
  /** One segment of all that can be found, made at once. */
  release(): Segment | undefined
  /** There is something to tidy, and nobody does. */
  readonly unruly: boolean
  /** Makes few segments of many, in steps of a third of a millisecond; searches and changes may go on between them. */
  tidy(): Generator<undefined, void>
}

/** So many of a size become one. */
const FEW = 4
/** Up to here segments are made one at once, in far less than a millisecond. */
const SMALL = 16

const hold = (segment: Segment): Held => ({
  segment,
  dead: new Uint8Array(segment.documents),
  gone: 0,
  termWeights: new Float32Array(segment.terms.keys.length).fill(Number.NaN),
  dimensionWeights: new Float32Array(segment.dimensions.keys.length).fill(Number.NaN),
})

const livingIn = ({ segment, gone }: Held): number => segment.documents - gone
const classOf = (held: Held): number => Math.floor(Math.log(Math.max(1, livingIn(held))) / Math.log(FEW))

/** What should become one: enough of a size, or one that is half gone; smallest first. */
const unruly = (all: readonly Held[]): Held[] | null => {
  const bySize = Map.groupBy(all, classOf)
  for (const size of [...bySize.keys()].sort((a, b) => a - b)) {
    const alike = bySize.get(size)!
    if (alike.length >= FEW) return alike
  }
  const worn = all.find(({ segment, gone }) => gone * 2 > segment.documents)
  return worn ? [worn] : null
}

const drain = <T>(steps: Generator<undefined, T>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export const createShelf = (): Shelf => {
  let held: Held[] = []
  let living = 0
  let totalLength = 0
  let versions = 0
  let tidying = false
  /** Additions and removals since weights were worked out. */
  let changes = 0

  const changed = (by: number): void => {
    changes += by
    if (changes * 64 <= living) return
    changes = 0
    for (const { termWeights, dimensionWeights } of held) {
      termWeights.fill(Number.NaN)
      dimensionWeights.fill(Number.NaN)
    }
  }
  const find = (id: Uuid): { readonly one: Held; readonly document: number } | undefined => {
    const words = uuidWords(id)
    for (const one of held) {
      const document = findDocument(one.segment, words)
      if (document >= 0 && one.dead[document] === 0) return { one, document }
    }
    return undefined
  }
  const markGone = (one: Held, document: number): void => {
    one.dead[document] = 1
    one.gone++
    living--
    totalLength -= one.segment.lengths[document]!
    versions -= one.segment.versions[document]!
  }
  /** Swaps `old` for the segment made of them; what was taken out while it was made is taken out of it, too. */
  const swap = (old: readonly Held[], { segment, seen }: { segment: Segment; seen: readonly Uint8Array[] }): void => {
    const next = hold(segment)
    let document = 0
    for (const [i, { dead }] of old.entries())
      for (let before = 0; before < dead.length; before++) {
        if (seen[i]![before] === 1) continue
        if (dead[before] === 1) {
          next.dead[document] = 1
          next.gone++
        }
        document++
      }
    held = [...(livingIn(next) > 0 ? [next] : []), ...held.filter((one) => !old.includes(one))]
  }
  function* join(old: readonly Held[]): Generator<undefined, void> {
    const seen = old.map(({ dead }) => dead.slice())
    const parts = old.map(({ segment }, i) => ({ segment, dead: seen[i]! }))
    swap(old, { segment: yield* mergeSegments(parts), seen })
  }
  function* tidyAll(): Generator<undefined, void> {
    tidying = true
    try {
      for (let old = unruly(held); old; old = unruly(held)) yield* join(old)
    } finally {
      tidying = false
    }
  }
  return {
    get held() {
      return held
    },
    get living() {
      return living
    },
    get versions() {
      return versions
    },
    get meanLength() {
      return living > 0 ? Math.max(1, totalLength / living) : 1
    },
    get bytes() {
      return held.reduce(
        (sum, one) =>
          sum +
          bytesOf(one.segment) +
          one.dead.byteLength +
          one.termWeights.byteLength +
          one.dimensionWeights.byteLength,
        0,
      )
    },
    put: (segment) => {
      held = [...held, hold(segment)]
      living += segment.documents
      totalLength += segment.totalLength
      versions += segment.versions.reduce((sum, version) => sum + version, 0)
      changed(segment.documents)
      // Small ones are nobody's in the background: those being made one there are larger, or were there before.
      const small = held.filter((one) => one.segment.documents < SMALL && classOf(one) === classOf(held.at(-1)!))
      if (!tidying && small.length >= FEW) drain(join(small))
    },
    remove: (id) => {
      const at = find(id)
      if (!at) return false
      markGone(at.one, at.document)
      changed(1)
      return true
    },
    versionOf: (id) => {
      const at = find(id)
      return at?.one.segment.versions[at.document]
    },
    release: () => (living === 0 ? undefined : drain(mergeSegments(held))),
    get unruly() {
      return !tidying && unruly(held) !== null
    },
    tidy: tidyAll,
  }
}

/** In how many entries a term stands, those taken out and not yet forgotten included. */
const countOf = (shelf: Shelf, key: number, of: 'terms' | 'dimensions'): number => {
  let count = 0
  for (const { segment } of shelf.held) {
    const place = placeOf(segment[of].keys, key)
    if (place >= 0) count += segment[of].from[place + 1]! - segment[of].from[place]!
  }
  return count
}

export const termCount = (shelf: Shelf, key: number): number => countOf(shelf, key, 'terms')

/** Rarer terms weigh more. */
export const rarityOf = (shelf: Shelf, count: number): number =>
  Math.log(1 + Math.max(0, shelf.living - count + 0.5) / (count + 0.5))

export const weightOfTerm = (shelf: Shelf, { segment, termWeights }: Held, place: number): number => {
  const known = termWeights[place]!
  if (!Number.isNaN(known)) return known
  const rarity = rarityOf(shelf, termCount(shelf, segment.terms.keys[place]!))
  const weight = (rarity * segment.shares[place]!) / SHARE_STEPS
  termWeights[place] = weight
  return weight
}

export const rarityOfDimension = (shelf: Shelf, dimension: number): number =>
  Math.log(1 + (shelf.living + 1) / (countOf(shelf, dimension, 'dimensions') + 1))

export const weightOfDimension = (shelf: Shelf, { segment, dimensionWeights }: Held, place: number): number => {
  const known = dimensionWeights[place]!
  if (!Number.isNaN(known)) return known
  const weight = rarityOfDimension(shelf, segment.dimensions.keys[place]!)
  dimensionWeights[place] = weight
  return weight
}
