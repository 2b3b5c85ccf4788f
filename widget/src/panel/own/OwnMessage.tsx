// An own message that may still be changed: its menu by long press, by button or by keyboard, and the field to write it anew.
import type { Message } from '@ballast/contract/conversation'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useLoaded } from '../loaded.ts'
import type { Words } from '../locales/words.ts'
import { DotsButton } from '../menu/DotsButton.tsx'
import { editableText } from '../pending.ts'
import type { Session } from '../session.ts'

interface Props {
  readonly message: Message
  readonly words: Words
  readonly session: Session
  readonly children: ComponentChildren
}
const LONG_PRESS_MS = 450
const STILL_WITHIN = 10

/** A finger that stays where it is. Moving is scrolling. */
const useLongPress = (run: () => void) => {
  const held = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const release = () => {
    clearTimeout(held.current?.timer)
    held.current = null
  }
  return {
    onPointerDown: ({ pointerType, clientX: x, clientY: y }: PointerEvent) => {
      release()
      if (pointerType === 'touch') held.current = { timer: setTimeout(run, LONG_PRESS_MS), x, y }
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = held.current
      if (from !== null && Math.hypot(clientX - from.x, clientY - from.y) > STILL_WITHIN) release()
    },
    onPointerUp: release,
    onPointerCancel: release,
    // The browser's own menu would lie over ours.
    onContextMenu: (event: MouseEvent) => held.current !== null && event.preventDefault(),
  }
}

export const OwnMessage = ({ message, words, session, children }: Props) => {
  const button = useRef<HTMLButtonElement>(null)
  const [mode, setMode] = useState<'still' | 'menu' | 'edit'>('still')
  const own = useLoaded(mode !== 'still', () => import('./OwnActions.tsx'))
  const press = useLongPress(() => setMode('menu'))
  const text = editableText(message)
  const still = (back = false) => {
    setMode('still')
    if (back) button.current?.focus()
  }
  const save = (next: string) => {
    still()
    if (next !== text) session.edit(message.id, next)
  }
  const recall = () => {
    // The button leaves with the message; the keyboard stays in the thread.
    button.current?.closest<HTMLElement>('.log')?.focus({ preventScroll: true })
    session.recall(message.id)
  }
  if (mode === 'edit' && own !== null && text !== null)
    return <own.EditField text={text} words={words} onSave={save} onCancel={() => still()} />
  return (
    <div class="own" {...press}>
      <DotsButton
        class="more"
        label={words.own.menu}
        button={button}
        open={mode === 'menu'}
        onPress={() => setMode(mode === 'menu' ? 'still' : 'menu')}
      />
      {children}
      {mode === 'menu' && own !== null && (
        <own.OwnMenu
          text={text}
          words={words}
          anchor={() => button.current?.nextElementSibling ?? null}
          onEdit={() => setMode('edit')}
          onRecall={recall}
          onClose={still}
        />
      )}
    </div>
  )
}
