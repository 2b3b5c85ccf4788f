// The desk's two sounds, made of sine waves: nothing is downloaded. Browsers let a page sound only after a press or a click.
import type { AlertKind } from './alert-for.ts'

/** Two short notes up for a customer of mine; one low, then a lower one, for somebody who waits. Hertz. */
const NOTES: Readonly<Record<AlertKind, readonly number[]>> = { mine: [660, 880], waiting: [523, 392, 523] }
const NOTE_S = 0.16
const LOUDNESS = 0.12

let touched = false
let context: AudioContext | null = null

/** Called by every press and click in this tab; some browsers wake a sleeping context only inside one. */
export const unlockSound = (): void => {
  touched = true
  if (context?.state === 'suspended') void context.resume()
}
export const canSound = (): boolean => touched && (context === null || context.state === 'running')

/** The way to the loudspeaker takes tens of milliseconds to open: with the first sound, not with the reader's first click. */
const opened = (): AudioContext => {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
  return context
}

export const sound = (kind: AlertKind): void => {
  if (!touched) return
  const context = opened()
  for (const [index, hertz] of NOTES[kind].entries()) {
    const at = context.currentTime + index * NOTE_S
    const loudness = context.createGain()
    // A soft start and end: a wave that is cut clicks.
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S * 1.6)
    const wave = context.createOscillator()
    wave.frequency.value = hertz
    wave.connect(loudness).connect(context.destination)
    wave.start(at)
    wave.stop(at + NOTE_S * 1.7)
  }
}
