// The languages the bot writes, and how it writes money and time in them.
import type { Money } from '@ballast/contract'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The customer's language when the bot writes it, else the inbox's, else English. */
export const languageFor = (verdict: string, inboxLocale: string): Language => {
  const wanted = [verdict, inboxLocale.split('-')[0]!.toLowerCase()]
  return (
    LANGUAGES.find((language) => wanted[0] === language) ?? LANGUAGES.find((language) => wanted[1] === language) ?? 'en'
  )
}

/** The words of this language, or any there are. */
export const inLanguage = (words: Readonly<Record<string, string>>, language: Language): string =>
  words[language] ?? Object.values(words)[0] ?? ''

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' }

/** Money as customers read it: `¥199`, `¥199.50`. */
export const moneyText = ({ amount, currency }: Money): string => {
  const units = amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2)
  const symbol = SYMBOLS[currency]
  return symbol ? `${symbol}${units}` : `${units} ${currency}`
}

export const ZONE = 'Asia/Shanghai'
const DAYS = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, month: 'short', day: 'numeric' }),
}
const MOMENTS = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: ZONE,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }),
}
export const dayText = (instant: string, language: Language): string => DAYS[language].format(new Date(instant))
export const momentText = (instant: string, language: Language): string => MOMENTS[language].format(new Date(instant))

const COLOURS: Readonly<Record<string, string>> = {
  black: '黑色',
  white: '白色',
  grey: '灰色',
  navy: '藏青色',
  blue: '蓝色',
  orange: '橙色',
  red: '红色',
  green: '绿色',
  pink: '粉色',
  purple: '紫色',
  brown: '棕色',
  beige: '米色',
  yellow: '黄色',
}
export const colourText = (colour: string, language: Language): string =>
  language === 'zh' ? (COLOURS[colour] ?? colour) : colour
