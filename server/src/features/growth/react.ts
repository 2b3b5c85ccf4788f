// Facts become questions: what the bot did not know, what was escalated, what did not help; and answers, once a colleague
// has solved the conversation.
import { type Fact, type Message, plainText, type Uuid } from '@ballast/contract'
import type { GrowthParts } from './parts.ts'
import { covered, coveredAnswer } from './rules/general.ts'
import { answerTo, questionBefore } from './rules/said.ts'
import { clearAnswers, setAnswer, unansweredIn, type Why } from './store.ts'
import { takeQuestions } from './take-questions.ts'

/** Messages looked at before the one a fact is about. */
const BEFORE = 12
/** Messages of a conversation looked at for answers, the newest. */
const MOST = 200
/** Found this surely, an answer needs no intent to be trusted. */
const SURE = 0.7
/** Colleagues who take or pass on a conversation say nothing about what the bot knows. */
const ESCALATED = new Set(['asked', 'bot-unsure', 'angry', 'complaint'])

export const GROWTH_FACTS = [
  'message.sent',
  'message.judged',
  'conversation.handed-over',
  'conversation.resolved',
  'conversation.reopened',
] as const

interface Where {
  readonly tenant: Uuid
  readonly conversationId: Uuid
}
const framesOf = (parts: GrowthParts, where: Where, [fromSeq, toSeq]: readonly [number, number]) =>
  parts.conversations.readFrame({ ...where, fromSeq: Math.max(1, fromSeq), toSeq, version: 0, withRow: false })

/** The conversation with its newest messages. */
const latest = async (parts: GrowthParts, where: Where) => {
  const bare = await framesOf(parts, where, [1, 0])
  return bare === null ? null : framesOf(parts, where, [bare.conversation.seq - MOST + 1, bare.conversation.seq])
}

type Frame = NonNullable<Awaited<ReturnType<typeof framesOf>>>

const languageOf = ({ verdict }: Message, { conversation }: Frame): string | null =>
  (verdict?.language ?? conversation.locale)?.split('-')[0]?.toLowerCase() ?? null

const takeFrom = async (
  parts: GrowthParts,
  frame: Frame,
  { where, question, why }: { readonly where: Where; readonly question: Message | null; readonly why: Why },
): Promise<void> => {
  if (question === null) return
  const asked = {
    id: question.id,
    text: covered(plainText(question.parts)),
    answer: null,
    contact: frame.conversation.contactId,
    conversation: where.conversationId,
    language: languageOf(question, frame),
    why,
    at: Date.parse(question.sentAt),
  }
  await takeQuestions(parts, where.tenant, [asked])
}

/** Answered though hardly understood: trusted all the same when what was cited is found as surely as its own words are. */
const isSure = async (parts: GrowthParts, where: Where, { frame, question, answer }: Exchange): Promise<boolean> => {
  const cited = answer.parts.flatMap((part) => (part.kind === 'sources' ? part.sources.map(({ id }) => id) : []))
  const locale = languageOf(question, frame) ?? 'zh'
  const found = await parts.knowledge.indexes.search({ tenant: where.tenant, text: plainText(question.parts), locale })
  return found.some(({ entryId, score }) => score >= SURE && cited.includes(entryId))
}
interface Exchange {
  readonly frame: Frame
  readonly question: Message
  readonly answer: Message
}

/** The bot's message and what it answered. */
const exchangeAt = async (parts: GrowthParts, where: Where, seq: number): Promise<Exchange | null> => {
  const frame = await framesOf(parts, where, [seq - BEFORE, seq])
  const answer = frame?.messages.find((message) => message.seq === seq)
  if (frame == null || answer?.author.kind !== 'bot') return null
  const replied = frame.messages.find(({ id }) => id === answer.inReplyTo)
  const question = questionBefore(frame.messages, replied?.seq ?? seq)
  return question === null ? null : { frame, question, answer }
}

const ofSent = async (parts: GrowthParts, { data, ...fact }: Fact<'message.sent'>): Promise<void> => {
  if (data.by !== 'bot' || (data.outcome !== 'unsure' && !(data.outcome === 'answered' && data.unclear))) return
  const where = { tenant: fact.tenant, conversationId: fact.subject }
  const exchange = await exchangeAt(parts, where, data.seq)
  if (exchange === null) return
  const why = data.outcome === 'unsure' ? 'unsure' : 'unclear'
  if (why === 'unclear' && (await isSure(parts, where, exchange))) return
  await takeFrom(parts, exchange.frame, { where, question: exchange.question, why })
}

const ofJudged = async (parts: GrowthParts, { data, ...fact }: Fact<'message.judged'>): Promise<void> => {
  if (data.helpful !== false) return
  const where = { tenant: fact.tenant, conversationId: fact.subject }
  const exchange = await exchangeAt(parts, where, data.seq)
  if (exchange !== null) await takeFrom(parts, exchange.frame, { where, question: exchange.question, why: 'unhelpful' })
}

const ofHandedOver = async (parts: GrowthParts, { data, ...fact }: Fact<'conversation.handed-over'>): Promise<void> => {
  if (!ESCALATED.has(data.reason)) return
  const where = { tenant: fact.tenant, conversationId: fact.subject }
  const frame = await latest(parts, where)
  if (frame === null) return
  const before = frame.messages.filter(({ sentAt }) => Date.parse(sentAt) <= Date.parse(fact.at))
  const question = questionBefore(before.slice(-BEFORE), Number.MAX_SAFE_INTEGER)
  await takeFrom(parts, frame, { where, question, why: 'handed-over' })
}

/** What colleagues answered is worth keeping now. */
const ofResolved = async (parts: GrowthParts, { tenant, subject }: Fact<'conversation.resolved'>): Promise<void> => {
  const open = await parts.database.as(tenant, (tx) => unansweredIn(tx, tenant, subject))
  if (open.length === 0) return
  const frame = await latest(parts, { tenant, conversationId: subject })
  for (const id of open) {
    const question = frame?.messages.find((message) => message.id === id)
    const said = question === undefined ? null : answerTo(frame!.messages, question)
    if (said === null) continue
    const answer = await parts.secrets.sealForTenant(tenant, coveredAnswer(said))
    await parts.database.as(tenant, (tx) => setAnswer(tx, tenant, { id, answer }))
  }
}

/** Idempotent: a fact that comes again changes nothing. */
export const react = async (parts: GrowthParts, fact: Fact): Promise<void> => {
  switch (fact.type) {
    case 'message.sent':
      return ofSent(parts, fact)
    case 'message.judged':
      return ofJudged(parts, fact)
    case 'conversation.handed-over':
      return ofHandedOver(parts, fact)
    case 'conversation.resolved':
      return ofResolved(parts, fact)
    case 'conversation.reopened':
      return parts.database.as(fact.tenant, (tx) => clearAnswers(tx, fact.tenant, fact.subject))
  }
}
