// A soft sound for an answer that nobody is looking at. Made of two sine tones, so there is no file to fetch.
import { readStored, writeStored } from '../look.ts'

const KEY = 'ballast:sound'
const TONES = [660, 880]
const LOUDNESS = 0.08
const TONE_SECONDS = 0.22
/** Ten answers at once are one sound. */
const APART_MS = 2_000

let context: AudioContext | null = null
let lastAt = Number.NEGATIVE_INFINITY

/** On unless this device was told otherwise. */
export const soundOn = (): boolean => readStored(KEY) !== false
export const setSound = (on: boolean): void => writeStored(KEY, on ? null : false)

/** Browsers let a page sound only after it was touched, so the way to the loudspeaker is opened at the first touch. */
export const armSound = (): void => {
  const arm = () => {
    removeEventListener('pointerdown', arm, true)
    removeEventListener('keydown', arm, true)
    if (typeof AudioContext === 'function') context ??= new AudioContext()
  }
  addEventListener('pointerdown', arm, true)
  addEventListener('keydown', arm, true)
}

const tone = (audio: AudioContext, hertz: number, at: number): void => {
  const oscillator = audio.createOscillator()
  const gain = audio.createGain()
  oscillator.frequency.value = hertz
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + TONE_SECONDS)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + TONE_SECONDS)
}

export const chime = async (now: number): Promise<void> => {
  if (context === null || !soundOn() || now - lastAt < APART_MS) return
  lastAt = now
  // A tab in the background has its sound put to sleep.
  if (context.state === 'suspended') await context.resume()
  for (const [place, hertz] of TONES.entries()) tone(context, hertz, context.currentTime + place * 0.11)
}
