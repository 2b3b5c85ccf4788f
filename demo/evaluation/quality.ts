// Answer quality: questions as customers ask them, each with the entries that should answer it, and questions that
// nothing answers, put to the bot over the demo shop and over two packs as a shop installs them.
import { readFileSync } from 'node:fs'
import { bootstrap } from '@ballast/understanding/learn'
import type { TurnResult } from '../../server/src/features/answering/index.ts'
import { noCommerce } from '../../server/src/features/commerce/index.ts'
import { importedId } from '../../server/src/features/knowledge/index.ts'
import { loadPacks } from '../../server/src/features/knowledge/packs/load-packs.ts'
import { fillText, withDefaults } from '../../server/src/features/knowledge/rules/packs/fill-pack.ts'
import { asserts, converse, demoEntries, indexOf, LANGUAGES, type Mark, memoryParts, TENANT } from './evaluate.ts'

/** What the blind questions are put to; the trial's are put to the other packs, too. */
export const BASES = ['demo', 'apparel', 'electronics'] as const
export type BaseName = (typeof BASES)[number] | 'beauty' | 'food' | 'mother-baby'
export interface QualityQuestion {
  readonly id: string
  readonly base: BaseName
  /** What makes it hard: a kind of noise, or, where nothing answers it, the kind of trap. */
  readonly kind: string
  readonly locale: string
  readonly text: string
  /** Keys of entries, any of which answers; of a `two-in-one` each answers one half. Or that nothing answers. */
  readonly expect: { readonly entries: readonly string[] } | { readonly none: true }
}
export interface QualityJudged {
  readonly question: QualityQuestion
  readonly mark: Mark
  /** Keys of the entries the bot spoke from. */
  readonly cited: readonly string[]
  /** Unsolved, yet the right entry was among the choices offered. */
  readonly offered: boolean
  /** Two questions in one, both answered. */
  readonly both: boolean
  readonly result: TurnResult
}
/** What the bot is asked about: its entries and what stands behind it. */
export interface Base {
  readonly parts: Parameters<typeof converse>[0]
  readonly index: ReturnType<typeof indexOf>
  readonly entries: readonly {
    readonly id: string
    readonly key: string
    readonly title: string
    readonly questions: readonly string[]
  }[]
}

/** `quality`: the blind ones, that nothing is fitted to. `trial`: those the bot's sureness is fitted on. */
export const qualityQuestions = (set: 'quality' | 'trial' = 'quality'): QualityQuestion[] =>
  JSON.parse(readFileSync(new URL(`./${set}.json`, import.meta.url), 'utf8'))

const demoBase = (now: number): Base => {
  const { entries, names } = demoEntries(now)
  return {
    parts: memoryParts(now),
    index: indexOf(entries, names),
    entries: entries.map((entry, at) => ({ ...entry, key: names[at]! })),
  }
}

/** A pack in both languages, nothing in it changed, in a shop without a shop system. */
const packBase = async (name: BaseName): Promise<Base> => {
  const pack = (await loadPacks()).get(name)!
  const entries = LANGUAGES.flatMap((locale) => {
    const language = locale === 'en' ? 'en' : 'zh'
    const fill = fillText(pack, withDefaults(pack, {}), language)
    return pack.entries.map(({ key, topic, ...texts }) => {
      return { id: importedId(TENANT, key, locale), key, topic, ...fill(texts[language]), version: 1, locale }
    })
  })
  const names = entries.map(({ key }) => key)
  const index = indexOf(entries, names)
  const search: Base['parts']['knowledge']['search'] = async ({ text, locale, topics = [], limit = 12 }) =>
    index.search(text, locale, { topics, limit })
  return {
    parts: { commerce: noCommerce(), knowledge: { search } },
    index,
    entries,
  }
}

/** Each made when it is asked for first. */
export const readBase = (name: BaseName, now: number): Promise<Base> | Base =>
  name === 'demo' ? demoBase(now) : packBase(name)

const choicesOf = ({ parts }: TurnResult): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'quick-replies' ? part.replies.map(({ label }) => label) : []))

const markOf = (question: QualityQuestion, result: TurnResult, cited: readonly string[]): Mark => {
  if ('none' in question.expect) {
    if (asserts(result)) return 'wrong'
    return result.outcome === 'silent' ? 'unsolved' : 'right'
  }
  if (!asserts(result)) return 'unsolved'
  const { entries } = question.expect
  // Whatever else is asserted beside the right answer is asserted wrongly.
  return cited.length > 0 && cited.every((key) => entries.includes(key)) ? 'right' : 'wrong'
}

export const judgeQuality = (
  question: QualityQuestion,
  result: TurnResult,
  entries: Base['entries'],
): QualityJudged => {
  const cited = [
    ...new Set(result.sources.map(({ id }) => entries.find((entry) => entry.id === id)?.key ?? 'unknown entry')),
  ]
  const mark = markOf(question, result, cited)
  const wanted = 'entries' in question.expect ? question.expect.entries : []
  const titles = new Set(entries.filter(({ key }) => wanted.includes(key)).map(({ title }) => title.slice(0, 80)))
  const offered = mark === 'unsolved' && choicesOf(result).some((label) => titles.has(label))
  const both = question.kind === 'two-in-one' && mark === 'right' && wanted.every((key) => cited.includes(key))
  return { question, mark, cited, offered, both, result }
}

/** Shares in percent, each with its 95 % interval by bootstrap. */
const tally = (judged: readonly QualityJudged[]) => {
  const share = (mark: Mark) => {
    const hits = judged.map((one) => one.mark === mark)
    const percent = (part: number) => Math.round(part * 1000) / 10
    const [low, high] = bootstrap(hits)
    return {
      count: hits.filter(Boolean).length,
      percent: percent(hits.filter(Boolean).length / hits.length),
      low: percent(low),
      high: percent(high),
    }
  }
  return {
    of: judged.length,
    right: share('right'),
    unsolved: share('unsolved'),
    wrong: share('wrong'),
    offeredTheRightChoice: judged.filter(({ offered }) => offered).length,
    bothAnswered: judged.filter(({ both }) => both).length,
    wrongWithoutSource: judged.filter(({ mark, cited }) => mark === 'wrong' && cited.length === 0).length,
  }
}

export const isNone = ({ question }: QualityJudged): boolean => 'none' in question.expect
const languageOf = ({ question }: QualityJudged): string =>
  question.kind === 'mixed' ? 'mixed' : question.locale.slice(0, 2)

export const evaluateQuality = async (questions: readonly QualityQuestion[], now: number) => {
  const bases = new Map<BaseName, Base>()
  const judged: QualityJudged[] = []
  for (const question of questions) {
    const base = bases.get(question.base) ?? (await readBase(question.base, now))
    bases.set(question.base, base)
    const { parts, entries } = base
    const result = await converse(parts, { customer: null, locale: question.locale, turns: [question.text] }, now)
    judged.push(judgeQuality(question, result, entries))
  }
  const per = (nameOf: (one: QualityJudged) => string) =>
    Object.fromEntries([...Map.groupBy(judged, nameOf)].map(([name, list]) => [name, tally(list)]))
  const due = (one: QualityJudged) => (isNone(one) ? 'nothing answers' : 'an entry answers')
  return {
    all: tally(judged),
    perKindOfAnswer: per(due),
    perBase: per((one) => `${one.question.base}, ${due(one)}`),
    perLanguage: per((one) => `${languageOf(one)}, ${due(one)}`),
    perNoise: per((one) => `${isNone(one) ? 'none: ' : ''}${one.question.kind}`),
    judged,
  }
}
