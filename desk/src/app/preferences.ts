// What a reader chose on this device: language, light or dark, which key sends, what calls them. Kept in localStorage.
import { useSyncExternalStore } from 'react'

export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  language: 'zh-CN' | 'en'
  /** Which key sends in the composer; Ctrl/⌘+Enter always does. */
  sendKey: 'enter' | 'mod-enter'
  /** A sound when a customer of mine writes; when somebody new waits for anyone. */
  soundMine: boolean
  soundWaiting: boolean
  /** A notice of the system, if the browser was allowed to. */
  noticeMine: boolean
  noticeWaiting: boolean
}

const KEY = 'ballast.desk.preferences'
const fallback = (): Preferences => ({
  theme: 'system',
  language: navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
  sendKey: 'enter',
  soundMine: true,
  soundWaiting: false,
  noticeMine: true,
  noticeWaiting: false,
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
const tell = () => {
  for (const listener of listeners) listener()
}
// Chosen in one tab, it counts in all: a desk that was muted must not ring from behind.
window.addEventListener('storage', ({ key }) => {
  if (key !== KEY) return
  current = read()
  tell()
})

export const preferences = (): Preferences => current
export const onPreferences = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const prefer = (change: Partial<Preferences>): void => {
  current = { ...current, ...change }
  localStorage.setItem(KEY, JSON.stringify(current))
  tell()
}
export const usePreferences = (): Preferences => useSyncExternalStore(onPreferences, preferences)
