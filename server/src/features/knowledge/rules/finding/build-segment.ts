// Entries taken apart into one segment. About a tenth of a millisecond an entry: more than a few go to a thread.
import type { Uuid } from '@ballast/contract'
import type { Meaning, Sentence } from '@ballast/understanding/similar'
import { type Bounded, boundsOf } from './audience.ts'
import { createTable, hashOf, uuidWords } from './hashes.ts'
import { createLists, placeOf } from './lists.ts'
import { readText, sentenceOfText } from './read-text.ts'
import { posting, type Segment } from './segment.ts'
import { canBeMeant, piecesOf } from './spelling.ts'
import { SHARE_STEPS, shareOf } from './term-shares.ts'

export interface IndexedEntry extends Bounded {
  readonly id: Uuid
  readonly locale: string
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
  readonly topic: string
  readonly version: number
}

/** A topic may name a part of another: `return.box` belongs to `return`. */
export const wholeTopic = (topic: string): string => topic.split('.', 1)[0]!
/** What is not a word but found like one. */
export const topicTerm = (topic: string): number => hashOf(`\u0001${topic}`)
export const wholeTopicTerm = (topic: string): number => hashOf(`\u0002${topic}`)
export const productTerm = (productId: string): number => hashOf(`\u0003${productId}`)

interface Counts {
  loud: number
  quiet: number
}

/** What is gathered of entries before it is laid out flat. */
interface Gathered {
  readonly termKeys: number[]
  readonly termValues: number[]
  readonly spelt: Map<number, string>
  readonly dimensionKeys: number[]
  readonly dimensionValues: number[]
  readonly questions: { readonly grams: readonly number[]; readonly sentence: Sentence }[]
  readonly questionsFrom: number[]
  readonly lengths: number[]
}

const gatherTerms = (entry: IndexedEntry, document: number, into: Gathered): void => {
  const counts = new Map<number, Counts>()
  const count = (term: string, which: 'loud' | 'quiet'): number => {
    const key = hashOf(term)
    into.spelt.set(key, term)
    const known = counts.get(key)
    if (known) known[which]++
    else counts.set(key, { loud: 0, quiet: 0, [which]: 1 })
    return key
  }
  let length = 0
  const read = (text: string, which: 'loud' | 'quiet'): number[] => {
    const { grams, words } = readText(text)
    const keys = new Set(grams.map((gram) => count(gram, which)))
    // Words of three characters and more are not among the grams.
    const seen = new Set(grams)
    for (const { term } of words) if (!seen.has(term)) count(term, which)
    length += which === 'loud' ? words.length : words.length / 2
    return [...keys]
  }
  for (const text of [entry.title, ...entry.questions]) {
    const grams = read(text, 'loud')
    into.questions.push({ grams, sentence: { dimensions: new Uint16Array(0), weights: new Uint8Array(0) } })
  }
  read(entry.answer, 'quiet')
  into.lengths.push(Math.min(65_535, Math.round(length)))
  const marks = [topicTerm(entry.topic), wholeTopicTerm(wholeTopic(entry.topic))]
  for (const product of entry.audience?.products ?? []) marks.push(productTerm(product))
  for (const mark of new Set(marks)) counts.set(mark, { loud: 1, quiet: 0 })
  for (const [key, { loud, quiet }] of counts) {
    into.termKeys.push(key)
    into.termValues.push(posting(document, loud, quiet))
  }
}

const gatherVectors = (
  entry: IndexedEntry,
  document: number,
  { into, meaning }: { readonly into: Gathered; readonly meaning: Meaning | undefined },
): void => {
  const strongest = new Map<number, number>()
  const first = into.questionsFrom.at(-1)!
  for (const [n, text] of [entry.title, ...entry.questions].entries()) {
    const sentence = sentenceOfText(text, meaning)
    into.questions[first + n] = { grams: into.questions[first + n]!.grams, sentence }
    for (const [i, dimension] of sentence.dimensions.entries())
      strongest.set(dimension, Math.max(strongest.get(dimension) ?? 0, sentence.weights[i]!))
  }
  for (const [dimension, strength] of strongest) {
    into.dimensionKeys.push(dimension)
    into.dimensionValues.push(document * 1024 + strength)
  }
  into.questionsFrom.push(into.questions.length)
}

/** Lists of numbers one behind the other, and where each begins. */
const layOut = (lists: readonly ArrayLike<number>[], all: { set(list: ArrayLike<number>, at: number): void }) => {
  const from = new Uint32Array(lists.length + 1)
  for (const [i, list] of lists.entries()) {
    all.set(list, from[i]!)
    from[i + 1] = from[i]! + list.length
  }
  return from
}
const total = (lists: readonly ArrayLike<number>[]): number => lists.reduce((sum, list) => sum + list.length, 0)

const layOutBounds = (entries: readonly IndexedEntry[]): Pick<Segment, 'bounds' | 'pool'> => {
  const pool = [0]
  const known = new Map<string, number>()
  const bounds = Uint32Array.from(entries, (entry) => {
    const record = boundsOf(entry)
    if (record.length === 0) return 0
    const name = record.join()
    const at = known.get(name) ?? pool.length
    if (at === pool.length) pool.push(...record)
    known.set(name, at)
    return at
  })
  return { bounds, pool: Uint32Array.from(pool) }
}

const encoder = new TextEncoder()
const layOutTexts = (entries: readonly IndexedEntry[]): Pick<Segment, 'texts' | 'textsFrom'> => {
  const all = entries.flatMap(({ title, topic, answer }) => [title, topic, answer].map((text) => encoder.encode(text)))
  const texts = new Uint8Array(total(all))
  return { texts, textsFrom: layOut(all, texts) }
}

const layOutQuestions = (
  { questions, questionsFrom }: Gathered,
  { terms, dimensions }: Pick<Segment, 'terms' | 'dimensions'>,
) => {
  const gramLists = questions.map(({ grams }) => Uint32Array.from(grams, (key) => placeOf(terms.keys, key)).sort())
  const vectorLists = questions.map(({ sentence }) =>
    Uint16Array.from(sentence.dimensions, (dimension) => placeOf(dimensions.keys, dimension)),
  )
  const grams = new Uint32Array(total(gramLists))
  const vectors = new Uint16Array(total(vectorLists))
  const strengths = new Uint8Array(vectors.length)
  layOut(
    questions.map(({ sentence }) => sentence.weights),
    strengths,
  )
  return {
    questionsFrom: Uint32Array.from(questionsFrom),
    gramsFrom: layOut(gramLists, grams),
    grams,
    vectorsFrom: layOut(vectorLists, vectors),
    vectors,
    strengths,
  }
}

const layOutTerms = ({ termKeys, termValues, spelt }: Gathered) => {
  const terms = createLists(termKeys, termValues)
  const words = Array.from(terms.keys, (key) => spelt.get(key))
  const pieceKeys: number[] = []
  const pieceValues: number[] = []
  for (const [place, word] of words.entries()) {
    if (word === undefined || !canBeMeant(word)) continue
    for (const piece of piecesOf(word)) {
      pieceKeys.push(piece)
      pieceValues.push(place)
    }
  }
  return {
    terms,
    shares: Uint8Array.from(words, (word) => (word === undefined ? 0 : Math.round(shareOf(word) * SHARE_STEPS))),
    letters: Uint8Array.from(words, (word) =>
      word !== undefined && canBeMeant(word) ? Math.min(255, word.length) : 0,
    ),
    pieces: createLists(pieceKeys, pieceValues),
  }
}

/** All in one language, each id once. Questions put to it must be read with the same meaning. */
export const buildSegment = (entries: readonly IndexedEntry[], meaning?: Meaning): Segment => {
  const into: Gathered = {
    termKeys: [],
    termValues: [],
    spelt: new Map(),
    dimensionKeys: [],
    dimensionValues: [],
    questions: [],
    questionsFrom: [0],
    lengths: [],
  }
  for (const [document, entry] of entries.entries()) {
    gatherTerms(entry, document, into)
    gatherVectors(entry, document, { into, meaning })
  }
  const termArrays = layOutTerms(into)
  const dimensions = createLists(into.dimensionKeys, into.dimensionValues)
  const ids = Uint32Array.from(entries.flatMap(({ id }) => uuidWords(id)))
  return {
    documents: entries.length,
    ...termArrays,
    dimensions,
    ...layOutQuestions(into, { terms: termArrays.terms, dimensions }),
    ids,
    table: createTable(ids),
    versions: Uint32Array.from(entries, ({ version }) => version),
    lengths: Uint16Array.from(into.lengths),
    totalLength: into.lengths.reduce((sum, length) => sum + length, 0),
    validFrom: Float64Array.from(entries, ({ validFrom }) => validFrom ?? Number.NEGATIVE_INFINITY),
    validTo: Float64Array.from(entries, ({ validTo }) => validTo ?? Number.POSITIVE_INFINITY),
    ...layOutBounds(entries),
    ...layOutTexts(entries),
  }
}
