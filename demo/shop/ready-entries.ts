// The demo's knowledge in the shape a workspace imports: one entry per language.
import type { DemoKnowledge } from './knowledge.ts'

const LOCALES = [
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const

export const readyEntries = (knowledge: readonly DemoKnowledge[]) =>
  knowledge.flatMap((both) =>
    LOCALES.map(([language, locale]) => ({ key: both.key, draft: { locale, topic: both.topic, ...both[language] } })),
  )
