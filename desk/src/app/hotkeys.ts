// Keys by their place on the keyboard (`code`), so they work in any layout, and never while somebody is typing.

const HOTKEYS = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyR: 'reply',
  KeyN: 'note',
  KeyT: 'take',
  KeyE: 'resolve',
  KeyX: 'select',
  KeyZ: 'snooze',
  Escape: 'close',
} as const
const WITH_SHIFT = {
  KeyB: 'hand-back',
  KeyE: 'resolve-next',
  KeyQ: 'hand-over',
  KeyX: 'select-to',
  Slash: 'keys',
} as const
/** Alt+key does the same as the bare key; these are for Alt alone. */
const WITH_ALT = { KeyM: 'snooze', KeyO: 'panel' } as const
/** After G. A digit opens the saved view in that place. */
const AFTER_G = {
  KeyM: 'go-mine',
  KeyU: 'go-unassigned',
  KeyB: 'go-bot',
  KeyA: 'go-all',
  KeyZ: 'go-snoozed',
  KeyE: 'go-resolved',
  KeyC: 'go-inbox',
  KeyK: 'go-knowledge',
  KeyT: 'go-team',
  KeyS: 'go-settings',
} as const

type Values<T> = T[keyof T]
export type Hotkey =
  | Values<typeof HOTKEYS>
  | Values<typeof WITH_SHIFT>
  | Values<typeof WITH_ALT>
  | Values<typeof AFTER_G>
  | `go-saved-${number}`
  | 'attach'
  | 'commands'

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
  /** G was pressed just before. */
  readonly afterG?: boolean
}

const of = <T extends object>(table: T, code: string): Values<T> | null =>
  Object.hasOwn(table, code) ? table[code as keyof T] : null

const afterG = (code: string): Hotkey | null => {
  const digit = /^Digit([1-9])$/.exec(code)?.[1]
  return digit === undefined ? of(AFTER_G, code) : `go-saved-${Number(digit)}`
}

/** A bare G: the next key says where to go. */
export const beginsGo = (press: KeyPress): boolean =>
  press.code === 'KeyG' &&
  !(press.typing || press.isComposing || press.shiftKey || press.altKey || press.ctrlKey || press.metaKey)

/** `null`: the press is not ours. */
export const hotkeyOf = (press: KeyPress): Hotkey | null => {
  if (press.isComposing) return null
  if ((press.ctrlKey || press.metaKey) && !press.shiftKey) {
    if (press.altKey) return press.code === 'KeyA' && !press.altGraph ? 'attach' : null
    return press.code === 'KeyK' ? 'commands' : null
  }
  if (press.typing || press.ctrlKey || press.metaKey) return null
  if (press.shiftKey) return of(WITH_SHIFT, press.code)
  if (press.afterG && !press.altKey) return afterG(press.code)
  return (press.altKey ? of(WITH_ALT, press.code) : null) ?? of(HOTKEYS, press.code)
}
