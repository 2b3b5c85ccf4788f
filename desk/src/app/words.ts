// The interface's words: one JSON file a language, only the chosen one is loaded.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { addPageWords } from './page-words.ts'
import { onPreferences, type Preferences, preferences } from './preferences.ts'

const FILES = {
  en: () => import('../words/en.json'),
  'zh-CN': () => import('../words/zh-CN.json'),
} satisfies Record<Preferences['language'], () => Promise<{ default: object }>>

/** Loads a language's words without switching to it: a customer may speak another than the reader. */
export const loadWords = async (language: Preferences['language']): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await FILES[language]()).default)
}
const use = async (language: Preferences['language']): Promise<void> => {
  await loadWords(language)
  await addPageWords(language)
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
