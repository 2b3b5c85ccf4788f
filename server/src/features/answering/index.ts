// The bot's turn: what a customer's message is answered with.
export { colourText } from './compose/language.ts'
export { type Dialog, EMPTY_DIALOG } from './rules/dialog.ts'
export { sayLine } from './say.ts'
export { takeTurn } from './take-turn.ts'
export type { AnsweringParts, TurnInput, TurnResult } from './turn.ts'
