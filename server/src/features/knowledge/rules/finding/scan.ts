// Which entries are worth a closer look: postings of the rarest terms and dimensions, added up in one array.

import type { Asked } from './ask.ts'
import { type Admission, type AskerHashes, admit } from './audience.ts'
import { documentOf, uuidWords } from './hashes.ts'
import { placeOf } from './lists.ts'
import { documentIn, loudIn, quietIn, strengthIn } from './segment.ts'
import type { Held, Shelf } from './shelf.ts'

export interface Candidate {
  readonly held: Held
  readonly document: number
}

/** Postings read for one question: what bounds the time of a search. Rare terms come first and never fall to it. */
const TERM_BUDGET = 60_000
const VECTOR_BUDGET = 30_000
const MOST_BY_TERMS = 24
const MOST_BY_VECTOR = 16
const MOST_BY_MARK = 12

const K = 1.2
const B = 0.4
const SHORT = K * (1 - B)
/** Words in the questions speak louder than words in the answer. */
export const BODY_SHARE = 0.5

/** BM25's damping: the tenth time a word stands in a long text says little. */
export const damped = (value: number, length: number, mean: number): number => {
  const times = loudIn(value) + quietIn(value) * BODY_SHARE
  return (times * (K + 1)) / (times + SHORT + (K * B * length) / mean)
}

/** Sums by document while one segment is scanned; all zero between searches. */
let sums = new Float32Array(1024)

export const admissionOf = ({ segment, dead }: Held, document: number, asker: AskerHashes): Admission =>
  dead[document] === 1 || segment.validFrom[document]! > asker.now || segment.validTo[document]! <= asker.now
    ? 'no'
    : admit(segment.pool, segment.bounds[document]!, asker)

/** The best few by insertion; whoever may not be told is never among them. */
const createBest = (most: number, asker: AskerHashes) => {
  const best: { held: Held; document: number; score: number }[] = []
  return {
    best,
    /** Takes what the scan of a segment summed up and clears it. */
    take: (held: Held): void => {
      const end = held.segment.documents
      let least = best.length === most ? best[most - 1]!.score : 0
      for (let document = 0; document < end; document++) {
        const score = sums[document]!
        if (score <= least || admissionOf(held, document, asker) === 'no') continue
        if (best.length === most) best.pop()
        let place = best.length
        while (place > 0 && best[place - 1]!.score < score) place--
        best.splice(place, 0, { held, document, score })
        if (best.length === most) least = best[most - 1]!.score
      }
      sums.fill(0, 0, end)
    },
  }
}

const within = <T extends { readonly count: number }>(terms: readonly T[], budget: number): T[] => {
  let left = budget
  return terms
    .toSorted((a, b) => a.count - b.count)
    .filter(({ count }, i) => {
      left -= count
      return i === 0 || left >= 0
    })
}

const sumTerms = (held: Held, terms: readonly { readonly key: number; readonly weight: number }[], mean: number) => {
  const { keys, from, values } = held.segment.terms
  const { lengths } = held.segment
  const perTerm = (K * B) / mean
  for (const { key, weight } of terms) {
    const place = placeOf(keys, key)
    if (place < 0) continue
    const strength = weight * (K + 1)
    const end = from[place + 1]!
    for (let i = from[place]!; i < end; i++) {
      const value = values[i]!
      const document = value >>> 10
      const times = ((value >>> 5) & 31) + (value & 31) * BODY_SHARE
      sums[document]! += (strength * times) / (times + SHORT + perTerm * lengths[document]!)
    }
  }
}

const sumVector = (held: Held, vector: readonly { readonly key: number; readonly pull: number }[]) => {
  const { keys, from, values } = held.segment.dimensions
  for (const { key, pull } of vector) {
    const place = placeOf(keys, key)
    if (place < 0) continue
    for (let i = from[place]!; i < from[place + 1]!; i++) sums[documentIn(values[i]!)]! += strengthIn(values[i]!) * pull
  }
}

/** The first living ones that a mark, such as a topic, stands on. */
const marked = (shelf: Shelf, key: number, asker: AskerHashes): Candidate[] => {
  const found: Candidate[] = []
  for (const held of shelf.held) {
    const { keys, from, values } = held.segment.terms
    const place = placeOf(keys, key)
    if (place < 0) continue
    for (let i = from[place]!; i < from[place + 1]! && found.length < MOST_BY_MARK; i++) {
      const document = documentIn(values[i]!)
      if (admissionOf(held, document, asker) !== 'no') found.push({ held, document })
    }
  }
  return found
}

/** Those named outright that this asker may be told. */
const byName = (shelf: Shelf, named: ReadonlySet<string>, asker: AskerHashes): Candidate[] => {
  if (named.size === 0) return []
  const ids = [...named].slice(0, MOST_BY_MARK).map(uuidWords)
  return shelf.held.flatMap((held) =>
    ids.flatMap((id) => {
      const document = documentOf(held.segment.table, held.segment.ids, id)
      return document < 0 || admissionOf(held, document, asker) === 'no' ? [] : [{ held, document }]
    }),
  )
}

/** Is `key` on exactly one entry that this asker may be told? */
export const standsOnOne = (shelf: Shelf, key: number, asker: AskerHashes): boolean =>
  marked(shelf, key, asker).length === 1

/** Each once. */
export const distinct = (candidates: readonly Candidate[]): Candidate[] => {
  const seen = new Map<Held, Set<number>>()
  return candidates.filter(({ held, document }) => {
    const documents = seen.get(held) ?? new Set()
    seen.set(held, documents)
    return documents.size < documents.add(document).size
  })
}

export const candidatesFor = (
  asked: Asked,
  shelf: Shelf,
  {
    asker,
    marks,
    named,
  }: { readonly asker: AskerHashes; readonly marks: readonly number[]; readonly named: ReadonlySet<string> },
): Candidate[] => {
  const largest = shelf.held.reduce((most, { segment }) => Math.max(most, segment.documents), 0)
  if (largest > sums.length) sums = new Float32Array(largest * 2)
  const byKey = new Map([...asked.grams, ...asked.words].map((term) => [term.key, term]))
  const terms = within([...byKey.values()], TERM_BUDGET)
  const counted = asked.vector.map(({ key, value, rarity }) => ({
    key,
    pull: value * rarity,
    count: countFrom(rarity, shelf),
  }))
  const vector = within(counted, VECTOR_BUDGET)
  const byTerms = createBest(MOST_BY_TERMS, asker)
  const byVector = createBest(MOST_BY_VECTOR, asker)
  for (const held of shelf.held) {
    sumTerms(held, terms, shelf.meanLength)
    byTerms.take(held)
    sumVector(held, vector)
    byVector.take(held)
  }
  const byMark = marks.flatMap((key) => marked(shelf, key, asker))
  return distinct([...byTerms.best, ...byVector.best, ...byMark, ...byName(shelf, named, asker)])
}

/** How many entries have a dimension, out of its rarity. */
const countFrom = (rarity: number, shelf: Shelf): number => (shelf.living + 1) / (Math.exp(rarity) - 1) - 1
