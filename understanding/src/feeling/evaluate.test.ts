import { describe, expect, it } from 'vitest'
import { evaluateAbuse, evaluateSpam } from '../abuse/index.ts'
import { SPAM_SAYINGS } from '../abuse/spam-sayings.ts'
import { evaluateEmotion, trainEmotion } from './evaluate-emotion.ts'
import { evaluatePolarity } from './evaluate-polarity.ts'
import { emotionExamples, sentencesOf } from './training.ts'

const shuffled = emotionExamples('zh').map((_, i, all) => all[(i * 211) % all.length]!)
const train = shuffled.filter((_, i) => i % 4 !== 0)
const test = shuffled.filter((_, i) => i % 4 === 0)

describe('the evaluators', () => {
  it('measure emotion and the alarm for anger on rows not trained on', () => {
    const figures = evaluateEmotion(train, test)
    // Six classes: chance is 0.17.
    expect(figures.macroF1).toBeGreaterThan(0.5)
    expect(figures.angryRecall).toBeGreaterThan(0.6)
    expect(figures.interval[0]).toBeLessThan(figures.accuracy)
    expect(figures.interval[1]).toBeGreaterThan(figures.accuracy)
  })
  it('take the valid part for offsets and alarm, not for weights', () => {
    const [without, within] = [trainEmotion(train), trainEmotion(train, test)]
    expect(within.bytes).toBe(without.bytes)
    expect(within.anger('垃圾')).toBe(without.anger('垃圾'))
  })
  it('measure polarity', () => {
    const two = (rows: typeof train) =>
      rows
        .filter(({ label }) => label === 'happy' || label === 'angry')
        .map(({ text, label }) => ({ text, label: label === 'happy' ? 'positive' : 'negative' }))
    expect(evaluatePolarity(two(train), two(test)).accuracy).toBeGreaterThan(0.75)
  })
  it('measure abuse and spam kinds', () => {
    const spam = Object.entries(SPAM_SAYINGS).flatMap(([label, block]) =>
      sentencesOf(block).map((text) => ({ text, label })),
    )
    const [learnt, kept] = [spam.filter((_, i) => i % 4 !== 1), spam.filter((_, i) => i % 4 === 1)]
    expect(evaluateSpam(learnt, kept).accuracy).toBeGreaterThan(0.5)
    const either = (rows: typeof spam) =>
      rows.map(({ text, label }) => ({ text, label: label === 'none' ? 'safe' : 'bad' }))
    expect(evaluateAbuse(either(learnt), either(kept)).accuracy).toBeGreaterThan(0.75)
  })
})
