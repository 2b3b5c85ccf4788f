// Puts the evaluation questions to the bot, in memory, and says honestly how it did.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Part } from '@ballast/contract'
import { type MessageVerdict, verdictOf } from '@ballast/understanding/verdict'
import { type Dialog, type TurnResult, takeTurn } from '../../server/src/features/answering/index.ts'
import { demoCommerce } from '../../server/src/features/commerce/index.ts'
import { buildIndex, importedId } from '../../server/src/features/knowledge/index.ts'
import { readShipped } from '../../tools/understanding/shipped-models.ts'
import { buildDemoShop } from '../shop/index.ts'
import { readyEntries } from '../shop/ready-entries.ts'

export interface EvaluationQuestion {
  readonly id: string
  readonly about: string
  /** A demo customer the shop vouches for, or null for an unknown visitor. */
  readonly customer: string | null
  readonly locale: string
  /** Said one after the other in one conversation; the last answer is judged. */
  readonly turns: readonly string[]
  readonly expect: {
    readonly outcomes: readonly TurnResult['outcome'][]
    readonly mustInclude?: readonly string[]
    readonly mustNotInclude?: readonly string[]
    /** Key of the knowledge entry the answer must come from. */
    readonly source?: string
  }
}
/** `wrong`: says something false or answers another question. `unsolved`: honest, but no help. */
export type Mark = 'right' | 'unsolved' | 'wrong'
export interface Judged {
  readonly question: EvaluationQuestion
  readonly mark: Mark
  readonly why: string
  readonly result: TurnResult
}
export interface Report {
  readonly right: number
  readonly unsolved: number
  readonly wrong: number
  readonly of: number
  /** Mean of every turn put, microseconds. */
  readonly microsecondsPerTurn: number
  readonly per: Readonly<Record<string, Readonly<Record<Mark, number>>>>
  readonly judged: readonly Judged[]
}

export const SETS = ['questions', 'held-out', 'fresh', 'blind'] as const
export const questionsOf = (set: (typeof SETS)[number]): EvaluationQuestion[] =>
  JSON.parse(readFileSync(new URL(`./${set}.json`, import.meta.url), 'utf8'))

export const TENANT = '00000000-0000-7000-8000-000000000001'
const SOME_ID = '00000000-0000-7000-8000-000000000002'
export const LANGUAGES = ['zh-CN', 'en']

type Entries = Parameters<typeof buildIndex>[0]
/** Made once for the same entries: taking them apart and learning them takes longer than all questions. */
const indexes = new Map<string, ReturnType<typeof buildIndex>>()
/** As a server has it some seconds after its start. `names`: entries of one name say the same; none: not yet taught. */
export const indexOf = (entries: Entries, names?: readonly string[]) => {
  const text = JSON.stringify([entries, names ?? null])
  const index = indexes.get(text) ?? buildIndex(entries, names)
  indexes.set(text, index)
  return index
}

/** The demo shop's entries as an index takes them, and their names. */
export const demoEntries = (now: number) => {
  const ready = readyEntries(buildDemoShop(now).knowledge)
  const entries = ready.map(({ key, draft }) => {
    return { ...draft, id: importedId(TENANT, key, draft.locale), version: 1 }
  })
  return { entries, names: ready.map(({ key }) => key) }
}

/** The bot over the demo shop, with nothing behind it but memory. `now` in epoch ms. */
export const memoryParts = (now: number) => {
  const { entries, names } = demoEntries(now)
  const index = indexOf(entries, names)
  return {
    knowledge: {
      search: async (question: {
        readonly text: string
        readonly locale: string
        readonly topics?: readonly string[]
      }) => index.search(question.text, question.locale, question),
    },
    commerce: demoCommerce({
      shop: buildDemoShop,
      clock: { now: () => now },
      sign: (text) => createHmac('sha256', 'only for the evaluation').update(text).digest('hex'),
    }),
  }
}

const { intents } = readShipped()
export const heard = (text: string, now: number): MessageVerdict => verdictOf(text, { intents, now })

export const converse = async (
  parts: Parameters<typeof takeTurn>[0],
  question: Pick<EvaluationQuestion, 'customer' | 'locale' | 'turns'>,
  now: number,
): Promise<TurnResult> => {
  let dialog: Dialog | null = null
  let last: TurnResult | undefined
  for (const text of question.turns) {
    last = await takeTurn(parts, {
      tenant: TENANT,
      inbox: { id: SOME_ID, locale: question.locale, botName: 'Ridge' },
      contact: {
        id: SOME_ID,
        externalId: question.customer,
        verified: question.customer !== null,
        name: null,
        level: null,
      },
      locale: question.locale,
      dialog,
      recent: [],
      text,
      verdict: heard(text, now),
      parts: [{ kind: 'text', text }],
      now,
    })
    dialog = last.dialog
  }
  return last!
}

const wordsOf = (parts: readonly Part[]): string => parts.map((part) => JSON.stringify(part)).join('\n')

/** Answers assert something; a question or an offer of a person does not. */
export const asserts = (result: TurnResult): boolean => result.outcome === 'answered' || result.outcome === 'acted'

const faultOf = ({ expect }: EvaluationQuestion, result: TurnResult): string | null => {
  const words = wordsOf(result.parts)
  const missing = (expect.mustInclude ?? []).find((fact) => !words.includes(fact))
  if (missing) return `does not say ${missing}`
  const sourceIds = LANGUAGES.map((locale) => importedId(TENANT, expect.source ?? '', locale))
  if (expect.source && !result.sources.some((source) => sourceIds.includes(source.id)))
    return `not from ${expect.source}`
  return null
}

export const judge = (question: EvaluationQuestion, result: TurnResult): { mark: Mark; why: string } => {
  const leak = (question.expect.mustNotInclude ?? []).find((fact) => wordsOf(result.parts).includes(fact))
  if (leak) return { mark: 'wrong', why: `says ${leak}` }
  const expected = question.expect.outcomes.includes(result.outcome)
  const fault = faultOf(question, result)
  if (expected && !fault) return { mark: 'right', why: '' }
  const why = expected ? fault! : `${result.outcome} instead of ${question.expect.outcomes.join(' or ')}`
  return { mark: asserts(result) ? 'wrong' : 'unsolved', why }
}

export const evaluate = async (questions: readonly EvaluationQuestion[], now: number): Promise<Report> => {
  const parts = memoryParts(now)
  const judged: Judged[] = []
  const started = performance.now()
  for (const question of questions) {
    const result = await converse(parts, question, now)
    judged.push({ question, result, ...judge(question, result) })
  }
  const turns = questions.reduce((sum, question) => sum + question.turns.length, 0)
  const microsecondsPerTurn = Math.round(((performance.now() - started) * 1000) / turns)
  const count = (mark: Mark, list: readonly Judged[] = judged) => list.filter((one) => one.mark === mark).length
  const per = Object.fromEntries(
    [...Map.groupBy(judged, (one) => one.question.about)].map(([about, list]) => [
      about,
      { right: count('right', list), unsolved: count('unsolved', list), wrong: count('wrong', list) },
    ]),
  )
  const [right, unsolved, wrong] = [count('right'), count('unsolved'), count('wrong')]
  return { right, unsolved, wrong, of: questions.length, microsecondsPerTurn, per, judged }
}
