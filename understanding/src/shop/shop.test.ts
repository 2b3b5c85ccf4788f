// What makes the built-in set worth training on: enough of it, no templates, no overlaps, nobody's data.
import { describe, expect, test } from 'vitest'
import { HELD_OUT } from './held-out.ts'
import { SHOP_INTENTS, SHOP_SAYINGS } from './index.ts'
import { NEAR_MISSES } from './near-misses.ts'
import type { Sayings } from './sayings.ts'

type Language = 'zh' | 'en'
const LANGUAGES: readonly Language[] = ['zh', 'en']
const names = Object.keys(SHOP_SAYINGS)

/** Letters and digits alone; what has none (`88`, an emoji) stays as it is. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '') || text

const wordRuns = (text: string): Set<string> => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter(Boolean)
  return new Set(words.slice(3).map((_, start) => words.slice(start, start + 4).join(' ')))
}
const characterRuns = (text: string): Set<string> => {
  const characters = [...bare(text)]
  return new Set(characters.slice(5).map((_, start) => characters.slice(start, start + 6).join('')))
}

/** The share of utterances that have four words (Chinese: six characters) in a row in common with another one. */
const sharing = (utterances: readonly string[], language: Language): number => {
  const runs = utterances.map(language === 'zh' ? characterRuns : wordRuns)
  const seen = new Map<string, number>()
  for (const run of runs.flatMap((set) => [...set])) seen.set(run, (seen.get(run) ?? 0) + 1)
  return runs.filter((set) => [...set].some((run) => seen.get(run)! > 1)).length / utterances.length
}
const utterancesOf = (sayings: Sayings): { readonly text: string; readonly from: string }[] =>
  Object.entries(sayings).flatMap(([intent, both]) =>
    LANGUAGES.flatMap((language) => both[language].map((text) => ({ text, from: intent }))),
  )

describe.each(names)('%s', (intent) => {
  test.each(LANGUAGES)('has 25 utterances or more in %s, and five held out', (language) => {
    expect(SHOP_SAYINGS[intent]![language].length).toBeGreaterThanOrEqual(25)
    expect(HELD_OUT[intent]?.[language]).toHaveLength(5)
  })

  test.each(LANGUAGES)('is written one by one, not from templates (%s)', (language) => {
    expect(sharing(SHOP_SAYINGS[intent]![language], language)).toBeLessThanOrEqual(0.2)
  })

  test('has a title and a meaning in both languages', () => {
    const about = SHOP_INTENTS[intent]
    for (const line of [about?.title, about?.meaning]) {
      expect(line?.zh).toMatch(/\p{Script=Han}/u)
      expect(line?.en).toMatch(/^[A-Z]/)
    }
  })
})

test('the measure of templates finds them', () => {
  expect(sharing(['where is my red coat', 'where is my red hat', 'hello'], 'en')).toBeCloseTo(2 / 3)
  expect(sharing(['我的红色外套在哪', '我的红色外套呢', '你好'], 'zh')).toBeCloseTo(2 / 3)
  expect(sharing(['where is my coat', 'where is the hat'], 'en')).toBe(0)
})

test('every intent that is described has utterances, and no other', () => {
  expect(Object.keys(SHOP_INTENTS).sort()).toEqual([...names].sort())
  expect(Object.keys(HELD_OUT).sort()).toEqual([...names].sort())
})

test('nothing is said twice: not in two intents, nor held out, nor among the near misses', () => {
  const near = [...NEAR_MISSES.zh, ...NEAR_MISSES.en].map((text) => ({ text, from: 'near miss' }))
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const { text, from } of [...utterancesOf(SHOP_SAYINGS), ...utterancesOf(HELD_OUT), ...near]) {
    const before = seen.get(bare(text))
    if (before) twice.push(`${text}: ${before}, ${from}`)
    seen.set(bare(text), from)
  }
  expect(twice).toEqual([])
})

test('each language has 200 near misses or more', () => {
  for (const language of LANGUAGES) expect(NEAR_MISSES[language].length).toBeGreaterThanOrEqual(200)
})

test('no telephone, identity or card number, no address for mail, no link', () => {
  const texts = [...utterancesOf(SHOP_SAYINGS), ...utterancesOf(HELD_OUT)].map(({ text }) => text)
  const all = [...texts, ...NEAR_MISSES.zh, ...NEAR_MISSES.en]
  const personal = all.filter((text) => /\d{7}|\S@\S|https?:|www\./.test(text.replace(/(?<=\d)[\s-](?=\d)/g, '')))
  expect(personal).toEqual([])
})

test('Chinese utterances are Chinese, but for a few that mix', () => {
  for (const intent of names) {
    const latin = SHOP_SAYINGS[intent]!.zh.filter((text) => !/\p{Script=Han}/u.test(text))
    expect(latin.length, intent).toBeLessThanOrEqual(3)
    expect(SHOP_SAYINGS[intent]!.en.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
  }
})
