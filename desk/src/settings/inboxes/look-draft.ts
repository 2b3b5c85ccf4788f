// A look while it is being written: every field has a value, the house's own where the shop chose none.

/** The widget's own colour (widget/src/loader/options.ts). */
export const HOUSE_COLOR = '#1f5f5b'
export const MOST_STARTERS = 6

export interface LookDraft {
  readonly color: string
  readonly theme: 'auto' | 'light' | 'dark'
  readonly position: 'left' | 'right'
  readonly greeting: string
  readonly starters: readonly string[]
}
export const isColor = (text: string): boolean => /^#[0-9a-fA-F]{6}$/.test(text)
