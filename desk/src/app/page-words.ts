// Words of pages that are loaded when first opened: they come with their page, and the inbox opens without them.
import i18next from 'i18next'
import { type Preferences, preferences } from './preferences.ts'

type Language = Preferences['language']
const FILES = {
  growth: {
    en: () => import('../words/en.growth.json'),
    'zh-CN': () => import('../words/zh-CN.growth.json'),
  },
  knowledge: {
    en: () => import('../words/en.knowledge.json'),
    'zh-CN': () => import('../words/zh-CN.knowledge.json'),
  },
  promotions: {
    en: () => import('../words/en.promotions.json'),
    'zh-CN': () => import('../words/zh-CN.promotions.json'),
  },
  settings: {
    en: () => import('../words/en.settings.json'),
    'zh-CN': () => import('../words/zh-CN.settings.json'),
  },
} satisfies Record<string, Record<Language, () => Promise<{ default: object }>>>
type Part = keyof typeof FILES

const opened = new Set<Part>()
const held = new Set<string>()

/** What the pages opened so far say, in a language that is about to be used. */
export const addPageWords = async (language: Language): Promise<void> => {
  for (const part of opened) {
    if (held.has(`${part} ${language}`)) continue
    i18next.addResourceBundle(language, 'translation', (await FILES[part][language]()).default, true)
    held.add(`${part} ${language}`)
  }
}

/** A page together with its words, also after another language is chosen. */
export const withWords = async <T>(part: Part, page: Promise<T>): Promise<T> => {
  opened.add(part)
  await addPageWords(preferences().language)
  return page
}
