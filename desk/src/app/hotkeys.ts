// Keys by their place on the keyboard (`code`), so they work in any layout, and never while somebody is typing.

export const HOTKEYS = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyR: 'reply',
  KeyN: 'note',
  KeyT: 'take',
  KeyE: 'resolve',
  KeyZ: 'snooze',
  Slash: 'keys',
} as const
export type Hotkey = (typeof HOTKEYS)[keyof typeof HOTKEYS] | 'commands' | 'attach' | 'hand-back' | 'resolve-next'

export interface KeyPress {
  readonly code: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
  /** AltGr, which some systems report as Ctrl and Alt together: it writes a letter. */
  readonly altGraph: boolean
  /** The focus is in a field, or a dialog is open. */
  readonly typing: boolean
}

/** Alt+key does the same as the bare key. `null`: the press is not ours. */
export const hotkeyOf = (press: KeyPress): Hotkey | null => {
  if (press.isComposing) return null
  if ((press.ctrlKey || press.metaKey) && !press.shiftKey) {
    if (press.altKey) return press.code === 'KeyA' && !press.altGraph ? 'attach' : null
    return press.code === 'KeyK' ? 'commands' : null
  }
  if (press.typing || press.ctrlKey || press.metaKey) return null
  if (press.shiftKey) {
    if (press.code === 'KeyB') return 'hand-back'
    if (press.code === 'KeyE') return 'resolve-next'
    return press.code === 'Slash' ? 'keys' : null
  }
  if (press.code === 'Slash') return null
  return HOTKEYS[press.code as keyof typeof HOTKEYS] ?? null
}
