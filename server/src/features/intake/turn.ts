// The bot's turn as intake asks for it; answering implements it. No database writes of its own.
import type { HandoverReason, Part, Source, Uuid, VisitContext } from '@ballast/contract'

type Dialog = { readonly [key: string]: unknown }

export interface TurnInput {
  readonly tenant: Uuid
  readonly inbox: { readonly id: Uuid; readonly locale: string; readonly botName: string }
  readonly contact: {
    readonly id: Uuid
    readonly externalId: string | null
    readonly verified: boolean
    readonly name: string | null
    readonly level: string | null
  }
  readonly locale: string | null
  readonly dialog: Dialog | null
  /** Oldest first, without the message being answered. */
  readonly recent: readonly { readonly author: 'customer' | 'bot' | 'agent'; readonly text: string }[]
  readonly text: string
  readonly parts: readonly Part[]
  readonly context?: VisitContext
  /** Epoch ms. */
  readonly now: number
}
export interface TurnResult {
  readonly outcome: 'answered' | 'asked' | 'acted' | 'handed-over' | 'silent' | 'unsure'
  readonly parts: readonly Part[]
  readonly sources: readonly Source[]
  readonly dialog: object | null
  readonly handover?: HandoverReason
  readonly verdict: {
    readonly language: string
    readonly intent: string
    readonly confidence: number
    readonly emotion: string
    readonly asksForPerson: boolean
  }
  readonly action: string | null
}
export type TakeTurn = (turn: TurnInput) => Promise<TurnResult>
