// What the packs that come with the server promise: enough entries, both languages, no two that say the same, nothing a
// shop may not claim, and every question answered by the entry it was written for.
import { SHOP_INTENTS } from '@ballast/understanding/shop'
import { describe, expect, test } from 'vitest'
import { importedId } from '../import-entries.ts'
import { fillText, misfit, withDefaults } from '../rules/packs/fill-pack.ts'
import { LANGUAGES, type Language, type Pack } from '../rules/packs/pack.ts'
import { buildIndex } from '../rules/search-index.ts'
import { loadPacks } from './load-packs.ts'

const TENANT = '00000000-0000-7000-8000-000000000001'
const packs = [...(await loadPacks()).values()]
/** Topics of knowledge that no intent bears, as the demo shop has them. */
const MORE_TOPICS = ['refund-time', 'membership', 'product', 'shop', 'account', 'feedback']
const TOPICS = new Set([...Object.keys(SHOP_INTENTS), ...MORE_TOPICS])
/** What may not be claimed: superlatives, certainties, cures. */
const CLAIMS: Record<Language, RegExp> = {
  zh: /最|第一(?!次|步|口|颗)|顶级|国家级|唯一|百分百|100%|100 ?％|绝对|永久|永不|万能|根治|包治|治愈|特效|零风险|无副作用/,
  en: /\b(the best|number one|no\. ?1|100 ?%|cures?|miracle|cheapest|guaranteed|perfectly safe|no side effects|never fails)\b/i,
}

const bare = (answer: string): string => answer.replace(/\{[a-z0-9_]+\}/g, '').replace(/[\s\p{P}\p{S}]+/gu, '')
const shinglesOf = (answer: string, language: Language): Set<string> => {
  const plain = answer.replace(/\{[a-z0-9_]+\}/g, ' ')
  const units = language === 'zh' ? [...bare(plain)] : (plain.toLowerCase().match(/[a-z0-9']+/g) ?? [])
  const size = language === 'zh' ? 6 : 4
  return new Set(units.slice(size - 1).map((_, at) => units.slice(at, at + size).join(' ')))
}
const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.intersection(other).size / Math.min(one.size, other.size)
const filled = (pack: Pack, language: Language) => {
  const fill = fillText(pack, withDefaults(pack, {}), language)
  // What customers type, mistakes and all, is not held to what the pack itself says.
  return pack.entries.map((entry) => {
    return { key: entry.key, topic: entry.topic, ...fill({ ...entry[language], asked: [] }) }
  })
}
const lengthOf = (text: string, language: Language): number =>
  language === 'zh' ? [...text.replace(/\s/g, '')].length : text.split(/\s+/).length
const LENGTHS = { zh: [40, 160], en: [30, 90] } as const

test('no two entries of any packs share an answer once the placeholders are removed', () => {
  for (const language of LANGUAGES) {
    const seen = new Map<string, string>()
    for (const pack of packs)
      for (const entry of pack.entries) {
        const answer = bare(entry[language].answer).toLowerCase()
        expect(seen.get(answer), `${pack.id} ${entry.key} (${language})`).toBeUndefined()
        seen.set(answer, `${pack.id} ${entry.key}`)
      }
  }
})

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
  test('has eighty entries and more, on topics the bot knows, with three to six questions', () => {
    expect(pack.entries.length).toBeGreaterThanOrEqual(80)
    for (const { key, topic, zh, en } of pack.entries) {
      expect(TOPICS.has(topic.split('.')[0]!), `${key}: ${topic}`).toBe(true)
      for (const { questions } of [zh, en]) {
        expect(questions.length, key).toBeGreaterThanOrEqual(3)
        expect(questions.length, key).toBeLessThanOrEqual(6)
      }
    }
  })

  test('defaults and examples are of their kind', () => {
    for (const field of pack.fields)
      for (const value of [field.default, field.example]) expect(misfit(pack, { [field.key]: value })).toBeNull()
  })

  test.each(LANGUAGES)('%s: answers are short, each in its language, and claim nothing a shop may not', (language) => {
    const [least, most] = LENGTHS[language]
    for (const { key, title, questions, answer } of filled(pack, language)) {
      const length = lengthOf(answer, language)
      expect(length >= least && length <= most, `${key} has ${length}`).toBe(true)
      expect(answer, key).not.toMatch(CLAIMS[language])
      expect(answer, key).not.toMatch(/[{}]/)
      const han = /\p{Script=Han}/u
      for (const text of [title, ...questions, answer])
        expect(language === 'en' ? !han.test(text) : true, `${key}: ${text}`).toBe(true)
      expect(language === 'zh' ? han.test(answer) : true, key).toBe(true)
    }
  })

  test.each(LANGUAGES)('%s: no two answers share more than sixty per cent of their wording', (language) => {
    const all = pack.entries.map((entry) => ({ key: entry.key, of: shinglesOf(entry[language].answer, language) }))
    for (const [at, one] of all.entries())
      for (const other of all.slice(at + 1))
        expect(share(one.of, other.of), `${one.key} ${other.key}`).toBeLessThan(0.6)
  })

  test.each(LANGUAGES)('%s: every question leads to the entry it was written for', (language) => {
    const locale = language === 'zh' ? 'zh-CN' : 'en'
    const entries = filled(pack, language)
    const idOf = (key: string) => importedId(TENANT, key, locale)
    const index = buildIndex(entries.map(({ key, ...text }) => ({ ...text, id: idOf(key), version: 1, locale })))
    const asked = entries.flatMap(({ key, title, questions }) => [title, ...questions].map((text) => ({ key, text })))
    const lost = asked.filter(({ key, text }) => index.search(text, locale, { limit: 1 })[0]?.entryId !== idOf(key))
    expect(lost).toEqual([])
  })
})
