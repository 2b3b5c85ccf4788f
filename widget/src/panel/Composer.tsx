// Where the visitor writes. Enter sends, Shift+Enter breaks the line, and an input method's Enter only picks a word.
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { AttachButton, pastesFiles } from './Attach.tsx'
import type { Words } from './locales/words.ts'
import { type Store, useStore } from './store.ts'

export interface ComposerHandle {
  focus(): void
}
interface Props {
  readonly words: Words
  readonly draft: Store<string>
  readonly disabled: boolean
  readonly handle: RefObject<ComposerHandle | null>
  readonly onSay: (text: string) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onTyping: (on: boolean) => void
}
const MAX_TEXT = 8_000
/** Key code browsers report for a key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229

/** Safari ends the composition before it reports the Enter that ended it; `keyCode` still tells. */
const sends = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== TAKEN_BY_INPUT_METHOD

/** The field that `handle` focuses; as tall as its text also in browsers whose style sheets cannot say so. */
const useField = (handle: Props['handle'], text: string) => {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    handle.current = { focus: () => field.current?.focus({ preventScroll: true }) }
  }, [handle])
  useEffect(() => {
    const element = field.current
    if (element === null || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [text])
  return field
}

export const Composer = ({ words, draft, disabled, handle, onSay, onFiles, onTyping }: Props) => {
  const text = useStore(draft)
  const setText = (next: string) => draft.set(() => next)
  const field = useField(handle, text)

  const send = () => {
    const trimmed = text.trim()
    if (trimmed === '' || disabled) return
    setText('')
    onTyping(false)
    onSay(trimmed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!sends(event)) return
    event.preventDefault()
    send()
  }
  const onInput = (event: Event) => {
    const { value } = event.currentTarget as HTMLTextAreaElement
    setText(value)
    onTyping(value !== '')
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <AttachButton words={words} disabled={disabled} onFiles={onFiles} />
      <textarea
        ref={field}
        rows={1}
        value={text}
        maxLength={MAX_TEXT}
        placeholder={words.placeholder}
        aria-label={words.placeholder}
        disabled={disabled}
        enterkeyhint="send"
        onInput={onInput}
        onKeyDown={onKeyDown}
        onPaste={pastesFiles(onFiles)}
        onBlur={() => onTyping(false)}
      />
      <button type="submit" class="send" aria-label={words.send} disabled={disabled || text.trim() === ''}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 19V5m-6 6 6-6 6 6" />
        </svg>
      </button>
    </form>
  )
}
