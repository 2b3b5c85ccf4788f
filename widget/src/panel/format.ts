// Money, times and sizes in the reader's own way.
export const initial = (name: string): string => [...name][0]?.toUpperCase() ?? ''

type Money = { readonly amount: number; readonly currency: string }

/** The money that a bare sign means to a reader of this language. */
const OWN: Readonly<Record<string, string>> = {
  en: 'USD',
  ja: 'JPY',
  ko: 'KRW',
  'zh-CN': 'CNY',
  'zh-TW': 'TWD',
  es: 'EUR',
}

const moneyFormat = (currency: string, locale: string, currencyDisplay: 'narrowSymbol' | 'symbol') =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })

const signOf = (currency: string, locale: string): string | undefined =>
  moneyFormat(currency, locale, 'narrowSymbol')
    .formatToParts(0)
    .find(({ type }) => type === 'currency')
    ?.value.normalize('NFKC')

/** `¥458.00` in English, but never to a Japanese reader of a price in yuan. */
export const formatMoney = ({ amount, currency }: Money, locale: string): string => {
  const own = OWN[locale]
  const mistaken = own !== undefined && own !== currency && signOf(own, locale) === signOf(currency, locale)
  const format = moneyFormat(currency, locale, mistaken ? 'symbol' : 'narrowSymbol')
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}

export const formatTime = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(instant))

const dayOf = (time: Date) => time.toDateString()

/** Null for today: the thread needs no heading then. */
export const formatDay = (instant: string, locale: string, now = new Date()): string | null => {
  const time = new Date(instant)
  if (dayOf(time) === dayOf(now)) return null
  const sameYear = time.getFullYear() === now.getFullYear()
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    day: 'numeric',
    ...(sameYear ? { weekday: 'short' as const } : { year: 'numeric' as const }),
  }).format(time)
}

export const formatDate = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(
    new Date(instant),
  )

export const formatDayOnly = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' }).format(new Date(instant))

export const formatBytes = (bytes: number, locale: string): string => {
  const large = bytes >= 1024 * 1024
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(large ? bytes / 1024 / 1024 : Math.max(0.1, bytes / 1024))
}

const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** How far a sound is: `0:01` once the second is over. */
export const formatElapsed = (ms: number): string => minutesAndSeconds(Math.floor(ms / 1_000))

/** How long a sound is, rounded; nothing recorded is no time at all. */
export const formatLength = (ms: number): string => minutesAndSeconds(Math.max(1, Math.round(ms / 1_000)))

/** Days from now to then by the reader's calendar: 0 today, 1 tomorrow. */
export const daysAhead = (instant: string, now: number): number => {
  const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()
  return Math.round((midnight(new Date(instant)) - midnight(new Date(now))) / 86_400_000)
}

/** A weekday within the week, else the date. */
export const formatNear = (instant: string, locale: string, now: number): string =>
  new Intl.DateTimeFormat(
    locale,
    daysAhead(instant, now) < 7 ? { weekday: 'long' } : { month: 'long', day: 'numeric' },
  ).format(new Date(instant))
