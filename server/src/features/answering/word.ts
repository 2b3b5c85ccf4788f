// An answer from the knowledge in a language model's words: written from the cited passage alone, each sentence checked as it
// is completed. Whatever goes wrong, the answer as code composed it is said, and nobody waits for more than it takes.
import type { ModelOutcome } from '@ballast/contract/routes/models'
import type { Voice } from '@ballast/contract/routes/voice'
import { type Language, ZONE } from './compose/language.ts'
import type { Draft } from './compose/reply.ts'
import { wordsFact } from './rules/guard/fact.ts'
import type { Heard } from './rules/hear.ts'
import { cover } from './rules/wording/cover.ts'
import { type CitedPassage, promptFor } from './rules/wording/prompt.ts'
import { createWriting, type Written } from './rules/wording/writing.ts'
import type { AnsweringParts, TurnInput } from './turn.ts'

export interface Wording {
  readonly input: TurnInput
  readonly verdict: Heard
  readonly language: Language
  readonly voice: Voice
  readonly draft: Draft
  /** Shows what is written so far, which speaks from these texts. */
  readonly show?: (soFar: string, cited: readonly string[]) => void
  /** Whether a draft would be said as it is: neither the guard nor the voice has anything against it. */
  readonly sayable: (draft: Draft) => boolean
}

/** The passage a draft speaks from; null: it is not one that can be worded. */
const passageOf = ({ outcome, sources, cited, action }: Draft): CitedPassage | null => {
  const [title, answer] = cited
  if (outcome !== 'answered' || action !== null || sources.length !== 1) return null
  return title === undefined || answer === undefined ? null : { title, answer }
}

const HAN = /\p{Script=Han}/u
/** What is written in one language cannot be held against a passage in another. */
const isIn = ({ answer }: CitedPassage, language: Language): boolean => HAN.test(answer) === (language === 'zh')

const worded = (draft: Draft, { text, named }: Written): Draft => {
  const [, ...others] = draft.parts
  return { ...draft, parts: [{ kind: 'text', text }, ...others], computed: named.map(wordsFact) }
}

/** The draft in other words, or as it was; `wording` says which and why. Never throws, never later than the model may be. */
export const word = async ({ models }: Pick<AnsweringParts, 'models'>, wording: Wording): Promise<Draft> => {
  const { input, verdict, language, voice, draft, show, sayable } = wording
  const passage = passageOf(draft)
  if (models === undefined || passage === null || !(await models.isOn(input.tenant, 'answer'))) return draft
  if (!isIn(passage, language)) return { ...draft, wording: 'language' satisfies ModelOutcome }
  const question = cover(input.text, [input.contact.name ?? ''], verdict.entities.orderNos)
  const writing = createWriting({ passage, question, now: input.now, timeZone: ZONE })
  let written: Written | null = null
  const outcome = await models.ask({
    tenant: input.tenant,
    use: 'answer',
    ...promptFor({ language, question: question.text, passages: [passage], tone: voice.tone }),
    ...(input.conversationId === undefined ? {} : { conversationId: input.conversationId }),
    ...(input.hurry === undefined ? {} : { signal: input.hurry }),
    onPiece: (piece) => {
      const soFar = writing.take(piece)
      if (soFar !== null) show?.(soFar, draft.cited)
    },
    judge: () => {
      written = writing.end()
      const { verdict: is, cut } = written
      return { outcome: is === 'ok' && !sayable(worded(draft, written)) ? 'guarded' : is, cut }
    },
  })
  if (outcome === null) return draft
  return { ...(outcome === 'ok' && written !== null ? worded(draft, written) : draft), wording: outcome }
}
