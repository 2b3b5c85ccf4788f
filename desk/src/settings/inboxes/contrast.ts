// Whether a colour can be seen on the widget's ground, and the nearest shade that can. WCAG relative luminance.
import type { Look } from '@ballast/contract/look'

/** The grounds of the chat panel. */
export const GROUNDS = { light: '#ffffff', dark: '#16191b' } as const
/**
 * Below this a button is lost in its ground. WCAG asks 3 of a shape that says nothing; the widget's buttons carry ink of
 * their own (inkOn), and the panel mixes the accent towards its ground where it is text.
 */
const LEAST = 1.8

const channels = (color: string): number[] => [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16))
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 1 (the same) to 21 (black on white). */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
/** Black or white, whichever reads better on the colour; as the widget chooses it. */
export const inkOn = (color: string): string => (luminance(color) > 0.179 ? '#111111' : '#ffffff')

const groundsOf = (theme: Look['theme']): ('light' | 'dark')[] =>
  theme === 'light' || theme === 'dark' ? [theme] : ['light', 'dark']

/** The grounds on which the colour is hard to see. */
export const hardToSee = (color: string, theme: Look['theme']): ('light' | 'dark')[] =>
  groundsOf(theme).filter((ground) => contrast(color, GROUNDS[ground]) < LEAST)

const mixed = (color: string, towards: string, share: number): string => {
  const other = channels(towards)
  const parts = channels(color).map((value, index) => Math.round(value + ((other[index] ?? 0) - value) * share))
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
/** The same hue, darker or lighter by no more than needed. Null: none is seen on every ground of the theme. */
export const nearestSeen = (color: string, theme: Look['theme']): string | null => {
  for (let step = 1; step <= 40; step++)
    for (const towards of ['#000000', '#ffffff']) {
      const tried = mixed(color, towards, step / 40)
      if (hardToSee(tried, theme).length === 0) return tried
    }
  return null
}
