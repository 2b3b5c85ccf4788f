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
  /** The only entry of its topic in this language. */
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

interface LanguageIndex {
  readonly entries: readonly Prepared[]
  readonly vocabulary: Vocabulary
  readonly postings: ReadonlyMap<string, readonly number[]>
  readonly byTopic: ReadonlyMap<string, readonly number[]>
}

const CANDIDATES = 12
/** Words in the questions speak louder than words in the answer. */
const BODY_SHARE = 0.5

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
  const postings = new Map<string, number[]>()
  documents.forEach((document, index) => {
    for (const term of document) {
      const list = postings.get(term)
      if (list) list.push(index)
      else postings.set(term, [index])
    }
  })
  const byTopic = Map.groupBy(entries.keys(), (at) => entries[at]!.topic)
  return { entries: parsed.map((entry) => prepare(entry, vocabulary)), vocabulary, postings, byTopic }
}

/** What was asked: each term with its weight, and their sum. */
interface Asked {
  readonly terms: readonly (readonly [term: string, weight: number])[]
  readonly weight: number
}

const candidatesFor = (asked: Asked, index: LanguageIndex): number[] => {
  const scores = new Map<number, number>()
  for (const [term, weight] of asked.terms) {
    for (const at of index.postings.get(term) ?? []) {
      const loud = index.entries[at]!.asked.has(term) ? 1 : BODY_SHARE
      scores.set(at, (scores.get(at) ?? 0) + weight * loud)
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .map(([at]) => at)
}

/** How well one entry fits: likeness to its best question, and how much of what was asked it speaks of at all. */
const fit = (asked: Asked, prepared: Prepared): number => {
  const known = asked.terms.filter(([term]) => prepared.asked.has(term))
  let best = 0
  for (const question of prepared.questions) {
    let shared = 0
    for (const [term, weight] of known) if (question.terms.has(term)) shared += weight
    best = Math.max(best, (2 * shared) / (asked.weight + question.weight))
  }
  let covered = 0
  for (const [term, weight] of asked.terms) {
    covered += weight * (prepared.asked.has(term) ? 1 : prepared.body.has(term) ? BODY_SHARE : 0)
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
      const alone = index.byTopic.get(entry.topic)!.length === 1
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
