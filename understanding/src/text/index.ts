// Text as it arrives made text as models read it: normal writing, words, numbers, sounds.
export { type DigitRun, digitsOf } from './digits.ts'
export { type Normal, normalise } from './normalise.ts'
export { soundOf, soundsOf } from './pinyin.ts'
export { chineseSegmenter, segment } from './segment.ts'
export type { Signals } from './signals.ts'
export { skeletonOf, withinOneEdit } from './spelling.ts'
