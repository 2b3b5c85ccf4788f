// Where the visitor writes. Enter sends, Shift+Enter breaks the line, and an input method's Enter only picks a word.
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { AttachButton, pastesFiles } from './Attach.tsx'
import type { Words } from './locales/words.ts'
import { type Store, useStore } from './store.ts'
import { canRecord, useVoiceNotes, VoiceButton } from './VoiceButton.tsx'

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
  readonly onVoice: (file: File, durationMs: number) => void
  readonly shown: Store<boolean>
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

const SendButton = ({ words, disabled }: { words: Words; disabled: boolean }) => (
  <button type="submit" class="send" aria-label={words.send} disabled={disabled}>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 19V5m-6 6 6-6 6 6" />
    </svg>
  </button>
)

/** The words being written outlive a recording made in between. */
export const Composer = (props: Props) => {
  const { words, draft, shown, handle, onVoice } = props
  const text = useStore(draft)
  const voice = useVoiceNotes()
  const end = () => {
    voice.end()
    requestAnimationFrame(() => handle.current?.focus())
  }
  if (voice.Recorder !== null) return <voice.Recorder words={words} shown={shown} onSend={onVoice} onEnd={end} />
  return (
    <>
      {voice.failed && (
        <p class="notice refused" role="alert">
          {words.voice.failed}
        </p>
      )}
      <Writing {...props} text={text} setText={(next) => draft.set(() => next)} onRecord={voice.start} />
    </>
  )
}

interface WritingProps extends Props {
  readonly text: string
  readonly setText: (text: string) => void
  readonly onRecord: () => void
}
const Writing = (props: WritingProps) => {
  const { words, disabled, handle, onSay, onFiles, onTyping, text, setText, onRecord } = props
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
  const onSubmit = (event: Event) => {
    event.preventDefault()
    send()
  }
  const nothing = text.trim() === ''
  return (
    <form class="composer" onSubmit={onSubmit}>
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
      {nothing && canRecord() ? (
        <VoiceButton words={words} disabled={disabled} onStart={onRecord} />
      ) : (
        <SendButton words={words} disabled={disabled || nothing} />
      )}
    </form>
  )
}
