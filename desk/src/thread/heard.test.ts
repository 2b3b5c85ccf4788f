import { expect, test } from 'vitest'
import { chipsOf } from './heard.ts'

const words = (heard: Parameters<typeof chipsOf>[0]) => chipsOf(heard).map(({ words: said, intent }) => intent ?? said)

test('a calm question is one word', () => {
  const feeling = { polarity: 0, strength: 0, certainty: 0.9, urgency: 0 }
  const trajectory = { anger: 0, rising: false, alarm: false }
  expect(words({ language: 'en', intent: 'stock', confidence: 0.9, emotion: 'neutral', feeling, trajectory })).toEqual([
    'stock',
  ])
})

test('several wishes stand one after the other, each once', () => {
  const wishes = [
    { intent: 'return', start: 0, end: 3 },
    { intent: 'stock', start: 4, end: 9 },
    { intent: 'return', start: 10, end: 12 },
  ]
  expect(words({ intent: 'return', wishes })).toEqual(['return', 'stock'])
})

test('anger that grows, insults and the like are worth a look; a guess at a mood is not', () => {
  const heard = {
    intent: 'none',
    emotion: 'angry' as const,
    feeling: { polarity: -0.8, strength: 0.9, certainty: 0.4, urgency: 0.9 },
    trajectory: { anger: 0.8, rising: true, alarm: true },
    abuse: { insult: 0.9, injection: 0.8 },
    personal: [{ type: 'phone', start: 0, end: 11 }],
  }
  expect(chipsOf(heard).map(({ key, tone }) => `${key} ${tone}`)).toEqual([
    'urgent quiet',
    'alarm warn',
    'insult warn',
    'injection warn',
    'personal quiet',
  ])
})

test('an insult that is only told of is none; what a colleague says counts for what was heard', () => {
  expect(words({ intent: 'complaint', abuse: { insult: 0.6, quoted: true }, meant: 'stock' })).toEqual(['stock'])
  expect(chipsOf({})).toEqual([])
})
