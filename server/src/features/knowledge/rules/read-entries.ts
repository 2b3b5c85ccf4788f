// Reads questions with their answers out of whatever a shop already has: a page of Q and A, a handbook, a table, a dump.
// Nothing is made up: a question without an answer, or a text without a question, is named with its line and left out.
import type { Found, Pair, Skipped, Why } from './found.ts'
import { readJson } from './read-json.ts'
import { readLines } from './read-lines.ts'
import { readTable } from './read-table.ts'

export const MOST_ENTRIES = 1_000
/** Skipped lines that are named; a text that is nothing else need not be listed to its end. */
export const MOST_SKIPPED = 2_000
export const LONGEST_QUESTION = 300
export const LONGEST_ANSWER = 8_000
const MOST_WORDINGS = 50

export interface Entry {
  /** The same for questions that differ only in case, width, blanks or the mark at their end. */
  readonly key: string
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
}

export const normaliseQuestion = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()

// Control characters that no database keeps and no reader sees.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g

/** One kind of line end, no byte-order mark, nothing that could not be stored. Line numbers stay. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')

interface Gathered {
  readonly title: string
  readonly wordings: ReadonlySet<string>
  /** Asked twice with two answers: both are kept, one under the other. */
  readonly answers: ReadonlySet<string>
}
const wholeAnswer = ({ answers }: Gathered): string => [...answers].join('\n\n')

const collector = () => {
  const byKey = new Map<string, Gathered>()
  /** Null: taken in. */
  const add = ({ question, answer, wordings = [] }: Pair): Why | null => {
    const title = question.trim()
    const key = normaliseQuestion(title)
    if (key === '') return 'no-question'
    if (answer.trim() === '') return 'no-answer'
    const before = byKey.get(key)
    if (before === undefined && byKey.size >= MOST_ENTRIES) return 'too-many'
    const others = wordings.map((each) => each.trim()).filter((each) => each !== '' && each.length <= LONGEST_QUESTION)
    const gathered: Gathered = {
      title: before?.title ?? title,
      wordings: new Set([...(before?.wordings ?? []), ...others]),
      answers: new Set([...(before?.answers ?? []), answer.trim()]),
    }
    if (title.length > LONGEST_QUESTION || wholeAnswer(gathered).length > LONGEST_ANSWER) return 'too-long'
    byKey.set(key, gathered)
    return null
  }
  const entries = (): Entry[] =>
    [...byKey].map(([key, one]) => ({
      key,
      title: one.title,
      questions: [...one.wordings].filter((each) => each !== one.title).slice(0, MOST_WORDINGS),
      answer: wholeAnswer(one),
    }))
  return { add, entries }
}

/** Never throws. Entries in the order of the text, skipped lines by number. */
export const readEntries = (text: string): { readonly entries: Entry[]; readonly skipped: Skipped[] } => {
  const tidied = tidy(text)
  const found: Found = readJson(tidied) ?? readTable(tidied) ?? readLines(tidied)
  const { add, entries } = collector()
  const skipped = [...found.skipped]
  for (const pair of found.pairs) {
    const why = add(pair)
    if (why !== null) skipped.push({ line: pair.line, why })
  }
  skipped.sort((a, b) => a.line - b.line)
  return { entries: entries(), skipped: skipped.slice(0, MOST_SKIPPED) }
}
