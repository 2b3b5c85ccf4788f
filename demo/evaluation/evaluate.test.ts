import { patternExamples, SHOP_SAYINGS } from '@ballast/understanding/shop'
import { expect, test } from 'vitest'
import { knowledge } from '../shop/knowledge.ts'
import { readyEntries } from '../shop/ready-entries.ts'
import { evaluate, judge, memoryParts, questionsOf, SETS } from './evaluate.ts'

const NOON = Date.parse('2026-03-10T04:00:00Z')
// The shop's classifier is taught here for seconds, and not within a test.
memoryParts(NOON)

test('of a hundred questions at least seventy are right and at most three wrong', async () => {
  const report = await evaluate(questionsOf('questions'), NOON)
  const failures = report.judged.filter((one) => one.mark === 'wrong').map((one) => `${one.question.id} ${one.why}`)
  expect(report.of).toBe(100)
  expect(report.right).toBeGreaterThanOrEqual(90)
  expect(report.wrong, failures.join('\n')).toBeLessThanOrEqual(3)
})

test.each(['held-out', 'fresh'] as const)(
  'of the %s questions seven in ten are right and at most one in ten wrong',
  async (set) => {
    const report = await evaluate(questionsOf(set), NOON)
    expect(report.right / report.of).toBeGreaterThanOrEqual(0.7)
    expect(report.wrong / report.of).toBeLessThanOrEqual(0.1)
  },
)

test('the judge does not let a false answer pass', () => {
  const [question] = questionsOf('questions')
  const result = {
    outcome: 'acted' as const,
    parts: [{ kind: 'text' as const, text: 'it is somewhere' }],
    sources: [],
    dialog: null,
    verdict: { language: 'zh', intent: 'order-where', confidence: 1, emotion: 'neutral', asksForPerson: false },
    action: null,
  }
  expect(judge(question!, result).mark).toBe('wrong')
  expect(judge(question!, { ...result, outcome: 'unsure' }).mark).toBe('unsolved')
  expect(judge(question!, { ...result, parts: [{ kind: 'text', text: 'SF1407200001' }] }).mark).toBe('right')
})

test('nothing the bot learned from is one of the questions it is asked', () => {
  const asked = new Set(
    SETS.flatMap(questionsOf)
      // There are only so many ways to say hello, or to ask for a person.
      .filter(({ about }) => !['greeting', 'thanks', 'person'].includes(about))
      .flatMap(({ turns }) => turns.map((turn) => turn.toLowerCase())),
  )
  const learned = [
    ...Object.values(SHOP_SAYINGS).flatMap(({ zh, en }) => [...zh, ...en]),
    ...patternExamples().map(({ text }) => text),
    ...readyEntries(knowledge).flatMap(({ draft: { questions } }) => questions),
  ]
  expect(learned.filter((text) => asked.has(text.toLowerCase()))).toEqual([])
})
