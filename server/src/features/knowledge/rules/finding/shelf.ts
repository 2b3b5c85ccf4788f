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
  /** Of what is not taken out: sum of its versions and of its lengths. */
  versions: number
  length: number
  /** What terms and dimensions weigh among all entries; NaN: not worked out yet. */
  readonly termWeights: Float32Array
  readonly dimensionWeights: Float32Array
  /** What the terms of each question weigh together, and how long its vector is; NaN: not worked out yet. */
  readonly questionWeights: Float32Array
  readonly questionLengths: Float32Array
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
  /** Where an entry stands that can be found. */
  whereIs(id: Uuid): { readonly held: Held; readonly document: number } | undefined
  /** One segment of all that can be found, made at once. */
  release(): Segment | undefined
  /** Another shelf that holds the same; changes of one are not seen by the other. Segments are shared. */
  copy(): Shelf
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
  versions: segment.versions.reduce((sum, version) => sum + version, 0),
  length: segment.totalLength,
  termWeights: new Float32Array(segment.terms.keys.length).fill(Number.NaN),
  dimensionWeights: new Float32Array(segment.dimensions.keys.length).fill(Number.NaN),
  questionWeights: new Float32Array(segment.gramsFrom.length - 1).fill(Number.NaN),
  questionLengths: new Float32Array(segment.vectorsFrom.length - 1).fill(Number.NaN),
})

/** Weights are worked out anew: they depend on what else is held. */
const again = (held: Held): Held => ({
  ...hold(held.segment),
  dead: held.dead.slice(),
  gone: held.gone,
  versions: held.versions,
  length: held.length,
})

const takeOut = (held: Held, document: number): void => {
  held.dead[document] = 1
  held.gone++
  held.versions -= held.segment.versions[document]!
  held.length -= held.segment.lengths[document]!
}

const bytesHeld = ({ segment, dead, termWeights, dimensionWeights, questionWeights, questionLengths }: Held): number =>
  [dead, termWeights, dimensionWeights, questionWeights, questionLengths].reduce(
    (sum, { byteLength }) => sum + byteLength,
    bytesOf(segment),
  )

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

/** The segment made of `old`; what was taken out of them while it was made is taken out of it, too. */
const successor = (old: readonly Held[], segment: Segment, seen: readonly Uint8Array[]): Held => {
  const next = hold(segment)
  let document = 0
  for (const [i, { dead }] of old.entries())
    for (let before = 0; before < dead.length; before++) {
      if (seen[i]![before] === 1) continue
      if (dead[before] === 1) takeOut(next, document)
      document++
    }
  return next
}

/** The segments themselves, and making few of many. */
const createStack = (begin: readonly Held[]) => {
  let held = begin
  let tidying = false
  function* join(old: readonly Held[]): Generator<undefined, void> {
    const seen = old.map(({ dead }) => dead.slice())
    const segment = yield* mergeSegments(old.map((one, i) => ({ segment: one.segment, dead: seen[i]! })))
    const next = successor(old, segment, seen)
    held = [...(livingIn(next) > 0 ? [next] : []), ...held.filter((one) => !old.includes(one))]
  }
  return {
    held: () => held,
    push: (segment: Segment): void => {
      held = [...held, hold(segment)]
      const size = classOf(held.at(-1)!)
      const small = held.filter((one) => one.segment.documents < SMALL && classOf(one) === size)
      if (!tidying && small.length >= FEW) drain(join(small))
    },
    unruly: () => !tidying && unruly(held) !== null,
    *tidy(): Generator<undefined, void> {
      if (tidying) return
      tidying = true
      try {
        for (let old = unruly(held); old; old = unruly(held)) yield* join(old)
      } finally {
        tidying = false
      }
    },
  }
}

const find = (all: readonly Held[], id: Uuid): { readonly held: Held; readonly document: number } | undefined => {
  const words = uuidWords(id)
  for (const held of all) {
    const document = findDocument(held.segment, words)
    if (document >= 0 && held.dead[document] === 0) return { held, document }
  }
  return undefined
}

export const createShelf = (begin: readonly Held[] = []): Shelf => {
  const { held, push, unruly: isUnruly, tidy } = createStack(begin)
  /** Additions and removals since weights were worked out. */
  let changes = 0
  const total = (of: (one: Held) => number): number => held().reduce((sum, one) => sum + of(one), 0)
  const changed = (by: number): void => {
    changes += by
    if (changes * 64 <= total(livingIn)) return
    changes = 0
    for (const { termWeights, dimensionWeights, questionWeights, questionLengths } of held())
      for (const known of [termWeights, dimensionWeights, questionWeights, questionLengths]) known.fill(Number.NaN)
  }
  return {
    get held() {
      return held()
    },
    get living() {
      return total(livingIn)
    },
    get versions() {
      return total(({ versions }) => versions)
    },
    get meanLength() {
      return Math.max(1, total(({ length }) => length) / Math.max(1, total(livingIn)))
    },
    get bytes() {
      return total(bytesHeld)
    },
    put: (segment) => {
      push(segment)
      changed(segment.documents)
    },
    remove: (id) => {
      const at = find(held(), id)
      if (!at) return false
      takeOut(at.held, at.document)
      changed(1)
      return true
    },
    versionOf: (id) => {
      const at = find(held(), id)
      return at?.held.segment.versions[at.document]
    },
    whereIs: (id) => find(held(), id),
    release: () => (total(livingIn) === 0 ? undefined : drain(mergeSegments(held()))),
    copy: () => createShelf(held().map((one) => again(one))),
    get unruly() {
      return isUnruly()
    },
    tidy,
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

/** Rarer terms weigh more. What was taken out and is still counted must not make a term weigh nothing. */
export const rarityOf = ({ living }: Shelf, count: number): number => {
  const among = Math.min(count, living)
  return Math.log(1 + (living - among + 0.5) / (among + 0.5))
}

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
