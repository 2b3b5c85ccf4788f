// The bot's turn as intake asks for it: answering implements it, with no database writes of its own.
import type { TurnInput, TurnResult } from '../answering/index.ts'

export type { TurnInput, TurnResult } from '../answering/index.ts'
export type TakeTurn = (turn: TurnInput) => Promise<TurnResult>
