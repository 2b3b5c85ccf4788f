// Both languages say everything: same keys, every key used in the source exists, every word of the contract has words.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AUTHOR_KINDS,
  CONVERSATION_STATUSES,
  DELIVERY_STATES,
  HANDOVER_REASONS,
  PERSONAL_FIELDS,
} from '@ballast/contract/conversation'
import { ORDER_STATUSES } from '@ballast/contract/parts'
import { ROLES } from '@ballast/contract/permissions'
import { PROBLEMS } from '@ballast/contract/problems'
import { VIEWS } from '@ballast/contract/routes/conversations'
import { EMOTIONS } from '@ballast/contract/verdict'
import { describe, expect, test } from 'vitest'
import enGrowth from './en.growth.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import enKnowledge from './en.knowledge.json' with { type: 'json' }
import enPromotions from './en.promotions.json' with { type: 'json' }
import enSettings from './en.settings.json' with { type: 'json' }
import zhGrowth from './zh-CN.growth.json' with { type: 'json' }
import zh from './zh-CN.json' with { type: 'json' }
import zhKnowledge from './zh-CN.knowledge.json' with { type: 'json' }
import zhPromotions from './zh-CN.promotions.json' with { type: 'json' }
import zhSettings from './zh-CN.settings.json' with { type: 'json' }

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, before = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value] as const] : [...flat(value, `${before}${key}.`)],
    ),
  )
const LANGUAGES = {
  en: flat({ ...en, ...enGrowth, ...enKnowledge, ...enPromotions, ...enSettings }),
  'zh-CN': flat({ ...zh, ...zhGrowth, ...zhKnowledge, ...zhPromotions, ...zhSettings }),
}
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

const source = readdirSync(join(import.meta.dirname, '..'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n')

test('both languages have the same keys, none empty, with the same blanks to fill', () => {
  expect([...LANGUAGES['zh-CN'].keys()]).toEqual([...LANGUAGES.en.keys()])
  for (const [key, text] of LANGUAGES.en) {
    expect(text.trim(), key).not.toBe('')
    expect(LANGUAGES['zh-CN'].get(key)?.trim(), key).not.toBe('')
    expect(blanks(LANGUAGES['zh-CN'].get(key) ?? ''), key).toEqual(blanks(text))
  }
})

test('every key written in the source has words', () => {
  const keys = [...source.matchAll(/\bt\(\s*'([a-zA-Z]+(?:\.[\w-]+)*)'/g)].map((match) => match[1] ?? '')
  expect(keys.length).toBeGreaterThan(100)
  const missing = keys.filter((key) => !LANGUAGES.en.has(key) && !LANGUAGES.en.has(`${key}_one`))
  expect(missing).toEqual([])
})

describe('every word of the contract has words', () => {
  const sets: Record<string, readonly string[]> = {
    problem: Object.keys(PROBLEMS).map((code) => code.replace('.', '-')),
    status: CONVERSATION_STATUSES,
    view: VIEWS,
    empty: VIEWS,
    emptyText: VIEWS,
    role: ROLES,
    roleText: ROLES,
    handover: HANDOVER_REASONS,
    author: AUTHOR_KINDS,
    delivery: DELIVERY_STATES,
    order: ORDER_STATUSES,
    contact: PERSONAL_FIELDS,
    emotion: EMOTIONS,
  }
  test.each(Object.entries(sets))('%s', (group, words) => {
    const missing = words.filter((word) => !LANGUAGES.en.has(`${group}.${word}`))
    expect(missing).toEqual([])
  })
})
