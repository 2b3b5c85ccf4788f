// What was heard in a customer's message, as quiet words for its chip: the wish, and only what is worth a look besides.
import { NONE_INTENT } from '@ballast/contract/routes/language'
import type { Heard } from '@ballast/contract/verdict'

/** `tone`: `warn` is worth a look at once. */
export interface Chip {
  readonly key: string
  /** Key of the words; `intent` is filled by the title of the intent. */
  readonly words: string
  readonly intent?: string
  readonly tone: 'quiet' | 'warn'
}

/** An emotion is shown from this certainty on. */
const SURE = 0.5
const HURRIED = 0.6

const wishes = ({ intent, wishes: all, meant }: Heard): Chip[] => {
  if (meant !== undefined) return [{ key: 'meant', words: 'verdict.meant', intent: meant, tone: 'quiet' }]
  const names = all?.map((wish) => wish.intent) ?? (intent === undefined ? [] : [intent])
  return [...new Set(names)]
    .filter((name) => name !== NONE_INTENT)
    .map((name) => ({ key: `intent ${name}`, words: 'verdict.intent', intent: name, tone: 'quiet' }))
}

const moods = ({ emotion, feeling, trajectory }: Heard): Chip[] => {
  const felt = emotion !== undefined && emotion !== 'neutral' && (feeling?.certainty ?? 1) >= SURE
  return [
    ...(felt ? [{ key: 'emotion', words: `emotion.${emotion}`, tone: 'quiet' as const }] : []),
    ...((feeling?.urgency ?? 0) >= HURRIED ? [{ key: 'urgent', words: 'verdict.urgent', tone: 'quiet' as const }] : []),
    ...(trajectory?.alarm ? [{ key: 'alarm', words: 'verdict.alarm', tone: 'warn' as const }] : []),
  ]
}

const warnings = ({ abuse, personal }: Heard): Chip[] => {
  const said = {
    insult: abuse?.insult !== undefined && !abuse.quoted,
    spam: abuse?.spam !== undefined,
    gibberish: abuse?.gibberish !== undefined,
    injection: abuse?.injection !== undefined,
    repeat: abuse?.repeatOf !== undefined,
  }
  const worth = Object.entries(said).filter(([, is]) => is)
  return [
    ...worth.map(([name]) => ({ key: name, words: `verdict.${name}`, tone: 'warn' as const })),
    ...(personal === undefined ? [] : [{ key: 'personal', words: 'verdict.personal', tone: 'quiet' as const }]),
  ]
}

/** In reading order; empty for a message that says nothing in particular. */
export const chipsOf = (heard: Heard): Chip[] => {
  const person: Chip[] =
    heard.asksForPerson && heard.intent !== 'person'
      ? [{ key: 'person', words: 'verdict.asksForPerson', tone: 'quiet' }]
      : []
  return [...wishes(heard), ...person, ...moods(heard), ...warnings(heard)]
}
