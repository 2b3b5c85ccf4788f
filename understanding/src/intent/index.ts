// The intent door: teach, ask, correct, keep and judge a shop's intents.
export { evaluateIntent, type IntentEvaluation, type IntentFigures } from './evaluate.ts'
export { learned } from './learned.ts'
export { mainWish } from './main-wish.ts'
export { type ClauseIntent, type Intent, IntentModel, intentsFromBytes, readingIntents } from './model.ts'
export { type PlainWishes, plainWishes } from './plain-wishes.ts'
export { type IntentOptions, trainIntents } from './train.ts'
