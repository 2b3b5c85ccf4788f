// The sentences the shipped emotion model is trained on, as labelled examples.
import type { FeatureOptions } from '../learn/features.ts'
import { AFRAID_EN, AFRAID_ZH } from './sayings-afraid.ts'
import { ANGRY_EN, ANGRY_ZH } from './sayings-angry.ts'
import { HAPPY_EN, HAPPY_ZH } from './sayings-happy.ts'
import { NEUTRAL_EN, NEUTRAL_ZH } from './sayings-neutral.ts'
import { SAD_EN, SAD_ZH } from './sayings-sad.ts'
import { SURPRISED_EN, SURPRISED_ZH } from './sayings-surprised.ts'
import type { Emotion } from './verdict.ts'

const SAYINGS: Readonly<Record<Emotion, { readonly zh: string; readonly en: string }>> = {
  angry: { zh: ANGRY_ZH, en: ANGRY_EN },
  sad: { zh: SAD_ZH, en: SAD_EN },
  afraid: { zh: AFRAID_ZH, en: AFRAID_EN },
  happy: { zh: HAPPY_ZH, en: HAPPY_EN },
  surprised: { zh: SURPRISED_ZH, en: SURPRISED_EN },
  neutral: { zh: NEUTRAL_ZH, en: NEUTRAL_EN },
}

/** How the small models read a message: as the intents do, so that it is read once for all of them. */
export const READ: Partial<FeatureOptions> = { skips: true }

/** A block of sayings, ` / ` or a line break between them, as a list. */
export const sentencesOf = (block: string): string[] =>
  block
    .split(/\n| \/ /)
    .map((sentence) => sentence.trim())
    .filter(Boolean)

export const emotionExamples = (language: 'zh' | 'en'): { text: string; label: Emotion }[] =>
  (Object.keys(SAYINGS) as Emotion[]).flatMap((label) =>
    sentencesOf(SAYINGS[label][language]).map((text) => ({ text, label })),
  )
