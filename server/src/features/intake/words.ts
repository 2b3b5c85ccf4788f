// The words of the bot's turn, as conversations means them.
import type { Think } from '../conversations/index.ts'

export type ThinkState = Parameters<Think>[0]
export type ThinkGround = Parameters<Think>[1]
type Thought = Awaited<ReturnType<Think>>
export type Answer = NonNullable<Thought['answer']>
export type Verdict = NonNullable<Thought['verdict']>
