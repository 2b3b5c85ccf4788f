// A tenant's published knowledge as one immutable index: built whole, swapped whole, searched in microseconds.
import type { Uuid } from '@ballast/contract'
import { terms } from '@ballast/understanding'
import { createVocabulary, type TermId, UNKNOWN, type Vocabulary } from './vocabulary.ts'

export interface IndexedEntry {
  readonly id: Uuid
  readonly locale: string
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
  readonly topic: string
  readonly version: number
}

/** An entry that may answer a question. */
export interface Passage {
  readonly entryId: Uuid
  readonly title: string
  readonly version: number
  readonly topic: string
  readonly answer: string
  /** The only entry of its whole topic in this language; parts of a topic, `return.box`, do not count. */
  readonly alone: boolean
  /** 0…1: how surely this entry is about the question. Below about 0.5 it is a guess. */
  readonly score: number
}

export interface SearchOptions {
  /** Default 5. */
  readonly limit?: number
  readonly topic?: string
}

export interface SearchIndex {
  /** Best first. Only entries in the question's language are looked at; those of `topic` whether their words fit or not. */
  search(question: string, locale: string, more?: SearchOptions): Passage[]
  readonly size: number
}

/** Ascending term numbers: a stretch of one array that all entries share. Hundreds of small arrays would weigh on the collector. */
interface Terms {
  readonly in: Uint32Array
  readonly from: number
  readonly to: number
}

interface Prepared {
  readonly entry: IndexedEntry
  /** Terms of the title and of each question, and what they weigh together. */
  readonly questions: readonly { readonly terms: Terms; readonly weight: number }[]
  readonly asked: Terms
  readonly body: Terms
}

/** Where terms occur: of term t at places from[t] … from[t + 1] of `at`; `loud` when it stands in a question there. */
interface Postings {
  readonly from: Uint32Array
  readonly at: Uint16Array
  readonly loud: Uint8Array
}

interface LanguageIndex {
  readonly entries: readonly Prepared[]
  readonly vocabulary: Vocabulary
  readonly postings: Postings
  /** Room for one score an entry, used anew by each search. */
  readonly scores: Float64Array
  readonly byTopic: ReadonlyMap<string, readonly number[]>
  /** Entries that are the only one of a whole topic. */
  readonly alone: ReadonlySet<IndexedEntry>
}

const CANDIDATES = 12
/** Words in the questions speak louder than words in the answer. */
const BODY_SHARE = 0.5

/** A topic may name a part of another: `return.box` belongs to `return`. */
const wholeTopic = (topic: string): string => topic.split('.', 1)[0]!

const languageOf = (locale: string): string => locale.split('-')[0]!.toLowerCase()

/** Taking texts apart is most of the work of building an index, so it is done once. */
interface Parsed {
  readonly entry: IndexedEntry
  readonly questions: readonly ReadonlySet<string>[]
  readonly asked: ReadonlySet<string>
  readonly body: ReadonlySet<string>
}

const parse = (entry: IndexedEntry): Parsed => {
  const questions = [entry.title, ...entry.questions].map((text) => new Set(terms(text)))
  const asked = new Set(questions.flatMap((question) => [...question]))
  return { entry, questions, asked, body: new Set(terms(entry.answer)) }
}

const numbered = (set: ReadonlySet<string>, vocabulary: Vocabulary): Uint32Array =>
  Uint32Array.from(set, (term) => vocabulary.idOf(term)).sort()

/** Lays term sets side by side in one array. */
const createShelf = (room: number, vocabulary: Vocabulary) => {
  const all = new Uint32Array(room)
  let end = 0
  return (set: ReadonlySet<string>): Terms => {
    const from = end
    all.set(numbered(set, vocabulary), from)
    end += set.size
    return { in: all, from, to: end }
  }
}

const prepareAll = (parsed: readonly Parsed[], vocabulary: Vocabulary): Prepared[] => {
  const sets = parsed.flatMap(({ questions, asked, body }) => [...questions, asked, body])
  const shelve = createShelf(
    sets.reduce((sum, set) => sum + set.size, 0),
    vocabulary,
  )
  const weigh = ({ in: all, from, to }: Terms) =>
    all.subarray(from, to).reduce((sum, id) => sum + vocabulary.weightOf(id), 0)
  return parsed.map(({ entry, questions, asked, body }) => ({
    entry,
    questions: questions.map(shelve).map((one) => ({ terms: one, weight: weigh(one) })),
    asked: shelve(asked),
    body: shelve(body),
  }))
}

const holds = ({ in: all, from, to }: Terms, id: TermId): boolean => {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (all[middle]! < id) low = middle + 1
    else high = middle
  }
  return low < to && all[low] === id
}

const post = (entries: readonly Prepared[], documents: readonly Uint32Array[], size: number): Postings => {
  const from = new Uint32Array(size + 1)
  for (const document of documents) for (const id of document) from[id + 1]!++
  for (let id = 0; id < size; id++) from[id + 1]! += from[id]!
  const next = from.slice()
  const at = new Uint16Array(from[size]!)
  const loud = new Uint8Array(from[size]!)
  for (const [index, document] of documents.entries())
    for (const id of document) {
      const place = next[id]!++
      at[place] = index
      loud[place] = holds(entries[index]!.asked, id) ? 1 : 0
    }
  return { from, at, loud }
}

const buildLanguage = (entries: readonly IndexedEntry[]): LanguageIndex => {
  const parsed = entries.map(parse)
  const documents = parsed.map(({ asked, body }) => asked.union(body))
  const vocabulary = createVocabulary(documents)
  const prepared = prepareAll(parsed, vocabulary)
  const numbers = documents.map((document) => numbered(document, vocabulary))
  const postings = post(prepared, numbers, vocabulary.size)
  const byTopic = Map.groupBy(entries.keys(), (at) => wholeTopic(entries[at]!.topic))
  const exact = Map.groupBy(entries, (entry) => entry.topic)
  const alone = new Set(
    [...exact].flatMap(([topic, list]) => (list.length === 1 && wholeTopic(topic) === topic ? list : [])),
  )
  return { entries: prepared, vocabulary, postings, scores: new Float64Array(entries.length), byTopic, alone }
}

/** What was asked: the known terms with their weights; the sum counts what the index knows nothing of, too. */
interface Asked {
  readonly terms: readonly (readonly [id: TermId, weight: number])[]
  readonly weight: number
}

const askedOf = (question: string, vocabulary: Vocabulary): Asked => {
  const known = new Map<TermId, number>()
  let weight = 0
  for (const term of new Set(terms(question))) {
    const id = vocabulary.mend(term)
    if (id === UNKNOWN) weight += vocabulary.weightOfUnknown(term)
    else if (!known.has(id)) {
      known.set(id, vocabulary.weightOf(id))
      weight += vocabulary.weightOf(id)
    }
  }
  return { terms: [...known], weight }
}

/** Scores of all entries at once and the best dozen by insertion: nothing is sorted or allocated per entry. */
const candidatesFor = (asked: Asked, index: LanguageIndex): number[] => {
  const { scores, postings } = index
  scores.fill(0)
  for (const [id, weight] of asked.terms)
    for (let place = postings.from[id]!; place < postings.from[id + 1]!; place++)
      scores[postings.at[place]!]! += postings.loud[place] === 1 ? weight : weight * BODY_SHARE
  const best: number[] = []
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!
    if (score === 0 || (best.length === CANDIDATES && score <= scores[best[CANDIDATES - 1]!]!)) continue
    let place = best.length
    while (place > 0 && scores[best[place - 1]!]! < score) place--
    best.splice(place, 0, at)
    if (best.length > CANDIDATES) best.pop()
  }
  return best
}

/** How well one entry fits: likeness to its best question, and how much of what was asked it speaks of at all. */
const fit = (asked: Asked, prepared: Prepared): number => {
  const known: (readonly [id: TermId, weight: number])[] = []
  let covered = 0
  for (const one of asked.terms) {
    if (holds(prepared.asked, one[0])) {
      known.push(one)
      covered += one[1]
    } else if (holds(prepared.body, one[0])) covered += one[1] * BODY_SHARE
  }
  let best = 0
  for (const question of prepared.questions) {
    let shared = 0
    for (const [id, weight] of known) if (holds(question.terms, id)) shared += weight
    best = Math.max(best, (2 * shared) / (asked.weight + question.weight))
  }
  return 0.55 * best + 0.45 * (covered / asked.weight)
}

const searchLanguage = (index: LanguageIndex, question: string, { limit = 5, topic }: SearchOptions): Passage[] => {
  const asked = askedOf(question, index.vocabulary)
  if (asked.weight === 0) return []
  const ofTopic = (topic === undefined ? undefined : index.byTopic.get(topic))?.slice(0, CANDIDATES) ?? []
  return [...new Set([...candidatesFor(asked, index), ...ofTopic])]
    .map((at) => ({ at, score: fit(asked, index.entries[at]!) }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map(({ at, score }) => {
      const { entry } = index.entries[at]!
      const { title, version, answer } = entry
      const alone = index.alone.has(entry)
      return { entryId: entry.id, title, version, topic: entry.topic, answer, alone, score: Math.min(1, score) }
    })
}

export const buildIndex = (entries: readonly IndexedEntry[]): SearchIndex => {
  const byLanguage = Map.groupBy(entries, (entry) => languageOf(entry.locale))
  const languages = new Map([...byLanguage].map(([language, list]) => [language, buildLanguage(list)]))
  return {
    size: entries.length,
    search: (question, locale, more = {}) => {
      const index = languages.get(languageOf(locale))
      return index ? searchLanguage(index, question, more) : []
    },
  }
}
