// Does this key press send the message? Pure, because a wrong answer sends half a Chinese word to a customer.

import type { KeyboardEvent } from 'react'

export interface EnterPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  /** 229 while an input method holds the key, also in browsers that forget `isComposing`. */
  readonly keyCode: number
}

export const pressOf = ({ nativeEvent }: KeyboardEvent): EnterPress => nativeEvent

export const sends = (press: EnterPress, sendKey: 'enter' | 'mod-enter'): boolean => {
  if (press.key !== 'Enter' || press.isComposing || press.keyCode === 229) return false
  if (press.ctrlKey || press.metaKey) return true
  return sendKey === 'enter' && !press.shiftKey && !press.altKey
}
