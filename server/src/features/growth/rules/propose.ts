// A draft of a cluster: the question that names it, the ways it was asked, and the answer most like the other answers.
import { createNeighbours, type Sentence } from '@ballast/understanding/similar'
import { coreOf } from './core-of.ts'
import { blank, generalise } from './general.ts'

export interface Solved {
  readonly question: string
  readonly answer: string | null
  readonly language: string | null
}
export interface Proposal {
  readonly locale: string
  readonly title: string
  readonly questions: string[]
  readonly answer: string
  readonly topic: ''
  readonly blanks: number
  /** Answers it was chosen from. */
  readonly answers: number
}
export interface Proposing {
  /** Absent: the language most ask in. */
  readonly locale?: string
  /** Epoch ms. */
  readonly now: number
  readonly sentenceOf: (text: string) => Sentence
}

const MOST_QUESTIONS = 12
const LONGEST_TITLE = 300
const LOCALES: Readonly<Record<string, string>> = { zh: 'zh-CN', en: 'en' }

const languageOf = (locale: string): string => locale.split('-')[0]!.toLowerCase()

export const mostSpoken = (asked: readonly Pick<Solved, 'language'>[]): string => {
  const counts = Map.groupBy(asked, ({ language }) => language ?? 'zh')
  const [most] = [...counts].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const language = most?.[0] ?? 'zh'
  return LOCALES[language] ?? language
}

/** The answer most like all others; of equal ones the longer. */
const mostAlike = (answers: readonly string[], sentenceOf: Proposing['sentenceOf']): string => {
  const among = createNeighbours()
  const sentences = answers.map(sentenceOf)
  for (const [at, sentence] of sentences.entries()) among.add(String(at), sentence)
  const sums = sentences.map((sentence) =>
    among.search(sentence, answers.length).reduce((sum, { score }) => sum + score, 0),
  )
  const best = [...answers.keys()].sort((a, b) => sums[b]! - sums[a]! || answers[b]!.length - answers[a]!.length)[0]!
  return answers[best]!
}

/** Each way of asking once; what shows that something was covered is not a way others would ask. */
const waysOf = (questions: readonly string[], locale: string, now: number): string[] => {
  const ways = new Map<string, string>()
  for (const question of questions) {
    const { text, blanks } = generalise(question, { others: [], locale, now })
    const core = coreOf(text)
    if (blanks > 0 || core.length < 2 || core.length > LONGEST_TITLE) continue
    const key = core.toLowerCase().replace(/[\s\p{P}]/gu, '')
    if (!ways.has(key)) ways.set(key, core)
  }
  return [...ways.values()].slice(0, MOST_QUESTIONS)
}

/** `asked`: the naming question first, then the newest. */
export const propose = (asked: readonly Solved[], { now, sentenceOf, ...more }: Proposing): Proposal => {
  const locale = more.locale ?? mostSpoken(asked)
  const own = asked.filter(({ language }) => language === null || language === languageOf(locale))
  const ways = waysOf(
    own.map(({ question }) => question),
    locale,
    now,
  )
  const answers = own.flatMap(({ answer }) => answer ?? [])
  const title = ways[0] ?? own[0]?.question ?? asked[0]?.question ?? ''
  const chosen = answers.length === 0 ? null : mostAlike(answers, sentenceOf)
  const others = answers.filter((answer) => answer !== chosen)
  // Said to two customers in the same words it holds for both.
  const twice = answers.length - others.length > 1 && chosen !== null ? [...others, chosen] : others
  const { text, blanks } =
    chosen === null ? { text: blank('answer', locale), blanks: 1 } : generalise(chosen, { others: twice, locale, now })
  return {
    locale,
    title: title.slice(0, LONGEST_TITLE),
    questions: ways,
    answer: text,
    topic: '',
    blanks,
    answers: answers.length,
  }
}
