// What goes into a turn of the bot and what comes out.
import type { HandoverReason, Part, Source, Uuid, VisitContext } from '@ballast/contract'
import type { Buyer, Cart } from '@ballast/contract/promotions'
import type { ModelOutcome } from '@ballast/contract/routes/models'
import type { MessageVerdict } from '@ballast/understanding/verdict'
import type { Commerce } from '../commerce/index.ts'
import type { KnowledgeSearch, Showing } from '../knowledge/index.ts'
import type { Models } from '../models/index.ts'
import type { RulesInForce } from '../promotions/index.ts'
import type { Voices } from '../voice/index.ts'
import type { Dialog } from './rules/dialog.ts'
import type { Fault } from './rules/guard/guard.ts'

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
  /** The channel the message came through. */
  readonly channel?: string
  /** What the last turn of this conversation returned. */
  readonly dialog: Dialog | null
  readonly recent: readonly { readonly author: 'customer' | 'bot' | 'agent'; readonly text: string }[]
  readonly text: string
  /** What `text` was heard to mean. */
  readonly verdict: MessageVerdict
  readonly parts: readonly Part[]
  readonly context?: VisitContext
  /** Epoch ms. */
  readonly now: number
  /** Hears what the turn has to say so far, whole each time, while it still looks things up. Must not throw. */
  readonly onText?: (soFar: string) => void
  /** For the books of a language model. */
  readonly conversationId?: Uuid
  /** Aborted when nobody waits for fine words any more: the customer wrote again, or a person took over. */
  readonly hurry?: AbortSignal
}

/** A price as it was told: enough to work it out again under later rules. */
export interface Told {
  readonly cart: Cart
  readonly buyer: Buyer
  /** Minor units. */
  readonly amount: number
  /** Of the rules. */
  readonly version: number
}

export interface TurnResult {
  readonly outcome: 'answered' | 'asked' | 'acted' | 'handed-over' | 'silent' | 'unsure'
  /** Empty only when `outcome` is `silent`. */
  readonly parts: Part[]
  readonly sources: Source[]
  readonly dialog: Dialog | null
  readonly handover?: HandoverReason
  /** What the bot calls itself, where the voice of the brand names it otherwise than the inbox. */
  readonly botName?: string
  /** What was looked up or done in the shop's systems, such as `order.read`. */
  readonly action: string | null
  /** Prices it states that the rules in force made. */
  readonly told?: readonly Told[]
  /** `ok`: a language model worded it; otherwise why it did not. Absent: nobody asked one. */
  readonly wording?: ModelOutcome
}

export interface AnsweringParts {
  readonly knowledge: KnowledgeSearch
  readonly commerce: Commerce
  /** Steps, pictures and videos of what is cited, and the error codes of the product on view. Absent: words alone. */
  readonly showing?: Pick<Showing, 'illustrate' | 'solve'>
  /** Absent: everybody is answered in our own plain voice. */
  readonly voices?: Pick<Voices, 'of'>
  /** The promotion rules in force; null: none. */
  readonly rulesOf?: (tenant: Uuid) => Promise<RulesInForce | null>
  /** Absent: everything is said as code wrote it. */
  readonly models?: Pick<Models, 'isOn' | 'ask'>
  /** Hears what the guard kept from being said: codes, never words. Must not throw. */
  readonly onFaults?: (caught: Caught) => void
}

export interface Caught {
  readonly tenant: Uuid
  /** `word`: one the brand never says. */
  readonly faults: readonly (Fault | 'word')[]
  /** What the customer got instead. */
  readonly became: 'replaced' | 'handed-over' | 'unsaid'
}
