// Whether a sentence says nothing but what a cited passage says. Pure and strict: a good sentence that is cut costs a nicety,
// a bad one that is kept costs the shop its word. Clause by clause, each against the smallest stretch of one passage that has
// its words: there its numbers must stand, its negations be as many, and nothing be turned round or promised besides.
import { hardWords, says, turnsRound, type Words, withoutLeadIn, wordsOf } from './words.ts'

export type Unsupported =
  | 'words' // about something else
  | 'number'
  | 'negation'
  | 'opposite'
  | 'promise'
  | 'link'
  | 'markup'
  | 'long'
export type Support =
  /** `says`: whether it says anything, or is courtesy. */
  { readonly sentence: string; readonly says: boolean } | { readonly unsupported: Unsupported }

export interface Grounds {
  readonly clauses: readonly Words[]
  readonly text: string
  /** Of the question and of titles: may be named again, settle nothing. */
  readonly asked: Words
}

/** A point inside a number or a name ends nothing. */
const clausesOf = (text: string): string[] =>
  text
    .split(/(?<!\d)[,:](?!\d)|[，;；。！？!?\n：]|\.(?:\s|$)|\s(?:but|however|while|whereas)\s|但是|但(?!凡)|然而/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const MOST_CLAUSES = 4
const LONGEST = 600

export const groundsOf = (answer: string, asked: string): Grounds => ({
  clauses: clausesOf(answer).map(wordsOf),
  text: wordsOf(answer).text,
  asked: wordsOf(asked),
})

const joined = (clauses: readonly Words[]): Words => ({
  text: clauses.map(({ text }) => text).join(' '),
  content: clauses.flatMap(({ content }) => content),
  negations: clauses.reduce((sum, { negations }) => sum + negations, 0),
  numbers: clauses.flatMap(({ numbers }) => numbers),
})

/** The smallest stretches that have most of these words: all of them, should several be as good. */
const closest = (said: Words, clauses: readonly Words[]): Words[] => {
  let best: Words[] = []
  let most = 0
  for (let length = 1; length <= MOST_CLAUSES; length++) {
    const starts = clauses.slice(0, Math.max(0, clauses.length - length + 1))
    const stretches = starts.map((_, at) => joined(clauses.slice(at, at + length)))
    const found = stretches.map((stretch) => said.content.filter((word) => says(stretch, word)).length)
    const reached = Math.max(0, ...found)
    if (reached <= most) continue
    most = reached
    best = stretches.filter((_, at) => found[at] === reached)
  }
  return best
}

/** Where several numbers stand together each must stand with its own word. */
const numbersFit = (said: Words, clauses: readonly Words[]): boolean => {
  if (new Set(said.numbers).size < 2) return true
  const { text } = said
  return said.numbers.every((number) => {
    const before = wordsOf(text.slice(0, text.indexOf(number))).content
    const word = before.at(-1)
    return word === undefined || clauses.some((one) => one.numbers.includes(number) && says(one, word))
  })
}

const faultOfClause = (clause: string, { clauses, asked }: Grounds): Unsupported | 'nothing' | null => {
  const said = wordsOf(clause)
  if (said.content.length === 0) {
    if (said.numbers.length > 0) return 'number'
    return said.negations > 0 ? 'negation' : hardWords(said.text).length > 0 ? 'promise' : 'nothing'
  }
  const stretches = closest(said, clauses)
  if (stretches.length === 0) return 'words'
  const faults = stretches.map((stretch): Unsupported | null => {
    const missing = said.content.filter((word) => !says(stretch, word))
    const strange = missing.filter((word) => !says(asked, word))
    const named = missing.length - strange.length
    if (strange.length > Math.floor(said.content.length / 5) || named > Math.ceil(said.content.length / 3))
      return 'words'
    if (strange.some((word) => /^[a-z]/.test(word) && /\p{Script=Han}/u.test(said.text))) return 'words'
    if (!said.numbers.every((number) => stretch.numbers.includes(number))) return 'number'
    if (!hardWords(said.text).every((word) => stretch.text.includes(word))) return 'promise'
    if (turnsRound(said.text, stretch.text)) return 'opposite'
    return said.negations === stretch.negations ? null : 'negation'
  })
  if (!faults.includes(null)) return faults[0]!
  return numbersFit(said, clauses) ? null : 'number'
}

const MARKUP = /<[a-z!/?]|\]\(|```|\{\{|javascript:|&#|\\u[0-9a-f]{4}/i
const LINK =
  /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|io|co|shop|top|xyz|vip|info|me|cc|link|app)\b\S*|\S+@\S+/gi

/** A sentence against one passage. What it begins with to say yes or no is left away. */
export const supportOf = (written: string, grounds: Grounds): Support => {
  const sentence = withoutLeadIn(written)
  if (sentence.length > LONGEST) return { unsupported: 'long' }
  if (MARKUP.test(sentence)) return { unsupported: 'markup' }
  const links = sentence.match(LINK) ?? []
  if (links.some((link) => !grounds.text.includes(wordsOf(link.replace(/[。，,.!?！？)）]+$/, '')).text)))
    return { unsupported: 'link' }
  const faults = clausesOf(sentence).map((clause) => faultOfClause(clause, grounds))
  for (const fault of faults) if (fault !== null && fault !== 'nothing') return { unsupported: fault }
  return { sentence, says: faults.includes(null) }
}

const RESTRICTS = /仅|只限|只有|除外|除非|以外|\bonly\b|\bexcept\b|\bunless\b|\bexcluding\b|\bmust\b|必须/

/** Whether `said` leaves out a "not" or an "only" of what it speaks about. */
export const leavesOut = (said: string, { clauses }: Grounds): boolean => {
  const whole = wordsOf(said)
  return clauses.some((clause) => {
    if (clause.negations === 0 && !RESTRICTS.test(clause.text)) return false
    const { content } = clause
    const told = content.filter((word) => says(whole, word)).length
    return content.length > 0 && told < Math.ceil(content.length * 0.6)
  })
}
