// A text cut into words: jieba for Chinese, the runtime's own dictionaries for everything else.
import { createRequire } from 'node:module'

interface Jieba {
  cut(text: string, guessNewWords?: boolean): string[]
}
interface Binding {
  Jieba: { withDict(dict: Uint8Array): Jieba }
}

const required = createRequire(import.meta.url)
const loadJieba = (): Jieba | null => {
  try {
    const { Jieba } = required('@node-rs/jieba') as Binding
    const { dict } = required('@node-rs/jieba/dict.js') as { dict: Uint8Array }
    return Jieba.withDict(dict)
  } catch {
    // No prebuilt binding for this platform: ICU knows Chinese words too, fewer of them.
    return null
  }
}

let jieba: Jieba | null | undefined
/** Loads the Chinese dictionary on first use (0.2–0.4 s, about 40 MB); call it at start to have that behind you. */
export const chineseSegmenter = (): 'jieba' | 'icu' => {
  if (jieba === undefined) jieba = loadJieba()
  return jieba ? 'jieba' : 'icu'
}

const segmenters = new Map<string, Intl.Segmenter>()
const segmenterFor = (language: string): Intl.Segmenter => {
  let found = segmenters.get(language)
  if (!found) {
    found = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, found)
  }
  return found
}

const LANGUAGES = new Set(['zh', 'ja', 'ko', 'th', 'en', 'es', 'fr', 'de', 'pt', 'ru', 'ar', 'vi', 'id', 'it', 'tr'])
const KANA = /[\u3041-\u30ff]/
const HAN = /[\u3400-\u9fff]/
const THAI = /[\u0e00-\u0e7f]/
const HAS_WORD = /[\p{L}\p{N}]/u
const PICTURE = /\p{Extended_Pictographic}/u

const languageOf = (text: string): string =>
  KANA.test(text) ? 'ja' : HAN.test(text) ? 'zh' : THAI.test(text) ? 'th' : 'en'
const known = (language: string): string => {
  const [first] = language.split('-')
  return first !== undefined && LANGUAGES.has(first) ? first : 'en'
}

/**
 * Words, numbers and emoji of `text` in order; spaces and punctuation are left out. `language` as `detectLanguage`
 * says it; without one the script decides. Unknown languages are cut at what Unicode calls word boundaries.
 */
export const segment = (text: string, language?: string): string[] => {
  const chosen = language === undefined || language === 'unknown' ? languageOf(text) : known(language)
  if (chosen === 'zh' && chineseSegmenter() === 'jieba')
    return jieba!.cut(text, true).filter((word) => HAS_WORD.test(word) || PICTURE.test(word))
  const words: string[] = []
  for (const { segment: word, isWordLike } of segmenterFor(chosen).segment(text))
    if (isWordLike || PICTURE.test(word)) words.push(word)
  return words
}
