// Money, times and sizes in the reader's own way.
export const initial = (name: string): string => [...name][0]?.toUpperCase() ?? ''

export const formatMoney = (money: { amount: number; currency: string }, locale: string): string => {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
  })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(money.amount / 10 ** digits)
}

export const formatTime = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))

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
  new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  )

export const formatDayOnly = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' }).format(new Date(instant))

export const formatBytes = (bytes: number, locale: string): string => {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return bytes < 1024 * 1024
    ? `${number.format(Math.max(0.1, bytes / 1024))} KB`
    : `${number.format(bytes / 1024 / 1024)} MB`
}
