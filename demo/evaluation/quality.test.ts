import { patternExamples, SHOP_SAYINGS } from '@ballast/understanding/shop'
import { expect, test } from 'vitest'
import { questionsOf, SETS } from './evaluate.ts'
import {
  BASES,
  evaluateQuality,
  isNone,
  judgeQuality,
  type QualityQuestion,
  qualityQuestions,
  readBase,
} from './quality.ts'

const NOON = Date.parse('2026-03-10T04:00:00Z')
const questions = qualityQuestions()
/** Made here and not within a test: their classifiers are taught for seconds. */
const bases = new Map<QualityQuestion['base'], Awaited<ReturnType<typeof readBase>>>()
for (const name of BASES) bases.set(name, await readBase(name, NOON))
const keysOf = ({ expect: wanted }: QualityQuestion) => ('entries' in wanted ? wanted.entries : [])
const answerable = questions.filter((question) => keysOf(question).length > 0)
const none = questions.filter((question) => 'none' in question.expect)

test('four hundred questions: three hundred that an entry answers, one hundred that nothing answers', () => {
  const languages = (list: readonly QualityQuestion[]) => {
    const mixed = list.filter(({ kind }) => kind === 'mixed').length
    const zh = list.filter(({ kind, locale }) => kind !== 'mixed' && locale === 'zh-CN').length
    return { zh, en: list.length - zh - mixed, mixed }
  }
  const sizes = (list: readonly QualityQuestion[]) =>
    BASES.map((name) => list.filter(({ base }) => base === name).length)
  expect(sizes(answerable)).toEqual([150, 75, 75])
  expect(sizes(none)).toEqual([50, 25, 25])
  expect(languages(answerable)).toEqual({ zh: 150, en: 130, mixed: 20 })
  expect(languages(none)).toEqual({ zh: 50, en: 45, mixed: 5 })
  expect(new Set(questions.map(({ id }) => id)).size).toBe(400)
  expect(new Set(questions.map(({ text }) => text.toLowerCase())).size).toBe(400)
})

test('the entries expected are there, each asked about at most twice, and a two-in-one expects two', async () => {
  const asked = new Map<string, number>()
  for (const question of answerable) {
    const known = new Set(bases.get(question.base)!.entries.map(({ key }) => key))
    const twoInOne = question.kind === 'two-in-one'
    if (twoInOne) expect(keysOf(question), question.id).toHaveLength(2)
    for (const [at, key] of keysOf(question).entries()) {
      expect(known, question.id).toContain(key)
      const name = `${question.base} ${key}`
      if (twoInOne || at === 0) asked.set(name, (asked.get(name) ?? 0) + 1)
    }
  }
  expect([...asked].filter(([, times]) => times > 2)).toEqual([])
})

test('no question is a sentence that something was taught with', async () => {
  const learned = new Set(
    [
      ...Object.values(SHOP_SAYINGS).flatMap(({ zh, en }) => [...zh, ...en]),
      ...patternExamples().map(({ text }) => text),
      ...SETS.flatMap(questionsOf).flatMap(({ turns }) => turns),
      ...[...bases.values()].flatMap(({ entries }) => entries.flatMap(({ title, questions }) => [title, ...questions])),
    ].map((text) => text.toLowerCase()),
  )
  expect(questions.filter(({ text }) => learned.has(text.toLowerCase())).map(({ id }) => id)).toEqual([])
})

test('the judge lets no other entry pass, and nothing asserted where nothing answers', () => {
  const entries = [
    { id: 'a', key: 'fees', title: 'Fees', questions: [] },
    { id: 'b', key: 'times', title: 'Times', questions: [] },
  ]
  const result = { outcome: 'answered' as const, parts: [], dialog: null, action: null }
  const from = (id: string) => ({ ...result, sources: [{ id, title: '', version: 1 }] })
  const question = { id: 'x', base: 'demo' as const, kind: 'two-in-one', locale: 'en', text: '?' }
  const wanted = { ...question, expect: { entries: ['fees'] } }
  const nothing = { ...question, expect: { none: true as const } }
  expect(judgeQuality(wanted, from('a'), entries)).toMatchObject({ mark: 'right', both: true })
  expect(judgeQuality(wanted, from('b'), entries).mark).toBe('wrong')
  expect(judgeQuality(wanted, { ...result, sources: [] }, entries).mark).toBe('wrong')
  const parts = [{ kind: 'quick-replies' as const, replies: [{ label: 'Fees' }] }]
  const unsure = { ...result, outcome: 'unsure' as const, parts, sources: [] }
  expect(judgeQuality(wanted, unsure, entries)).toMatchObject({ mark: 'unsolved', offered: true })
  expect(judgeQuality(nothing, unsure, entries)).toMatchObject({ mark: 'right', offered: false })
  const wrong = judgeQuality(nothing, from('a'), entries)
  expect([wrong.mark, isNone(wrong)]).toEqual(['wrong', true])
})

test('the bot does as well as measured, less two points', async () => {
  const { all, perKindOfAnswer } = await evaluateQuality(questions, NOON)
  expect(all.of).toBe(400)
  expect(perKindOfAnswer['an entry answers']!.right.percent).toBeGreaterThanOrEqual(84.7 - 2)
  expect(perKindOfAnswer['nothing answers']!.right.percent).toBeGreaterThanOrEqual(97 - 2)
  expect(all.wrong.percent).toBeLessThanOrEqual(3.8 + 2)
})
