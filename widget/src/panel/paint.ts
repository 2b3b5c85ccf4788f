// Puts the shop's colour and theme on the panel: every text in or on the accent is computed to be readable.
import { contrast, inkOn, mix, READABLE } from '../color.ts'
import type { Wishes } from '../look.ts'

const STEP = 0.05
/** Backgrounds that text in the accent stands on, beside its own soft shade: --back and --soft of the style sheet. */
const LIGHT = { toward: '#000000', share: 0.09, backs: ['#ffffff', '#f3f5f5'] }
const DARK = { toward: '#ffffff', share: 0.26, backs: ['#16191b', '#23282b'] }

/** The accent as text, moved toward black or white just as far as it must be, and the soft shade it may stand on. */
export const inkOf = (color: string, { toward, share, backs }: typeof LIGHT): { ink: string; soft: string } => {
  const soft = mix(color, backs[0]!, share)
  const readable = (ink: string) => [...backs, soft].every((back) => contrast(ink, back) >= READABLE)
  let ink = color
  for (let away = STEP; !readable(ink) && away < 1 + STEP; away += STEP) ink = mix(toward, color, Math.min(1, away))
  return { ink, soft }
}

export const shadesOf = (color: string) => ({ light: inkOf(color, LIGHT), dark: inkOf(color, DARK) })

/** Until the inbox has said its colour there is none: a grey that turns, never a wrong brand. */
export const paint = ({ color, theme }: Wishes): void => {
  const { style } = document.documentElement
  style.colorScheme = theme === undefined || theme === 'auto' ? '' : theme
  if (color === undefined) return
  const { light, dark } = shadesOf(color)
  style.setProperty('--accent', color)
  style.setProperty('--on-accent', inkOn(color))
  style.setProperty('--accent-ink', `light-dark(${light.ink}, ${dark.ink})`)
  style.setProperty('--accent-soft', `light-dark(${light.soft}, ${dark.soft})`)
}
