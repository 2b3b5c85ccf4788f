// The one way out of a turn: what the bot says, finished or under way, passes the guard here and nowhere else.

import type { Money, Part, Uuid } from '@ballast/contract'
import { type Language, ZONE } from './compose/language.ts'
import { composeHandOver, type Draft } from './compose/reply.ts'
import type { Dialog } from './rules/dialog.ts'
import { moneyFact } from './rules/guard/fact.ts'
import { guard, showable } from './rules/guard/guard.ts'
import type { AnsweringParts, TurnInput, TurnResult } from './turn.ts'

export interface Saying {
  readonly input: TurnInput
  readonly language: Language
  readonly draft: Draft
  readonly dialog: Dialog
}

export const say = (
  parts: Pick<AnsweringParts, 'onFaults'>,
  { input, language, draft, dialog }: Saying,
): TurnResult => {
  const { computed, cited, ...reply } = draft
  const verdict = guard({ parts: reply.parts, computed, cited, now: input.now, timeZone: ZONE })
  if ('ok' in verdict) return { ...reply, dialog }
  const { tenant } = input
  const { faults } = verdict
  if ('replaced' in verdict) {
    parts.onFaults?.({ tenant, faults, became: 'replaced' })
    return { ...reply, parts: [...verdict.replaced], dialog }
  }
  parts.onFaults?.({ tenant, faults, became: 'handed-over' })
  // Of a draft that states what nobody knows, nothing is kept: neither its sources nor what it says it did.
  const { computed: _known, cited: _cited, ...person } = composeHandOver('bot-unsure', language)
  return { ...person, dialog: { ...dialog, pending: null } }
}

/** A line code wrote outside a turn, as a message of the bot: null when it states more than `sums`. */
export const sayLine = (
  parts: Pick<AnsweringParts, 'onFaults'>,
  { tenant, text, sums, now }: { tenant: Uuid; text: string; sums: readonly Money[]; now: number },
): Part[] | null => {
  const line: Part[] = [{ kind: 'text', text }]
  const verdict = guard({ parts: line, computed: sums.map(moneyFact), cited: [], now, timeZone: ZONE })
  if ('ok' in verdict) return line
  parts.onFaults?.({ tenant, faults: verdict.faults, became: 'unsaid' })
  return null
}

/** The listener of a turn, hearing only what may be shown. A text under way has no grounds yet but itself. */
export const guardedText =
  ({ onText, now }: TurnInput) =>
  (soFar: string): void => {
    const shown = showable(soFar, { computed: [], cited: [], now, timeZone: ZONE })
    if (shown !== null) onText?.(shown)
  }
