// What can be read on what: colours of the shop turned into text that keeps WCAG's 4.5 to 1. Shared by loader and panel.
export const COLOR = /^#[0-9a-f]{6}$/i
export const DEFAULT_COLOR = '#1f5f5b'
export const READABLE = 4.5

const channels = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

/** WCAG relative luminance, 0 to 1. */
const luminance = (color: string): number => {
  const [red, green, blue] = channels(color).map((value) => {
    const c = value / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

export const contrast = (a: string, b: string): number => {
  const [one, other] = [luminance(a), luminance(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Pure black or white, whichever reads better: one of them always reaches 4.58. */
export const inkOn = (color: string): string =>
  contrast(color, '#ffffff') >= contrast(color, '#000000') ? '#ffffff' : '#000000'

/** `share` of `color`, the rest of `other`. */
export const mix = (color: string, other: string, share: number): string => {
  const rest = channels(other)
  const mixed = channels(color).map((value, at) => Math.round(value * share + rest[at]! * (1 - share)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
