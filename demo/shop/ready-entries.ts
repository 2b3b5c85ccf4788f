// The demo's knowledge in the shape a workspace imports: one entry per language.
import { askedFor } from './asked/read-asked.ts'
import type { DemoKnowledge } from './knowledge.ts'

const LOCALES = [
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const

export const readyEntries = (knowledge: readonly DemoKnowledge[]) =>
  knowledge.flatMap((both) =>
    LOCALES.map(([language, locale]) => {
      const { title, questions, answer } = both[language]
      const all = [...questions, ...askedFor(both.key, language)]
      return { key: both.key, draft: { locale, topic: both.topic, title, questions: all, answer } }
    }),
  )
