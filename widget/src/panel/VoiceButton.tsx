// The way to a voice note: a button where a microphone can be asked for, and nothing where it cannot.
import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import type { Words } from './locales/words.ts'
import type { RecorderProps } from './voice/Recorder.tsx'

interface WithPolicy extends Document {
  readonly featurePolicy?: { allowsFeature(name: string): boolean }
}

/** Insecure pages have no microphone; a page around us may keep it from its frames, which not every browser tells. */
export const canRecord = (): boolean =>
  typeof MediaRecorder === 'function' &&
  navigator.mediaDevices?.getUserMedia !== undefined &&
  (document as WithPolicy).featurePolicy?.allowsFeature('microphone') !== false

export interface VoiceNotes {
  /** Null: not recording. */
  readonly Recorder: ComponentType<RecorderProps> | null
  readonly failed: boolean
  start(): void
  end(): void
}

/** The recorder's code comes at the first tap. */
export const useVoiceNotes = (): VoiceNotes => {
  const [Recorder, setRecorder] = useState<ComponentType<RecorderProps> | null>(null)
  const [failed, setFailed] = useState(false)
  return {
    Recorder,
    failed,
    start: () => {
      setFailed(false)
      import('./voice/Recorder.tsx').then(
        (loaded) => setRecorder(() => loaded.Recorder),
        () => setFailed(true),
      )
    },
    end: () => setRecorder(null),
  }
}

export const VoiceButton = ({ words, disabled, onStart }: { words: Words; disabled: boolean; onStart: () => void }) => (
  <button
    type="button"
    class="attach voice"
    aria-label={words.voice.record}
    title={words.voice.record}
    disabled={disabled}
    onClick={onStart}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3ZM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5v3" />
    </svg>
  </button>
)
