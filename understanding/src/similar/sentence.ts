// A question as a sparse vector: hashed words, pairs, characters and pieces of words, so that nothing need be downloaded.
import { features, fold } from '../features.ts'

/** Dimensions are hashed into this many; two features sharing one is rare enough not to show. */
export const DIMENSIONS = 1 << 16

/** What else a question is about, such as its likely intents; each name is one more dimension. Weights 0…1. */
export type Meaning = (text: string) => Iterable<readonly [name: string, weight: number]>

/** Dimensions ascending, each once, with how strongly the question has it: 1…255. */
export interface Sentence {
  readonly dimensions: Uint16Array
  readonly weights: Uint8Array
}

const fnv = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) & (DIMENSIONS - 1)
}

/** Pieces of words (`~pai`) and single characters say less than words and pairs. */
const shareOf = (feature: string): number => (feature.startsWith('~') ? 0.35 : feature.length === 1 ? 0.6 : 1)

/** The weight of a feature heard once; twice is a little more, never twice as much. */
const ONCE = 60
const MOST = 255
/** Said by the meaning: stronger than any single word. Of 30 to 200 this found most paraphrases. */
const MEANT = 100

/** Never throws; looks at the first 600 characters. */
export const sentenceOf = (text: string, meaning?: Meaning): Sentence => {
  const heard = new Map<number, number>()
  for (const feature of features(fold(text))) {
    const at = fnv(feature)
    const before = heard.get(at)
    heard.set(at, before === undefined ? ONCE * shareOf(feature) : before * 1.3)
  }
  if (meaning)
    for (const [name, weight] of meaning(text)) {
      const strength = MEANT * Math.min(1, Math.max(0, weight))
      if (strength >= 1) heard.set(fnv(`\u0001${name}`), strength)
    }
  const dimensions = Uint16Array.from(heard.keys()).sort()
  const weights = Uint8Array.from(dimensions, (at) => Math.max(1, Math.min(MOST, Math.round(heard.get(at)!))))
  return { dimensions, weights }
}
