// The interface's words: one JSON file a language, only the chosen one is loaded. Words of the knowledge pages come with
// those pages: the inbox opens without them.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { onPreferences, type Preferences, preferences } from './preferences.ts'

const FILES = {
  en: () => import('../words/en.json'),
  'zh-CN': () => import('../words/zh-CN.json'),
} satisfies Record<Preferences['language'], () => Promise<{ default: object }>>

const KNOWLEDGE = {
  en: () => import('../words/en.knowledge.json'),
  'zh-CN': () => import('../words/zh-CN.knowledge.json'),
} satisfies Record<Preferences['language'], () => Promise<{ default: object }>>
let knowsKnowledge = false
const addKnowledge = async (language: Preferences['language']): Promise<void> => {
  if (i18next.exists('knowledge.lead', { lng: language })) return
  i18next.addResourceBundle(language, 'translation', (await KNOWLEDGE[language]()).default, true)
}
/** A page that speaks of knowledge, together with its words, also after another language is chosen. */
export const withKnowledgeWords = async <T>(page: Promise<T>): Promise<T> => {
  knowsKnowledge = true
  await addKnowledge(preferences().language)
  return page
}

/** Loads a language's words without switching to it: a customer may speak another than the reader. */
export const loadWords = async (language: Preferences['language']): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await FILES[language]()).default)
}
const use = async (language: Preferences['language']): Promise<void> => {
  await loadWords(language)
  if (knowsKnowledge) await addKnowledge(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export const startWords = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: preferences().language,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await use(preferences().language)
  let shown = preferences().language
  onPreferences(() => {
    if (preferences().language === shown) return
    shown = preferences().language
    void use(shown)
  })
}
