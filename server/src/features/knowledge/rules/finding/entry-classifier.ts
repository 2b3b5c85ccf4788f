// Which entry a question means, as a classifier sees it that was taught by the wordings of all entries of a shop: it weighs
// what tells entries apart, where an index only counts what they share.
import type { Uuid } from '@ballast/contract'
import { classifierFromBytes, trainClassifier } from '@ballast/understanding/learn'
import { OUTSIDERS } from '@ballast/understanding/shop'
import { normalise } from '@ballast/understanding/text'
import { languageOf } from '../language-of.ts'
import type { IndexedEntry } from './build-segment.ts'

export interface Guess {
  readonly entryId: Uuid
  /** 0…1, of all entries and of questions that no shop answers. */
  readonly likely: number
}
export interface EntryClassifier {
  /** At most `most` entries in this language, likeliest first; a handful of microseconds for each hundred entries. */
  guess(question: string, language: string, most: number): Guess[]
  /** Whether it was taught this very version; of others it says nothing. */
  knows(entryId: Uuid, version: number): boolean
  readonly bytes: number
}

/** An entry to be told from others. Those of one name say the same in several languages. */
export interface Lesson extends IndexedEntry {
  readonly name: string
}

/** What nobody's entries answer. */
const STRANGER = ''
/** Entries that can be told apart in some seconds of a thread; a shop with more is served by its index alone. */
export const MOST_TAUGHT = 1_000
/** Weights are four bytes in memory: twelve megabytes a shop at most. */
const MOST_WEIGHTS = 3_000_000
/** Fewer entries, or fewer wordings of each, are not told from strangers: likeness judges such a shop better. */
const LEAST_MEANINGS = 20
const LEAST_WORDINGS = 4
/** What calibrating on held-out parts comes to for a shop's entries, always: measuring it anew would double the work. */
const SHARPNESS = 2.3
/** An entry that nobody wrote questions for is taught by its answer, too. */
const FEW_WORDINGS = 3
const MOST_SENTENCES = 6
const LEAST_SENTENCE = 6

const asTaught = (text: string): string => normalise(text).text
const sentencesOf = (answer: string): string[] =>
  answer
    .split(/[。！？；\n]|[.!?;](?=\s|$)/)
    .filter((sentence) => sentence.trim().length >= LEAST_SENTENCE)
    .slice(0, MOST_SENTENCES)

const wordingsOf = ({ title, questions, answer }: IndexedEntry): string[] => {
  const wordings = [title, ...questions]
  return wordings.length < FEW_WORDINGS ? [...wordings, ...sentencesOf(answer)] : wordings
}

/** `id:version:language` of the entries of one name. */
const labelOf = (twins: readonly Lesson[]): string =>
  twins.map(({ id, version, locale }) => [id, version, languageOf(locale)].join(':')).join(' ')

/** Bytes for `entryClassifierFromBytes`; null: too few or too many to teach. For a thread of its own. */
export const teachEntries = (entries: readonly Lesson[]): Uint8Array | null => {
  const meanings = [...Map.groupBy(entries, ({ name }) => name).values()]
  if (meanings.length < LEAST_MEANINGS || entries.length > MOST_TAUGHT) return null
  const examples = meanings.flatMap((twins) => {
    const label = labelOf(twins)
    return twins.flatMap(wordingsOf).map((text) => ({ text: asTaught(text), label }))
  })
  if (examples.length < LEAST_WORDINGS * meanings.length) return null
  const strangers = [...OUTSIDERS.zh, ...OUTSIDERS.en].map((text) => ({ text: asTaught(text), label: STRANGER }))
  const most = Math.floor(MOST_WEIGHTS / (meanings.length + 1))
  return trainClassifier([...examples, ...strangers], { cost: 0.2, most, sharpness: SHARPNESS }).toBytes()
}

export const entryClassifierFromBytes = (bytes: Uint8Array): EntryClassifier => {
  const classifier = classifierFromBytes(bytes)
  const meanings = classifier.labels.map((label) =>
    label.split(' ').map((twin) => {
      const [entryId = '', version, language] = twin.split(':')
      return { entryId, version: Number(version), language }
    }),
  )
  const versions = new Map(meanings.flat().map(({ entryId, version }) => [entryId, version]))
  return {
    bytes: 4 * bytes.byteLength,
    knows: (entryId, version) => versions.get(entryId) === version,
    guess: (question, language, most) => {
      const probabilities = classifier.probabilities(asTaught(question))
      const found: Guess[] = []
      for (const [at, likely] of probabilities.entries()) {
        const twin = meanings[at]!.find((one) => one.language === language)
        if (twin === undefined) continue
        let place = found.length
        while (place > 0 && found[place - 1]!.likely < likely) place--
        if (place >= most) continue
        found.splice(place, 0, { entryId: twin.entryId, likely })
        if (found.length > most) found.pop()
      }
      return found
    },
  }
}
