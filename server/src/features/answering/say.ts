// The one way out of a turn: what the bot says, finished or under way, takes the brand's voice and passes the guard
// here and nowhere else.

import type { Money, Part, Uuid } from '@ballast/contract'
import { PLAIN_VOICE, type Voice } from '@ballast/contract/routes/voice'
import { applyVoice, ownLines, type Speaking } from '../voice/index.ts'
import { type Language, ZONE } from './compose/language.ts'
import { TEXTS } from './compose/lines.ts'
import { composeHandOver, type Draft } from './compose/reply.ts'
import type { Dialog } from './rules/dialog.ts'
import { moneyFact, wordsFact } from './rules/guard/fact.ts'
import { guard, showable } from './rules/guard/guard.ts'
import type { AnsweringParts, Caught, TurnInput, TurnResult } from './turn.ts'

export interface Saying {
  readonly input: TurnInput
  readonly language: Language
  readonly voice: Voice
  readonly draft: Draft
  readonly dialog: Dialog
}

const speakingOf = ({ input, language, draft }: Saying): Speaking => {
  const begins = !input.recent.some(({ author }) => author === 'bot')
  return { language, now: input.now, moment: draft.moment ?? (begins ? 'first' : 'later') }
}

/** In the brand's voice and past the guard; what the voice did is undone where the guard will not have it. */
const finished = (
  saying: Saying,
): { parts: readonly Part[]; faults: Caught['faults'] } | { faults: Caught['faults'] } => {
  const { draft, voice, input } = saying
  const speaking = speakingOf(saying)
  const voiced = applyVoice(draft.parts, voice, speaking)
  const bare = applyVoice(draft.parts, { ...PLAIN_VOICE, forbidden: voice.forbidden }, speaking)
  if ('refused' in voiced || 'refused' in bare) return { faults: ['word'] }
  const { before, after } = ownLines(voice, speaking)
  const computed = [...draft.computed, ...[...before, ...after].map(wordsFact)]
  const grounds = { computed, cited: draft.cited, now: input.now, timeZone: ZONE }
  const verdict = guard({ parts: voiced.parts, instead: bare.parts, ...grounds })
  if ('ok' in verdict) return { parts: verdict.parts, faults: [] }
  return 'replaced' in verdict ? { parts: verdict.replaced, faults: verdict.faults } : { faults: verdict.faults }
}

/** Whether a draft is said as it stands. */
export const isSayable = (saying: Saying): boolean => {
  const done = finished(saying)
  return 'parts' in done && done.faults.length === 0
}

/** A colleague is called for whatever happens: where the brand forbids our line for it, a shorter one is said. */
const handOver = (saying: Saying): TurnResult => {
  const { computed, cited, moment, ...person } = composeHandOver('bot-unsure', saying.language)
  const lines: Part[][] = [[...person.parts], [{ kind: 'text', text: TEXTS.person[saying.language] }]]
  const sayable = lines.map((parts) => finished({ ...saying, draft: { ...person, parts, computed, cited } }))
  const said = sayable.find((one) => 'parts' in one)
  const parts: Part[] = said !== undefined && 'parts' in said ? [...said.parts] : [{ kind: 'text', text: '…' }]
  // Of a draft that cannot be said nothing is kept: neither its sources nor what it says it did.
  return { ...person, parts, dialog: { ...saying.dialog, pending: null } }
}

export const say = (parts: Pick<AnsweringParts, 'onFaults'>, saying: Saying): TurnResult => {
  const { computed, cited, moment, ...reply } = saying.draft
  const named = saying.voice.nickname === null ? {} : { botName: saying.voice.nickname }
  const { tenant } = saying.input
  const done = finished(saying)
  if (!('parts' in done)) {
    parts.onFaults?.({ tenant, faults: done.faults, became: 'handed-over' })
    return { ...handOver(saying), ...named }
  }
  if (done.faults.length > 0) parts.onFaults?.({ tenant, faults: done.faults, became: 'replaced' })
  return { ...reply, ...named, parts: [...done.parts], dialog: saying.dialog }
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

/** The listener of a turn, hearing only what may be shown: what has no claims, or those of the texts it is written from. */
export const guardedText =
  ({ onText, now }: TurnInput, { forbidden }: Voice, language: Language) =>
  (soFar: string, cited: readonly string[] = []): void => {
    const shown = showable(soFar, { computed: [], cited, now, timeZone: ZONE })
    if (shown === null) return
    const voice = { ...PLAIN_VOICE, forbidden }
    const said = applyVoice([{ kind: 'text', text: shown }], voice, { language, now, moment: 'later' })
    const [part] = 'parts' in said ? said.parts : []
    if (part?.kind === 'text') onText?.(part.text)
  }
