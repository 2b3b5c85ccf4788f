// Times in the reader's zone and language, and one clock that ticks for every waiting badge.
import { useSyncExternalStore } from 'react'
import { usePreferences } from './preferences.ts'

export const dayOf = (instant: string): string => new Date(instant).toDateString()

export const formatTime = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

export const formatDay = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', month: 'short', day: 'numeric' }).format(new Date(instant))

export const formatFull = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))

/** 42s · 3m 05s · 2h 10m · 4d: coarse when long, ticking when short. */
export const formatWait = (ms: number, language: string): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const unit = (value: number, name: 'second' | 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value)
  if (seconds < 60) return unit(seconds, 'second')
  if (seconds < 600) return `${unit(Math.floor(seconds / 60), 'minute')} ${unit(seconds % 60, 'second')}`
  if (seconds < 3600) return unit(Math.floor(seconds / 60), 'minute')
  if (seconds < 36_000)
    return `${unit(Math.floor(seconds / 3600), 'hour')} ${unit(Math.floor(seconds / 60) % 60, 'minute')}`
  if (seconds < 86_400) return unit(Math.floor(seconds / 3600), 'hour')
  return unit(Math.floor(seconds / 86_400), 'day')
}

export const formatMoney = (money: { amount: number; currency: string }, language: string): string => {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: money.currency })
  return format.format(money.amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
const listen = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
/** Epoch ms, changing once a second while anything shows it. */
export const useNow = (): number => useSyncExternalStore(listen, () => now)

/** Formatters bound to the chosen language. */
export const useTimes = () => {
  const { language } = usePreferences()
  return {
    time: (instant: string) => formatTime(instant, language),
    day: (instant: string) => formatDay(instant, language),
    full: (instant: string) => formatFull(instant, language),
    wait: (ms: number) => formatWait(ms, language),
    money: (money: { amount: number; currency: string }) => formatMoney(money, language),
  }
}
