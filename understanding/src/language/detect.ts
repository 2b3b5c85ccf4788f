// Which language a message is in, from one word on: by its script, then by its characters, then by its words.
import { soundsOf } from '../text/pinyin.ts'
import { nfkc } from '../text/plain.ts'
import { readHan } from './han.ts'
import { guessLatin, latinWords } from './latin.ts'
import { type Counts, countScripts, hanOf, heaviest } from './scripts.ts'

export const LANGUAGES = [
  ...([
    'zh-Hans',
    'zh-Hant',
    'en',
    'ja',
    'ko',
    'es',
    'fr',
    'de',
    'pt',
    'ru',
    'ar',
    'th',
    'vi',
    'id',
    'it',
    'tr',
  ] as const),
  'unknown',
] as const
export type Language = (typeof LANGUAGES)[number]

export interface Detected {
  readonly language: Language
  /** 0..1; of those said with 0.8 about 8 in 10 are right. For "unknown": how sure it is none of ours. */
  readonly confidence: number
  /** A second script carries a quarter of the message or more; `language` is then that of the larger part. */
  readonly mixed: boolean
}

/** Addresses, mentions, order numbers: the same in every language. */
const ADDRESS = /https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|[@#][\p{L}\p{N}_]+|&\w+;/giu
const CODE = /(?=[a-z-]*\d)[a-z\d-]{2,}/gi
const MAY_HOLD_ADDRESS = /[@#&]|:\/\/|www\./i
const withoutAddresses = (text: string): string => {
  const prose = MAY_HOLD_ADDRESS.test(text) ? text.replace(ADDRESS, ' ') : text
  return /\d/.test(prose) ? prose.replace(CODE, ' ') : prose
}
/** Sizes, units, brands, laughs and short sounds: written alike everywhere. */
const NEUTRAL = new Set(
  `rt xs s m l xl xxl xxxl cm mm kg g ml usb app pdf vip wifi sku id ok okk okay okey k lol lmao haha hahaha hahahaha hehe hm
  hmm oh ah wow omg xd xdd iphone ipad apple google nike adidas visa paypal whatsapp wechat email e-mail online video hotel`.split(
    /\s+/,
  ),
)

const HAS_LETTER = /\p{L}/u

const UNKNOWN = (confidence: number): [Language, number] => ['unknown', confidence]

const OTHER_CYRILLIC = /[әғқңөұүһіїєґўђјљњћџѓќ]/gi
const OTHER_ARABIC = /[پچژگکیٹڈڑںےہھۆێۇې]/g
const share = (text: string, letters: RegExp, of: number): number =>
  (text.match(letters)?.length ?? 0) / Math.max(1, of)

const byCyrillic = (text: string, count: number): [Language, number] =>
  share(text, OTHER_CYRILLIC, count) > 0.02 ? UNKNOWN(0.9) : ['ru', count < 3 ? 0.7 : 0.95]
const byArabic = (text: string, count: number): [Language, number] =>
  share(text, OTHER_ARABIC, count) > 0.06 ? UNKNOWN(0.8) : ['ar', count < 3 ? 0.8 : 0.96]

/** Chinese in Latin letters is said to be Chinese, never with more than this. */
const PINYIN_CONFIDENCE = 0.6
/** Below this the pieces are those of no language: fingers on a keyboard. */
const LEAST_FAMILIAR = 0.35
const LEAST_PROBABILITY = 0.18

const byLatin = (text: string): [Language, number] => {
  const words = latinWords(text).filter((word) => !NEUTRAL.has(word.toLowerCase()))
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const guess = guessLatin(words)
  if (!guess || letters < 2) return UNKNOWN(0.5)
  const sounds = guess.known < 0.5 || guess.probability < 0.5 ? soundsOf(text.toLowerCase()) : []
  if (sounds.length >= 2 && letters / sounds.length < 6)
    return ['zh-Hans', sounds.length >= 3 ? PINYIN_CONFIDENCE : PINYIN_CONFIDENCE * 0.8]
  if (guess.familiar < LEAST_FAMILIAR && guess.known < 0.4) return UNKNOWN(0.7)
  if (guess.probability < LEAST_PROBABILITY) return UNKNOWN(1 - guess.probability)
  return [guess.language as Language, guess.probability]
}

const decide = (text: string, script: keyof Counts | null, counts: Counts): [Language, number] => {
  if (script === 'han' || script === 'kana') {
    const { language, confidence } = readHan(hanOf(text), counts.kana)
    return [language, confidence]
  }
  if (script === 'hangul') return ['ko', counts.hangul < 2 ? 0.85 : 0.99]
  if (script === 'thai') return ['th', 0.99]
  if (script === 'arabic') return byArabic(text, counts.arabic)
  if (script === 'cyrillic') return byCyrillic(text, counts.cyrillic)
  if (script === 'latin') return byLatin(text)
  return UNKNOWN(script === 'other' ? 0.95 : 0.5)
}

/** A quarter of the message in another script makes it mixed. */
const MIXED_SHARE = 0.25

/** Any text. "ok", "12345", emoji and what nobody could tell are "unknown". */
export const detectLanguage = (raw: string): Detected => {
  const text = withoutAddresses(nfkc(raw))
  if (!HAS_LETTER.test(text)) return { language: 'unknown', confidence: 0.5, mixed: false }
  const counts = countScripts(text)
  const { script, second } = heaviest(counts)
  const [language, confidence] = decide(text, script, counts)
  return { language, confidence, mixed: second >= MIXED_SHARE }
}
