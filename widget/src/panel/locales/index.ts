// Which languages there are, each loaded only when needed. To add one: a file beside this with the same words, one line here.
import type { Words } from './words.ts'

const LOADERS: Readonly<Record<string, () => Promise<{ words: Words }>>> = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
}

/** `zh-TW`, `zh` -> `zh-CN`; `en-GB` -> `en`; null where we have nothing near. */
export const nearest = (tag: string): string | null => {
  const exact = Object.keys(LOADERS).find((name) => name.toLowerCase() === tag.toLowerCase())
  if (exact !== undefined) return exact
  const language = tag.toLowerCase().split('-')[0]
  return Object.keys(LOADERS).find((name) => name.toLowerCase().split('-')[0] === language) ?? null
}

/** The first wish we can meet; null where none. */
export const chooseLocale = (wishes: readonly (string | null)[]): string | null => {
  for (const wish of wishes) {
    const found = wish === null ? null : nearest(wish)
    if (found !== null) return found
  }
  return null
}

export const loadWords = async (locale: string): Promise<Words> => (await (LOADERS[locale] ?? LOADERS.en!)()).words
