// The three ways a file gets in: chosen, pasted, or dropped anywhere on the panel.
import { useRef, useState } from 'preact/hooks'
import type { Words } from './locales/words.ts'

type OnFiles = (files: readonly File[]) => void
const ACCEPT = 'image/png,image/jpeg,image/gif,image/webp,video/*,audio/*,.pdf,.txt,.csv,.docx,.xlsx,.pptx'

export const AttachButton = ({ words, disabled, onFiles }: { words: Words; disabled: boolean; onFiles: OnFiles }) => {
  const input = useRef<HTMLInputElement>(null)
  const onChange = () => {
    const element = input.current
    if (element === null) return
    onFiles([...(element.files ?? [])])
    // The same file may be chosen again after a failure.
    element.value = ''
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        multiple
        hidden
        aria-label={words.attach.choose}
        onChange={onChange}
      />
      <button
        type="button"
        class="attach"
        aria-label={words.attach.choose}
        title={words.attach.choose}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.6 1.6 0 0 1-2.3-2.3L14.5 7.200" />
        </svg>
      </button>
    </>
  )
}

/** A picture from the clipboard; text is pasted as ever. */
export const pastesFiles = (onFiles: OnFiles) => (event: ClipboardEvent) => {
  const files = [...(event.clipboardData?.files ?? [])]
  if (files.length === 0) return
  event.preventDefault()
  onFiles(files)
}

export const useDrop = (onFiles: OnFiles) => {
  const [over, setOver] = useState(false)
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (event.relatedTarget === null) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        onFiles([...(event.dataTransfer?.files ?? [])])
      },
    },
  }
}
