// How a voice feels, from numbers a speech front end measures; the same verdict as for typed words. No audio is read here.
import { EMOTIONS, type Emotion, type Feeling, within } from './verdict.ts'

/** Of one utterance of at least about a second. */
export interface Prosody {
  /** Mean fundamental frequency, Hz (men about 85–155, women 165–255, children to 400). */
  readonly pitchMean: number
  /** Its standard deviation in semitones: 1–2 flat, 3–4 lively, above 5 agitated. */
  readonly pitchVariation: number
  /** Mean level, dB above the speaker's or the line's quiet speech: 0 calm, 6 raised, 12 shouting, -4 low. */
  readonly energy: number
  /** Syllables a second, pauses left out: 3 slow, 4.5 usual, 6.5 hurried. */
  readonly speechRate: number
  /** Share of silence, 0..1: 0.1 fluent, 0.2 usual, 0.4 halting. */
  readonly pauses: number
  /** The speaker's own calm pitch in Hz, when earlier utterances tell it. */
  readonly usualPitch?: number
}

interface Deviation {
  /** Each in steps from usual speech, about -2..2. */
  readonly pitch: number
  readonly lively: number
  readonly loud: number
  readonly fast: number
  readonly halting: number
}

/** Without the speaker's own pitch, the nearer of a man's and a woman's usual voice. */
const usualOf = (pitch: number): number =>
  Math.abs(Math.log2(pitch / 120)) < Math.abs(Math.log2(pitch / 205)) ? 120 : 205

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise)

const deviationOf = (voice: Prosody): Deviation => {
  const pitch = within(finite(voice.pitchMean, 165), 50, 600)
  const usual = within(finite(voice.usualPitch ?? usualOf(pitch), 165), 50, 600)
  // Two semitones above one's own voice is a step; a guessed voice tells half as much.
  const known = voice.usualPitch === undefined ? 0.5 : 1
  return {
    pitch: within(((12 * Math.log2(pitch / usual)) / 2) * known, -2.5, 2.5),
    lively: within((finite(voice.pitchVariation, 2.8) - 2.8) / 1.2, -2.5, 2.5),
    loud: within((finite(voice.energy, 1) - 1) / 4, -2.5, 2.5),
    fast: within((finite(voice.speechRate, 4.5) - 4.5) / 1.1, -2.5, 2.5),
    halting: within((finite(voice.pauses, 0.2) - 0.2) / 0.1, -2.5, 2.5),
  }
}

/** Pull of each deviation on each emotion; directions after Scherer (2003), sizes set by us. */
const PULL: Readonly<
  Record<Emotion, readonly [bias: number, pitch: number, lively: number, loud: number, fast: number, halting: number]>
> = {
  angry: [-1.2, 0.35, 0.5, 1.1, 0.6, -0.4],
  sad: [-1.2, -0.4, -0.7, -0.8, -0.8, 0.8],
  afraid: [-1.4, 0.9, 0.1, -0.4, 0.8, 0.5],
  happy: [-1.3, 0.6, 0.9, 0.25, 0.2, -0.4],
  surprised: [-2, 0.9, 1.0, 0.2, -0.1, 0.2],
  neutral: [0.9, 0, 0, 0, 0, 0],
}
const GOODNESS: Readonly<Record<Emotion, number>> = {
  angry: -1,
  sad: -0.8,
  afraid: -0.6,
  happy: 0.9,
  surprised: 0,
  neutral: 0,
}

/** Loudness and speed tell arousal well and good from bad badly: no verdict is surer than this. */
const MOST = 0.75

const reasonsOf = (by: Deviation): string[] => {
  const named: readonly (readonly [string, number, string, string])[] = [
    ['pitch', by.pitch, 'high', 'low'],
    ['melody', by.lively, 'lively', 'flat'],
    ['energy', by.loud, 'loud', 'low'],
    ['rate', by.fast, 'fast', 'slow'],
    ['pauses', by.halting, 'many', 'few'],
  ]
  return named
    .filter(([, value]) => Math.abs(value) >= 0.8)
    .map(([name, value, up, down]) => `${name}.${value > 0 ? up : down}`)
}

/** Pure; nonsense (NaN, infinities) reads as usual speech. */
export const toneOfVoice = (voice: Prosody): Feeling => {
  const by = deviationOf(voice)
  const values = [1, by.pitch, by.lively, by.loud, by.fast, by.halting]
  const powers = EMOTIONS.map((emotion) => Math.exp(PULL[emotion].reduce((sum, pull, i) => sum + pull * values[i]!, 0)))
  const all = powers.reduce((a, b) => a + b, 0)
  const chances = powers.map((power) => power / all)
  const best = chances.indexOf(Math.max(...chances))
  const arousal = within((by.loud + by.fast + by.pitch * 0.5 + by.lively * 0.5) / 4, -1, 1)
  return {
    polarity: within(
      EMOTIONS.reduce((sum, emotion, i) => sum + GOODNESS[emotion] * chances[i]!, 0),
      -1,
      1,
    ),
    strength: within((1 - chances[EMOTIONS.indexOf('neutral')]!) * (0.4 + 0.6 * Math.abs(arousal)), 0, 1),
    emotion: EMOTIONS[best]!,
    probability: Math.min(MOST, chances[best]!),
    urgency: within(0.35 * Math.max(0, by.fast) + 0.2 * Math.max(0, by.loud) - 0.2 * Math.max(0, by.halting), 0, 1),
    reasons: reasonsOf(by),
  }
}
