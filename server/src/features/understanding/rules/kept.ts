// What is kept of a verdict beside its message. Numbers, codes and places: no word of the message, nothing personal.
import { NONE_INTENT } from '@ballast/contract/routes/language'
import type { Heard } from '@ballast/contract/verdict'
import { mainWish } from '@ballast/understanding/intent'
import type { MessageVerdict } from '@ballast/understanding/verdict'

/** Below these nothing is worth a colleague's look. */
const WORTH = { insult: 0.5, spam: 0.7, gibberish: 0.7, injection: 0.5 }
const MOST_PLACES = 20
const MOST_WISHES = 5
/** A reason that is a code and not a word of the message. */
const CODE = /^(?:negated|but|shouting|exclaims|sarcasm|encoder|[a-z]+\.[a-z]+)$/

/** Minus nought becomes nought, as it does in JSON. */
const rounded = (share: number): number => Math.round(share * 100) / 100 + 0

const abuseOf = ({ abuse: { abuse, spam, gibberish, injection, repeatOf } }: MessageVerdict): Heard['abuse'] => {
  const found: NonNullable<Heard['abuse']> = {
    ...(abuse.probability >= WORTH.insult ? { insult: rounded(abuse.probability) } : {}),
    ...(abuse.quoted ? { quoted: true } : {}),
    ...(spam.kind !== 'none' && spam.probability >= WORTH.spam ? { spam: spam.kind } : {}),
    ...(gibberish >= WORTH.gibberish ? { gibberish: rounded(gibberish) } : {}),
    ...(injection >= WORTH.injection ? { injection: rounded(injection) } : {}),
    ...(repeatOf === undefined ? {} : { repeatOf }),
  }
  return Object.keys(found).length === 0 ? undefined : found
}

const intentOf = ({ outOfScope, label }: Pick<MessageVerdict['intents'][number], 'outOfScope' | 'label'>): string =>
  outOfScope ? NONE_INTENT : label

const wishesOf = ({ intents }: MessageVerdict): Heard['wishes'] =>
  intents.length < 2
    ? undefined
    : intents.slice(0, MOST_WISHES).map(({ start, end, ...wish }) => ({ intent: intentOf(wish), start, end }))

const some = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : list.slice(0, MOST_PLACES))

/** Drops what says nothing: most messages are calm and clean. */
const present = (all: { readonly [K in keyof Heard]: Heard[K] | undefined }): Heard =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Heard

const felt = ({ feeling, trajectory: { anger, trend, alarm } }: MessageVerdict): Heard => ({
  emotion: feeling.emotion,
  feeling: {
    polarity: rounded(feeling.polarity),
    strength: rounded(feeling.strength),
    certainty: rounded(feeling.probability),
    urgency: rounded(feeling.urgency),
  },
  trajectory: { anger: rounded(anger), rising: trend === 'rising', alarm },
})

export const keptOf = (verdict: MessageVerdict): Heard => {
  const { language, intents, plain, feeling, trajectory, personal, entities, model } = verdict
  const first = mainWish(intents)
  return present({
    language: language.language === 'unknown' ? undefined : language.language,
    intent: first === undefined ? NONE_INTENT : plain.person ? 'person' : intentOf(first),
    confidence: plain.person ? 1 : rounded(first?.probability ?? 0),
    asksForPerson: plain.person || intents.some(({ label }) => label === 'person'),
    ...felt(verdict),
    wishes: wishesOf(verdict),
    abuse: abuseOf(verdict),
    personal: some(personal.map(({ type, start, end }) => ({ type, start, end }))),
    entities: some(entities.map(({ kind, start, end }) => ({ kind, start, end }))),
    reasons: some([...feeling.reasons, ...trajectory.reasons].filter((reason) => CODE.test(reason)).slice(0, 8)),
    model: model.slice(0, 32),
  })
}

/** A feeling as it was kept: what a trajectory reads of the messages before. */
export const feltBefore = (kept: Heard): MessageVerdict['feeling'] | undefined => {
  const { emotion, feeling } = kept
  if (emotion === undefined || feeling === undefined) return undefined
  const { certainty: probability, ...rest } = feeling
  return { ...rest, emotion, probability, reasons: [] }
}
