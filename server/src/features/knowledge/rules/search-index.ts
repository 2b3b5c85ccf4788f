// A tenant's published knowledge in memory: found by words and by meaning, changed entry by entry.
import type { Uuid } from '@ballast/contract'
import type { Meaning } from '@ballast/understanding/similar'
import { askedOf } from './finding/ask.ts'
import { type Asker, type AskerHashes, hashesOf } from './finding/audience.ts'
import {
  buildSegment,
  type IndexedEntry,
  productTerm,
  topicTerm,
  wholeTopic,
  wholeTopicTerm,
} from './finding/build-segment.ts'
import type { EntryClassifier } from './finding/entry-classifier.ts'
import { fitAll } from './finding/fit.ts'
import { fuse, type Why, wordsIn } from './finding/fuse.ts'
import { uuidAt } from './finding/hashes.ts'
import { admissionOf, type Candidate, candidatesFor, distinct, standsOnOne } from './finding/scan.ts'
import { type Segment, textsAt } from './finding/segment.ts'
import { createShelf, type Shelf } from './finding/shelf.ts'
import { surenessOf } from './finding/sureness.ts'
import { languageOf } from './language-of.ts'

export type { Asker, Audience } from './finding/audience.ts'
export type { IndexedEntry } from './finding/build-segment.ts'
export {
  type EntryClassifier,
  entryClassifierFromBytes,
  type Lesson,
  MOST_TAUGHT,
  teachEntries,
} from './finding/entry-classifier.ts'
export type { Why } from './finding/fuse.ts'
export { buffersOf } from './finding/segment.ts'

/** An entry that may answer a question. */
export interface Passage {
  readonly entryId: Uuid
  readonly title: string
  readonly version: number
  readonly topic: string
  readonly answer: string
  /** The only entry of its whole topic in this language; parts of a topic, `return.box`, do not count. */
  readonly alone: boolean
  /** 0…1: of entries with such a score, this share is what was asked; until the shop's classifier is taught, likeness. */
  readonly score: number
  /** The classifier had its say. */
  readonly learned: boolean
  readonly why: Why
}

export interface SearchOptions {
  /** Default 5. */
  readonly limit?: number
  /** Entries of these topics are looked at whether their words fit or not. */
  readonly topics?: readonly string[]
  /** Entries that speak of something the question names outright, such as an error code: they come first. */
  readonly named?: ReadonlySet<Uuid>
  /** Absent: somebody of whom nothing is known, at no particular time. */
  readonly for?: Asker
}

export interface SearchIndex {
  /** Best first. Only entries in the question's language that are for this asker now are looked at. */
  search(question: string, locale: string, more?: SearchOptions): Passage[]
  readonly size: number
  readonly bytes: number
  /** Entries held and the sum of their versions, as `8:12`. */
  readonly standing: string
  /** The version held of an entry. */
  versionOf(id: Uuid): number | undefined
  /** Puts an entry in, or in place of the one of the same id; far less than a millisecond. */
  put(entry: IndexedEntry): void
  /** Takes over entries made ready elsewhere; none of their ids may be held. */
  adopt(ready: readonly ReadySegment[]): void
  remove(id: Uuid): boolean
  /** From now on its word counts, too; null: there is none, or it knows too little of what has changed since. */
  listen(classifier: EntryClassifier | null): void
  /** All that is held, one segment a language; the index is empty afterwards. */
  release(): ReadySegment[]
  /** Another index that holds the same, for trying something out: far less than a millisecond an entry. */
  copy(): SearchIndex
  /** Changes have left work that nobody does yet. */
  readonly unruly: boolean
  /** That work, in steps of a third of a millisecond; searches and changes may go on between them. */
  tidy(): Generator<undefined, void>
}

/** Entries of one language made ready, by any thread. */
export interface ReadySegment {
  readonly language: string
  readonly segment: Segment
}

/** The work of taking texts apart: a tenth of a millisecond an entry and more, so it may be done in another thread. */
export const readySegments = (entries: readonly IndexedEntry[], meaning?: Meaning): ReadySegment[] =>
  [...Map.groupBy(entries, ({ locale }) => languageOf(locale))].map(([language, list]) => ({
    language,
    segment: buildSegment(list, meaning),
  }))

const NONE: ReadonlySet<Uuid> = new Set()
const isAmong = (named: ReadonlySet<Uuid>, { held, document }: Candidate): boolean =>
  named.size > 0 && named.has(uuidAt(held.segment.ids, document * 4))

const ANYBODY: AskerHashes = { own: [undefined, undefined, undefined], products: new Set(), now: Number.NaN }

const passageOf = (
  candidate: Candidate,
  more: { readonly shelf: Shelf; readonly asker: AskerHashes; readonly score: number; readonly why: Why },
): Passage => {
  const { held, document } = candidate
  const { title, topic, answer } = textsAt(held.segment, document)
  return {
    entryId: uuidAt(held.segment.ids, document * 4),
    title,
    version: held.segment.versions[document]!,
    topic,
    answer,
    alone: wholeTopic(topic) === topic && standsOnOne(more.shelf, topicTerm(topic), more.asker),
    score: more.score,
    learned: more.why.figures?.likely !== undefined,
    why: more.why,
  }
}

/** Entries the classifier may put forward whose words do not fit. */
const MOST_GUESSES = 8

interface SearchIn extends SearchOptions {
  readonly meaning: Meaning | undefined
  readonly classifier: EntryClassifier | null
  readonly language: string
}

/** How likely the classifier holds each entry it was taught, and where those it puts forward stand. */
const guessesOf = (shelf: Shelf, question: string, { classifier, language }: SearchIn) => {
  const guesses = classifier?.guess(question, language, MOST_GUESSES) ?? []
  const places = guesses.flatMap(({ entryId, likely }) => {
    const place = shelf.whereIs(entryId)
    return place ? [{ ...place, likely }] : []
  })
  /** Absent: judge by words and meaning alone. */
  const likelyAt = ({ held, document }: Candidate): { likely: number } | undefined => {
    const { ids, versions } = held.segment
    if (!classifier?.knows(uuidAt(ids, document * 4), versions[document]!)) return undefined
    return { likely: places.find((place) => place.held === held && place.document === document)?.likely ?? 0 }
  }
  return { places, likelyAt }
}

const searchShelf = (shelf: Shelf, question: string, options: SearchIn): Passage[] => {
  const { limit = 5, topics = [], named = NONE, for: from, meaning } = options
  const asked = askedOf(question, shelf, meaning)
  if (asked.weight === 0) return []
  const asker = from ? hashesOf(from) : ANYBODY
  const marks = (from?.productIds ?? []).map(productTerm)
  marks.push(...topics.map(wholeTopicTerm))
  const { places, likelyAt } = guessesOf(shelf, question, options)
  const allowed = places.filter(({ held, document }) => admissionOf(held, document, asker) !== 'no')
  const ranked = fitAll(asked, shelf, distinct([...candidatesFor(asked, shelf, { asker, marks, named }), ...allowed]))
    .map(({ candidate, fit, words }) => {
      const own = admissionOf(candidate.held, candidate.document, asker) === 'own'
      const likely = likelyAt(candidate)
      return { candidate, fit, words, likely, ...fuse(fit, { own, named: isAmong(named, candidate), ...likely }) }
    })
    .sort((a, b) => b.rank - a.rank || compareIds(a.candidate, b.candidate))
  return ranked.slice(0, limit).map(({ candidate, fit, sum, likely, parts, words }, place) => {
    const telling = words()
    const figures = {
      sum,
      rival: ranked[place === 0 ? 1 : 0]?.sum ?? 0,
      words: wordsIn(fit),
      meaning: fit.vector,
      ...likely,
      telling: telling.length,
      length: question.length,
    }
    return passageOf(candidate, {
      shelf,
      asker,
      score: surenessOf(figures),
      why: { words: telling, parts, figures },
    })
  })
}

/** Equal ones by id, however the index came to hold them. */
const compareIds = (a: Candidate, b: Candidate): number => {
  for (let i = 0; i < 4; i++) {
    const difference = a.held.segment.ids[a.document * 4 + i]! - b.held.segment.ids[b.document * 4 + i]!
    if (difference !== 0) return difference
  }
  return 0
}

const copiesOf = (shelves: ReadonlyMap<string, Shelf>): Map<string, Shelf> =>
  new Map([...shelves].map(([language, shelf]) => [language, shelf.copy()]))

/** Entries and questions are read with the same meaning. */
export const createSearchIndex = (
  meaning?: Meaning,
  begin?: { readonly shelves: ReadonlyMap<string, Shelf>; readonly classifier: EntryClassifier | null },
): SearchIndex => {
  const shelves = new Map<string, Shelf>(begin?.shelves)
  let classifier = begin?.classifier ?? null
  const shelfOf = (language: string): Shelf => {
    const known = shelves.get(language) ?? createShelf()
    shelves.set(language, known)
    return known
  }
  const total = (of: (shelf: Shelf) => number) => shelves.values().reduce((sum, shelf) => sum + of(shelf), 0)
  const remove = (id: Uuid): boolean => shelves.values().some((shelf) => shelf.remove(id))
  function* tidyAll(): Generator<undefined, void> {
    for (const shelf of shelves.values()) if (shelf.unruly) yield* shelf.tidy()
  }
  return {
    get size() {
      return total(({ living }) => living)
    },
    get bytes() {
      return total(({ bytes }) => bytes) + (classifier?.bytes ?? 0)
    },
    get standing() {
      return `${total(({ living }) => living)}:${total(({ versions }) => versions)}`
    },
    versionOf: (id) =>
      shelves
        .values()
        .map((shelf) => shelf.versionOf(id))
        .find((version) => version !== undefined),
    search: (question, locale, more = {}) => {
      const language = languageOf(locale)
      const shelf = shelves.get(language)
      return shelf && shelf.living > 0 ? searchShelf(shelf, question, { ...more, meaning, classifier, language }) : []
    },
    put: (entry) => {
      remove(entry.id)
      shelfOf(languageOf(entry.locale)).put(buildSegment([entry], meaning))
    },
    adopt: (ready) => {
      for (const { language, segment } of ready) shelfOf(language).put(segment)
    },
    remove,
    listen: (one) => {
      classifier = one
    },
    release: () => {
      const ready = [...shelves].flatMap(([language, shelf]) => {
        const segment = shelf.release()
        return segment ? [{ language, segment }] : []
      })
      shelves.clear()
      return ready
    },
    copy: () => createSearchIndex(meaning, { shelves: copiesOf(shelves), classifier }),
    get unruly() {
      return shelves.values().some((shelf) => shelf.unruly)
    },
    tidy: tidyAll,
  }
}

export const buildIndex = (entries: readonly IndexedEntry[], meaning?: Meaning): SearchIndex => {
  const index = createSearchIndex(meaning)
  index.adopt(readySegments(entries, meaning))
  return index
}
