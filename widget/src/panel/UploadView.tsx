// A file on its way up: what it is, how far it is, and why it did not go.
import { useState } from 'preact/hooks'
import { formatBytes, formatLength } from './format.ts'
import type { Words } from './locales/words.ts'
import type { Upload } from './thread-state.ts'

interface Props {
  readonly upload: Upload
  readonly words: Words
  readonly onRetry: () => void
  readonly onDrop: () => void
}

export const UploadView = ({ upload, words, onRetry, onDrop }: Props) => {
  const { bytes, preview, voiceMs, done, failed } = upload
  // Bears the name of a picture and is none: its own name says more than half a frame.
  const [broken, setBroken] = useState(false)
  const name = voiceMs === null ? upload.name : words.media.audio
  return (
    <div class="line upload">
      <div class="row me">
        <div class={failed === null ? 'stack sending' : 'stack'}>
          {preview === null || broken ? (
            <p class="bubble file">
              <span>{name}</span>{' '}
              <small>{voiceMs === null ? formatBytes(bytes, words.locale) : formatLength(voiceMs)}</small>
            </p>
          ) : (
            <span class="picture">
              <img src={preview} alt={name} onError={() => setBroken(true)} />
            </span>
          )}
          {failed === null && <progress max={1} value={done} aria-label={words.attach.sending(name)} />}
        </div>
      </div>
      {failed !== null && (
        <p class="receipt failed" role="alert">
          {words.problems[failed] ?? words.problems.other}{' '}
          <button type="button" onClick={onRetry}>
            {words.state.retry}
          </button>{' '}
          <button type="button" onClick={onDrop}>
            {words.attach.drop}
          </button>
        </p>
      )}
    </div>
  )
}
