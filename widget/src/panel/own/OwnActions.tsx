// What can be done with an own message, and the field in which it is written anew.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Words } from '../locales/words.ts'
import { type MenuEntry, PopMenu } from '../menu/PopMenu.tsx'

interface MenuProps {
  /** Null for what is not text alone. */
  readonly text: string | null
  readonly words: Words
  readonly anchor: () => Element | null
  readonly onEdit: () => void
  readonly onRecall: () => void
  readonly onClose: (back: boolean) => void
}
const COPY = 'M9 9h10.5v11H9zM5.5 15.5h-1v-11h10.5v1'
const EDIT = 'm4.5 19.5 1-4L16.5 4.5l3 3L8.5 18.5zM14 7l3 3'
const RECALL = 'M9 5 4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 0 10h-3'

const copy = (text: string) => {
  // A browser may forbid it to frames; there is nothing to say then that helps.
  navigator.clipboard?.writeText(text).catch(() => undefined)
}

export const OwnMenu = ({ text, words, anchor, onEdit, onRecall, onClose }: MenuProps) => {
  const forText: MenuEntry[] =
    text === null
      ? []
      : [
          { id: 'edit', label: words.own.edit, icon: EDIT, run: onEdit },
          { id: 'copy', label: words.own.copy, icon: COPY, run: () => copy(text) },
        ]
  const entries = [...forText, { id: 'recall', label: words.own.recall, icon: RECALL, run: onRecall }]
  return <PopMenu label={words.own.menu} entries={entries} anchor={anchor} onClose={onClose} />
}

interface FieldProps {
  readonly text: string
  readonly words: Words
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}
const MAX_TEXT = 8_000

export const EditField = ({ text, words, onSave, onCancel }: FieldProps) => {
  const field = useRef<HTMLTextAreaElement>(null)
  const [next, setNext] = useState(text)
  useEffect(() => {
    const element = field.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  const save = () => next.trim() !== '' && onSave(next.trim())
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Escape gives up the edit, not the whole chat.
      event.stopPropagation()
      onCancel()
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault()
      save()
    }
  }
  return (
    <form
      class="rewrite"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <textarea
        ref={field}
        rows={2}
        maxLength={MAX_TEXT}
        aria-label={words.own.editing}
        value={next}
        onInput={(event) => setNext(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p>
        <button type="button" onClick={onCancel}>
          {words.own.cancel}
        </button>
        <button type="submit" class="save" disabled={next.trim() === ''}>
          {words.own.save}
        </button>
      </p>
    </form>
  )
}
