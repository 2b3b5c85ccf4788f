// Which languages there are, each loaded only when needed. To add one: a file beside this with the same words, one line here.
import type { Words } from './words.ts'

const LOADERS: Readonly<Record<string, () => Promise<{ words: Words }>>> = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
  'zh-TW': () => import('./zh-TW.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  es: () => import('./es.ts'),
}
export const LOCALES: readonly string[] = Object.keys(LOADERS)

/** `zh-HK` -> language zh, script Hant; null for what is no language tag. */
const partsOf = (tag: string): { language: string; script: string | undefined } | null => {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return { language, script }
  } catch {
    return null
  }
}

/** The same language in the same script: `zh-HK` -> `zh-TW`, `zh` -> `zh-CN`, `es-MX` -> `es`; null where we have none. */
export const nearest = (tag: string): string | null => {
  const wished = partsOf(tag.replaceAll('_', '-'))
  if (wished === null) return null
  const fits = (name: string) => {
    const had = partsOf(name)
    return had?.language === wished.language && had.script === wished.script
  }
  return LOCALES.find((name) => name.toLowerCase() === tag.toLowerCase()) ?? LOCALES.find(fits) ?? null
}

/** The first wish we can meet; null where none. */
export const chooseLocale = (wishes: readonly (string | null)[]): string | null => {
  for (const wish of wishes) {
    const found = wish === null ? null : nearest(wish)
    if (found !== null) return found
  }
  return null
}

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'])
/** Browsers differ in whether `Intl.Locale` can be asked, so the scripts are named here. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(partsOf(locale)?.script ?? '') ? 'rtl' : 'ltr'

export const loadWords = async (locale: string): Promise<Words> => (await (LOADERS[locale] ?? LOADERS.en!)()).words
