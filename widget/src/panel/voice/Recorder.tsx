// Stands in the composer's place while a voice note is made: record, stop, listen, send. Loaded at the first tap.
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatElapsed } from '../format.ts'
import type { Words } from '../locales/words.ts'
import { Player } from '../parts/Player.tsx'
import type { Store } from '../store.ts'
import {
  MAX_RECORDING_MS,
  problemOf,
  type Recorded,
  type Recording,
  type RecordingProblem,
  startRecording,
} from './recording.ts'

export interface RecorderProps {
  readonly words: Words
  /** Nobody is recorded by a panel they have put away. */
  readonly shown: Store<boolean>
  readonly onSend: (file: File, durationMs: number) => void
  readonly onEnd: () => void
}
type Step =
  | { readonly at: 'asking' }
  | { readonly at: 'recording'; readonly recording: Recording }
  | { readonly at: 'done'; readonly recorded: Recorded; readonly url: string; readonly full: boolean }
  | { readonly at: 'problem'; readonly problem: RecordingProblem }

const TICK_MS = 100

/** Asks for the microphone on the first showing; whatever becomes of it, the microphone is let go at the end. */
const useRecording = (shown: Store<boolean>): { step: Step; stop: () => void } => {
  const [step, setStep] = useState<Step>({ at: 'asking' })
  const running = useRef<Recording | null>(null)
  const stop = async () => {
    const recording = running.current
    running.current = null
    if (recording === null) return
    const recorded = await recording.stop()
    const full = recorded.ms >= MAX_RECORDING_MS
    setStep({ at: 'done', recorded, url: URL.createObjectURL(recorded.file), full })
  }
  useEffect(() => {
    let here = true
    startRecording().then(
      (recording) => {
        if (!here) return recording.cancel()
        running.current = recording
        setStep({ at: 'recording', recording })
      },
      (error) => here && setStep({ at: 'problem', problem: problemOf(error) }),
    )
    const unwatch = shown.watch((on) => !on && void stop())
    return () => {
      here = false
      unwatch()
      running.current?.cancel()
    }
  }, [])
  return { step, stop: () => void stop() }
}

const Meter = ({ recording, words, onFull }: { recording: Recording; words: Words; onFull: () => void }) => {
  const [now, setNow] = useState({ ms: 0, level: 0 })
  useEffect(() => {
    const timer = setInterval(() => {
      setNow({ ms: recording.elapsed(), level: recording.level() })
      if (recording.elapsed() >= MAX_RECORDING_MS) onFull()
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [recording])
  return (
    <div class="meter">
      <span class="unseen" role="status">
        {words.voice.recording}
      </span>
      <i aria-hidden="true" />
      <span class="number" role="timer">
        {formatElapsed(now.ms)}
      </span>
      <progress aria-hidden="true" max={1} value={now.level} />
    </div>
  )
}

const STOP = 'M7 7h10v10H7z'
const SEND = 'M12 19V5m-6 6 6-6 6 6'
const DISCARD = 'm6 6 12 12M18 6 6 18'

const Tool = (props: { name: string; kind: string; path: string; focused?: boolean; onPress: () => void }) => {
  const { name, kind, path, focused = false, onPress } = props
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused) button.current?.focus({ preventScroll: true })
  }, [focused])
  return (
    <button type="button" class={kind} aria-label={name} title={name} ref={button} onClick={onPress}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}

const Middle = ({ step, words, onFull }: { step: Step; words: Words; onFull: () => void }) => {
  if (step.at === 'asking') return <p role="status">{words.voice.asking}</p>
  if (step.at === 'problem') return <p role="alert">{words.voice[step.problem]}</p>
  if (step.at === 'recording') return <Meter recording={step.recording} words={words} onFull={onFull} />
  return (
    <div class="made">
      <Player url={step.url} durationMs={step.recorded.ms} words={words} />
      {step.full && <p role="status">{words.voice.longest}</p>}
    </div>
  )
}

export const Recorder = ({ words, shown, onSend, onEnd }: RecorderProps) => {
  const { step, stop } = useRecording(shown)
  const url = step.at === 'done' ? step.url : null
  useEffect(() => () => void (url !== null && URL.revokeObjectURL(url)), [url])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // Escape ends the recording, not the whole chat.
    event.stopPropagation()
    onEnd()
  }
  const send = ({ file, ms }: Recorded) => {
    onSend(file, ms)
    onEnd()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form; these are commands
    <div class="composer recorder" role="group" aria-label={words.voice.record} onKeyDown={onKeyDown}>
      <Tool name={words.voice.discard} kind="attach" path={DISCARD} focused={step.at === 'problem'} onPress={onEnd} />
      <Middle step={step} words={words} onFull={stop} />
      {step.at === 'recording' && <Tool name={words.voice.stop} kind="send stop" path={STOP} focused onPress={stop} />}
      {step.at === 'done' && (
        <Tool name={words.voice.send} kind="send" path={SEND} focused onPress={() => send(step.recorded)} />
      )}
    </div>
  )
}
