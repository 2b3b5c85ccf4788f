// Everything one message says, in one verdict: language, wishes, feeling, abuse, personal data, things named.
import { type AbuseVerdict, judgeAbuse, type RepeatSketch } from './abuse/index.ts'
import { type Entity, type EntityOptions, findEntities } from './entities/index.ts'
import { type Feeling, feel, type Trajectory, trajectory } from './feeling/index.ts'
import { type ClauseIntent, type IntentModel, type PlainWishes, plainWishes } from './intent/index.ts'
import { type Detected, detectLanguage } from './language/index.ts'
import { findPersonal, type PersonalSpan } from './privacy/index.ts'
import { type Normal, normalise } from './text/index.ts'

/** All offsets are UTF-16 units of the raw message, end exclusive; all probabilities 0…1. */
export interface MessageVerdict {
  readonly language: Detected
  /** What is wanted, in the order it was said; one, unless clauses want different things. Never empty. */
  readonly intents: readonly ClauseIntent[]
  /** Wishes that plain words settle, whatever the intents say. */
  readonly plain: PlainWishes
  readonly feeling: Feeling
  /** Over the customer's messages before and this one. */
  readonly trajectory: Trajectory
  readonly abuse: AbuseVerdict
  readonly personal: readonly PersonalSpan[]
  readonly entities: readonly Entity[]
  /** Version of the intent model that spoke. */
  readonly model: string
}

export interface Hearing extends EntityOptions {
  /** The built-in intents or the shop's own. */
  readonly intents: IntentModel
  /** The customer's messages before this one, oldest first; the last eleven are read. */
  readonly previous?: readonly string[]
  /** What those messages felt like, where it has been kept: saves reading them again. */
  readonly feelings?: readonly Feeling[]
  /** Finds the earlier message this one repeats, and remembers this one. */
  readonly repeats?: { readonly sketch: RepeatSketch; readonly id: string }
}

const REMEMBERED = 11
/** UTF-16 units; what follows is not looked at for anything but personal data. */
const READ_AT_MOST = 8_000

const feelOf = (raw: string, normal: Normal, language: Detected): Feeling =>
  feel(raw, {
    normal: normal.text,
    // Too short to tell: the script decides.
    ...(language.language === 'unknown' ? {} : { language: language.language }),
  })

const NOTHING: readonly never[] = []
const feltBefore = ({ previous = NOTHING, feelings }: Hearing): readonly Feeling[] =>
  (feelings ?? previous.slice(-REMEMBERED).map((text) => feelOf(text, normalise(text), detectLanguage(text)))).slice(
    -REMEMBERED,
  )

/** What a number is called right before it: a form filled in, not a wish. */
const CALLED =
  /(?:^|[,，;；。!！?？\n\s])(?:我的|my |the )?(?:手机号?码?|电话号?码?|订单号|订单编号|order (?:number|no\.?)|phone(?: number)?|tel)\s?(?:是|为|is)?[:：]?\s?$/i
const LONGEST_NAME = 24

/** Numbers of people, orders and parcels, and what they are called, say nothing of what is wanted. Every offset stays. */
const withoutNumbers = (raw: string, personal: readonly PersonalSpan[], entities: readonly Entity[]): string => {
  if (personal.length === 0 && entities.length === 0) return raw
  const numbers = entities.filter(({ kind }) => kind === 'order' || kind === 'parcel')
  let text = raw
  for (const { start, end } of [...personal, ...numbers]) {
    const called = CALLED.exec(text.slice(Math.max(0, start - LONGEST_NAME), start))?.[0].length ?? 0
    const from = start - called
    text = text.slice(0, from) + ' '.repeat(Math.max(0, Math.min(end, text.length) - from)) + text.slice(end)
  }
  return text
}

const placed = (intent: ClauseIntent, normal: Normal): ClauseIntent => ({
  ...intent,
  start: normal.at(intent.start),
  end: normal.at(intent.end),
})

/** Pure but for `repeats`, deterministic, microseconds; never throws, whatever the text. */
export const verdictOf = (raw: string, hearing: Hearing): MessageVerdict => {
  const { intents, previous, repeats } = hearing
  const read = raw.length > READ_AT_MOST ? raw.slice(0, READ_AT_MOST) : raw
  const normal = normalise(read)
  const language = detectLanguage(read)
  const feeling = feelOf(read, normal, language)
  const personal = findPersonal(raw, previous)
  const entities = findEntities(read, hearing)
  const bare = withoutNumbers(read, personal, entities)
  const asked = bare === read ? normal : normalise(bare)
  return {
    language,
    intents: intents.classifyAll(asked.text).map((intent) => placed(intent, asked)),
    plain: plainWishes(normal.text),
    feeling,
    trajectory: trajectory([...feltBefore(hearing), feeling]),
    abuse: judgeAbuse(read, { normal: normal.text, ...(repeats ? { repeats } : {}) }),
    personal,
    entities,
    model: intents.version,
  }
}
