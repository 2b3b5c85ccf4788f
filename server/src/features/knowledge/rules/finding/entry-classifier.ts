// Which entry a question means, as a classifier sees it that was taught by the wordings of all entries of a shop: it weighs
// what tells entries apart, where an index only counts what they share.
import type { Uuid } from '@ballast/contract'
import { classifierFromBytes, trainClassifier } from '@ballast/understanding/learn'
import { STRANGERS } from '@ballast/understanding/shop'
import { normalise } from '@ballast/understanding/text'
import type { IndexedEntry } from './build-segment.ts'

export interface Guess {
  readonly entryId: Uuid
  /** 0…1, of all entries in its language and of questions that no shop answers. */
  readonly likely: number
}
export interface EntryClassifier {
  /** At most `most` entries in this language, likeliest first; a handful of microseconds for each hundred entries. */
  guess(question: string, language: string, most: number): Guess[]
  /** Whether it was taught this very version; of others it says nothing. */
  knows(entryId: Uuid, version: number): boolean
  readonly bytes: number
}

/** What nobody's entries answer. */
const STRANGER = ''
/** Entries that can be told apart in a second or two of a thread; a shop with more is served by its index alone. */
export const MOST_TAUGHT = 1_000
/** Weights are four bytes in memory: twelve megabytes a shop at most. */
const MOST_WEIGHTS = 3_000_000
/** An entry that nobody wrote questions for is taught by its answer, too. */
const FEW_WORDINGS = 3
const MOST_SENTENCES = 6
const LEAST_SENTENCE = 6

const asTaught = (text: string): string => normalise(text).text
const languageOf = (locale: string): string => locale.split('-')[0]!.toLowerCase()
const sentencesOf = (answer: string): string[] =>
  answer
    .split(/[。！？；\n]|[.!?;](?=\s|$)/)
    .filter((sentence) => sentence.trim().length >= LEAST_SENTENCE)
    .slice(0, MOST_SENTENCES)

const wordingsOf = ({ title, questions, answer }: IndexedEntry): string[] => {
  const wordings = [title, ...questions]
  return wordings.length < FEW_WORDINGS ? [...wordings, ...sentencesOf(answer)] : wordings
}

/** Bytes for `entryClassifierFromBytes`; null: too few or too many to teach. For a thread of its own. */
export const teachEntries = (entries: readonly IndexedEntry[]): Uint8Array | null => {
  if (entries.length < 2 || entries.length > MOST_TAUGHT) return null
  const examples = entries.flatMap((entry) => {
    const label = [languageOf(entry.locale), entry.id, entry.version].join(':')
    return wordingsOf(entry).map((text) => ({ text: asTaught(text), label }))
  })
  const strangers = [...STRANGERS.zh, ...STRANGERS.en].map((text) => ({ text: asTaught(text), label: STRANGER }))
  const most = Math.floor(MOST_WEIGHTS / (entries.length + 1))
  return trainClassifier([...examples, ...strangers], { cost: 0.2, most }).toBytes()
}

export const entryClassifierFromBytes = (bytes: Uint8Array): EntryClassifier => {
  const classifier = classifierFromBytes(bytes)
  const taught = classifier.labels.map((label) => {
    const [language, entryId, version] = label.split(':')
    return { stranger: label === STRANGER, language, entryId: entryId ?? '', version: Number(version) }
  })
  const versions = new Map(taught.map(({ entryId, version }) => [entryId, version]))
  return {
    bytes: 4 * bytes.byteLength,
    knows: (entryId, version) => versions.get(entryId) === version,
    guess: (question, language, most) => {
      const probabilities = classifier.probabilities(asTaught(question))
      let whole = 0
      const found: Guess[] = []
      for (const [label, likely] of probabilities.entries()) {
        const { stranger, entryId, language: spoken } = taught[label]!
        if (!stranger && spoken !== language) continue
        whole += likely
        if (stranger) continue
        let at = found.length
        while (at > 0 && found[at - 1]!.likely < likely) at--
        if (at >= most) continue
        found.splice(at, 0, { entryId, likely })
        if (found.length > most) found.pop()
      }
      return found.map(({ entryId, likely }) => ({ entryId, likely: whole > 0 ? likely / whole : 0 }))
    },
  }
}
