// How the shop wants the widget to look: what its page says first, what the inbox said at the last visit next.
import { COLOR } from './color.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export const POSITIONS = ['left', 'right'] as const
export interface Wishes {
  readonly color?: string
  readonly theme?: (typeof THEMES)[number]
  readonly position?: (typeof POSITIONS)[number]
}

/** The fields we know with values that we can use; everything else is dropped. */
export const readWishes = (value: unknown): Wishes => {
  const { color, theme, position } = (value ?? {}) as Record<string, unknown>
  const knownTheme = THEMES.find((one) => one === theme)
  const side = POSITIONS.find((one) => one === position)
  return {
    ...(typeof color === 'string' && COLOR.test(color) && { color }),
    ...(knownTheme !== undefined && { theme: knownTheme }),
    ...(side !== undefined && { position: side }),
  }
}

/** Storage throws where a visitor has switched it off. */
export const readStored = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}
export const writeStored = (name: string, value: unknown): void => {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(value))
  } catch {
    return
  }
}
