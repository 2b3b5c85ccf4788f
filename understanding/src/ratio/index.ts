// The log-count-ratio door: models trained when measuring, not shipped.
export { bestOf, heldOutScores, type Labelled, type RatioModel, trainRatio, type View } from './model.ts'
export { tuneOffsets } from './offsets.ts'
export type { Recipe } from './solve.ts'
