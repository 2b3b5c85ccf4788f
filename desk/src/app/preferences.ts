// What a reader chose on this device: language, light or dark, which key sends. Kept in localStorage.
import { useSyncExternalStore } from 'react'

export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  language: 'zh-CN' | 'en'
  /** Which key sends in the composer; Ctrl/⌘+Enter always does. */
  sendKey: 'enter' | 'mod-enter'
}

const KEY = 'ballast.desk.preferences'
const fallback = (): Preferences => ({
  theme: 'system',
  language: navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
  sendKey: 'enter',
})

const read = (): Preferences => {
  try {
    return { ...fallback(), ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) }
  } catch {
    return fallback()
  }
}

let current = read()
const listeners = new Set<() => void>()

export const preferences = (): Preferences => current
export const onPreferences = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const prefer = (change: Partial<Preferences>): void => {
  current = { ...current, ...change }
  localStorage.setItem(KEY, JSON.stringify(current))
  for (const listener of listeners) listener()
}
export const usePreferences = (): Preferences => useSyncExternalStore(onPreferences, preferences)
