// The words of the bot's turn, as conversations means them.
import type { Listener } from '../conversations/index.ts'

export type ThinkState = Parameters<Listener['think']>[0]
export type ThinkGround = Parameters<Listener['think']>[1]
export type Answer = NonNullable<Awaited<ReturnType<Listener['think']>>['answer']>
