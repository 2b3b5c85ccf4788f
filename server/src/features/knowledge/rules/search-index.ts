// A tenant's published knowledge as one immutable index: built whole, swapped whole, searched in microseconds.
import type { Uuid } from '@ballast/contract'
import { terms } from '@ballast/understanding'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

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

interface Prepared {
  readonly entry: IndexedEntry
  /** Term sets of the title and of each question. */
  readonly questions: readonly { readonly terms: ReadonlySet<string>; readonly weight: number }[]
  readonly asked: ReadonlySet<string>
  readonly body: ReadonlySet<string>
}

/** Where a term occurs, and how loudly it speaks there. */
interface Posted {
  readonly at: number[]
  readonly share: number[]
}

interface LanguageIndex {
  readonly entries: readonly Prepared[]
  readonly vocabulary: Vocabulary
  readonly postings: ReadonlyMap<string, Posted>
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

const weigh = (set: Iterable<string>, vocabulary: Vocabulary): number => {
  let sum = 0
  for (const term of set) sum += vocabulary.weight(term)
  return sum
}

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

const prepare = ({ questions, ...parsed }: Parsed, vocabulary: Vocabulary): Prepared => ({
  ...parsed,
  questions: questions.map((question) => ({ terms: question, weight: weigh(question, vocabulary) })),
})

const buildLanguage = (entries: readonly IndexedEntry[]): LanguageIndex => {
  const parsed = entries.map(parse)
  const documents = parsed.map(({ asked, body }) => asked.union(body))
  const vocabulary = createVocabulary(documents)
  const prepared = parsed.map((entry) => prepare(entry, vocabulary))
  const postings = new Map<string, Posted>()
  documents.forEach((document, index) => {
    for (const term of document) {
      const posted = postings.get(term) ?? { at: [], share: [] }
      posted.at.push(index)
      posted.share.push(prepared[index]!.asked.has(term) ? 1 : BODY_SHARE)
      postings.set(term, posted)
    }
  })
  const byTopic = Map.groupBy(entries.keys(), (at) => wholeTopic(entries[at]!.topic))
  const exact = Map.groupBy(entries, (entry) => entry.topic)
  const alone = new Set(
    [...exact].flatMap(([topic, list]) => (list.length === 1 && wholeTopic(topic) === topic ? list : [])),
  )
  return { entries: prepared, vocabulary, postings, scores: new Float64Array(entries.length), byTopic, alone }
}

/** What was asked: each term with its weight, and their sum. */
interface Asked {
  readonly terms: readonly (readonly [term: string, weight: number])[]
  readonly weight: number
}

/** Scores of all entries at once and the best dozen by insertion: nothing is sorted or allocated per entry. */
const candidatesFor = (asked: Asked, index: LanguageIndex): number[] => {
  const { scores } = index
  scores.fill(0)
  for (const [term, weight] of asked.terms) {
    const posted = index.postings.get(term)
    if (!posted) continue
    for (let i = 0; i < posted.at.length; i++) scores[posted.at[i]!]! += weight * posted.share[i]!
  }
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
  const known: (readonly [term: string, weight: number])[] = []
  let covered = 0
  for (const one of asked.terms) {
    if (prepared.asked.has(one[0])) {
      known.push(one)
      covered += one[1]
    } else if (prepared.body.has(one[0])) covered += one[1] * BODY_SHARE
  }
  let best = 0
  for (const question of prepared.questions) {
    let shared = 0
    for (const [term, weight] of known) if (question.terms.has(term)) shared += weight
    best = Math.max(best, (2 * shared) / (asked.weight + question.weight))
  }
  return 0.55 * best + 0.45 * (covered / asked.weight)
}

const searchLanguage = (index: LanguageIndex, question: string, { limit = 5, topic }: SearchOptions): Passage[] => {
  const mended = new Set(terms(question).map((term) => index.vocabulary.mend(term)))
  const weighed = [...mended].map((term) => [term, index.vocabulary.weight(term)] as const)
  const asked: Asked = { terms: weighed, weight: weighed.reduce((sum, [, weight]) => sum + weight, 0) }
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
