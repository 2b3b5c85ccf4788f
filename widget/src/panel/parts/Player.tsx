// Plays a voice message. Our own, because what browsers record names no length and their own players then show none.
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatElapsed, formatLength } from '../format.ts'
import type { Words } from '../locales/words.ts'

interface Props {
  readonly url: string
  readonly durationMs: number | undefined
  readonly words: Words
}
/** Far beyond any end: looking for it makes a browser find out how long a sound is. */
const BEYOND_SECONDS = 1e7

/** One voice at a time. */
let playing: HTMLAudioElement | null = null

const usePlayer = (durationMs: number | undefined) => {
  const audio = useRef<HTMLAudioElement>(null)
  const seeking = useRef(false)
  const [on, setOn] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(durationMs ?? 0)
  useEffect(() => () => audio.current?.pause(), [])
  const measure = () => {
    const element = audio.current
    if (element === null) return
    if (Number.isFinite(element.duration)) {
      if (durationMs === undefined) setLength(element.duration * 1_000)
      if (seeking.current) element.currentTime = 0
      seeking.current = false
    } else if (!seeking.current) {
      seeking.current = true
      element.currentTime = BEYOND_SECONDS
    }
  }
  const toggle = () => {
    const element = audio.current
    if (element === null) return
    if (!element.paused) return element.pause()
    if (playing !== element) playing?.pause()
    playing = element
    element.play().catch(() => setOn(false))
  }
  const seek = (ms: number) => {
    if (audio.current !== null) audio.current.currentTime = ms / 1_000
    setAt(ms)
  }
  const handlers = {
    onLoadedMetadata: measure,
    onDurationChange: measure,
    onPlay: () => setOn(true),
    onPause: () => setOn(false),
    onEnded: () => seek(0),
    onTimeUpdate: () => !seeking.current && setAt((audio.current?.currentTime ?? 0) * 1_000),
  }
  return { audio, handlers, on, at, length, toggle, seek }
}

export const Player = ({ url, durationMs, words }: Props) => {
  const { audio, handlers, on, at, length, toggle, seek } = usePlayer(durationMs)
  const shown = Math.min(at, length)
  return (
    <div class="player">
      <button type="button" aria-label={on ? words.voice.pause : words.voice.play} onClick={toggle}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={on ? 'M8 5v14M16 5v14' : 'm8 5 11 7-11 7z'} />
        </svg>
      </button>
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.round(length))}
        step={100}
        value={Math.round(shown)}
        aria-label={words.voice.position}
        aria-valuetext={`${formatElapsed(shown)} / ${formatLength(length)}`}
        onInput={(event) => seek(Number((event.currentTarget as HTMLInputElement).value))}
      />
      <span class="number">{on || at > 0 ? formatElapsed(shown) : formatLength(length)}</span>
      <audio ref={audio} preload="metadata" src={url} {...handlers} />
    </div>
  )
}
