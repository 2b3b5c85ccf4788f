// A customer's message comes in: one change set with the bot's answer when it is quick, the message alone when it is not.
import { type Message, problem, type Uuid, type VisitContext } from '@ballast/contract'
import { clampUuidTime, timeOfUuid } from '../../platform/ids.ts'
import { sameParts, tidyJson, tidyParts } from '../conversations/index.ts'
import { hearing } from './hear.ts'
import { inTime } from './in-time.ts'
import type { Accepted, Inbound, IntakeParts } from './parts.ts'
import type { RecentIds } from './recent-ids.ts'
import { finishLater, type SlowTurn, setTurnTimer } from './slow-turn.ts'
import { createSoFar } from './so-far.ts'
import { think as takeThought } from './think.ts'
import type { UnderWay } from './under-way.ts'

const DAY_MS = 86_400_000
/** An id made this long ago is probably a resend: look before thinking again. */
const FRESH_MS = 3_000
const DEFAULT_QUICK_MS = 300

/** What this process knows of its own sends. */
export interface Session {
  readonly taken: RecentIds
  /** The turns that go on after the acknowledgement. */
  readonly underWay: UnderWay
}

/** Resolves after COMMIT. Throws the Problem of a refusal; anything else means nothing is known and the sender resends. */
export const accept = async (parts: IntakeParts, inbound: Inbound, session: Session): Promise<Accepted> => {
  const said = tidyParts(inbound.parts)
  if ('refused' in said) throw problem(said.refused)
  const { tenant, contactId } = inbound
  const messageId = clampUuidTime(inbound.messageId, parts.clock.now(), DAY_MS)
  const naming = { tenant, author: { contactId }, messageId }
  const tidy = { ...inbound, ...onView(inbound), parts: await parts.conversations.withFiles(naming, said.parts) }
  const changeId = parts.conversations.changeIdOf(inbound.tenant, inbound.contactId, inbound.messageId)
  const mayBeKnown = session.taken.has(changeId)
  session.taken.add(changeId)
  const seen = await seenBefore(parts, tidy, changeId, mayBeKnown)
  if (seen !== null) return seen
  await session.underWay.overtake({ tenant, contactId, except: messageId })
  return store(parts, tidy, changeId, session)
}

const onView = ({ context }: Inbound) => (context === undefined ? {} : { context: tidyJson(context) as VisitContext })

/** What an earlier send stored, or null. */
const seenBefore = async (
  parts: IntakeParts,
  inbound: Inbound,
  changeId: Uuid,
  mayBeKnown: boolean,
): Promise<Accepted | null> => {
  const { tenant, externalId } = inbound
  const age = parts.clock.now() - timeOfUuid(inbound.messageId)
  if (!mayBeKnown && externalId === undefined && age >= 0 && age < FRESH_MS) return null
  const external = externalId === undefined ? {} : { external: { inboxId: inbound.inbox.id, id: externalId } }
  const seen = await parts.conversations.findSeen({ tenant, changeId, ...external })
  if (seen === null) return null
  if (externalId !== undefined && inbound.parts.some((part) => part.kind === 'call')) {
    await parts.conversations.updateCall({ tenant, seen, externalId }, inbound.parts)
    return accepted(await parts.conversations.readStored(tenant, seen), true)
  }
  return checked(inbound, accepted(await parts.conversations.readStored(tenant, seen), true))
}

type Stored = Pick<Accepted, 'conversation'> & { readonly messages: readonly Message[] }
const accepted = ({ conversation, messages }: Stored, duplicate: boolean): Accepted & { readonly first: Message } => {
  const [first, ...rest] = messages
  if (first === undefined) throw new Error('an inbound change without its message')
  const replies = rest.filter((one) => one.inReplyTo === first.id || (!duplicate && one.author.kind === 'system'))
  const { id: messageId, seq, sentAt, conversationId } = first
  // Whether an earlier send's answer is still under way is known where it runs; here it is likely while none is stored.
  const thinking = duplicate && replies.length === 0 && conversation.status === 'bot'
  return { conversationId, messageId, seq, sentAt, duplicate, replies, thinking, conversation, first }
}

/** One id, one text: the stored text is compared, so nothing extra is kept for it. Platforms' own ids are taken at their word. */
const checked = (inbound: Inbound, done: Accepted & { readonly first: Message }): Accepted => {
  const { first, ...ack } = done
  const changed = first.recalled || first.editedAt !== undefined || first.author.kind !== 'customer'
  const compared = inbound.externalId === undefined || inbound.strict === true
  if (ack.duplicate && compared && !changed && !sameParts(first.parts, inbound.parts)) {
    throw problem('message.id-reused')
  }
  return ack
}

const store = async (parts: IntakeParts, inbound: Inbound, changeId: Uuid, session: Session): Promise<Accepted> => {
  const { inbox } = inbound
  const messageId = clampUuidTime(inbound.messageId, parts.clock.now(), DAY_MS)
  const ask = quickly(parts, { ...inbound, messageId })
  const done = await parts.conversations.receive(
    {
      ...inbound,
      messageId,
      changeId,
      inboxId: inbox.id,
      botOn: inbox.botOn,
      locale: inbound.locale ?? null,
    },
    ask,
  )
  const slow = ask.slow()
  // A resend that met its first send here has nothing left to finish: that one's turn is under way.
  if (slow !== null && !done.duplicate) session.underWay.add(slow, finishLater(parts, slow))
  const ack = checked(inbound, accepted(done, done.duplicate))
  return slow === null ? ack : { ...ack, thinking: true }
}

type Listener = Parameters<IntakeParts['conversations']['receive']>[1]

interface Thought extends Pick<SlowTurn, 'thinking' | 'soFar' | 'hurry'> {
  readonly madeFrom: string
}

/** Waits a moment for the bot. The same state is not thought about twice, however often the commit is tried. */
const quickly = (parts: IntakeParts, inbound: Inbound & { readonly messageId: Uuid }) => {
  let last: Thought | null = null
  let slow: SlowTurn | null = null
  const isCall = inbound.parts.some((part) => part.kind === 'call')
  const heard = hearing(parts, inbound)
  const think: Listener['think'] = async (state, ground, conversationId) => {
    slow = null
    // Who calls is being spoken with: a transcript is a record, not a question.
    if (isCall) return { answer: null }
    const madeFrom = JSON.stringify(state.dialog)
    if (last?.madeFrom !== madeFrom) {
      last?.hurry.abort()
      const soFar = createSoFar()
      const hurry = new AbortController()
      const question = { ...inbound, onText: soFar.onText, hurry: hurry.signal }
      const thinking = takeThought(parts, question, { state, ground, conversationId, hearing: heard })
      last = { madeFrom, thinking, soFar, hurry }
    }
    const quick = await inTime(last.thinking, parts.quickMs ?? DEFAULT_QUICK_MS)
    if (quick !== null) return quick
    const { madeFrom: _dialog, ...thought } = last
    slow = { question: inbound, conversationId, state, contactId: ground.contact.id, ...thought }
    await setTurnTimer(parts, slow)
    return { answer: null }
  }
  const hear: Listener['hear'] = async (ground) => (isCall ? undefined : (await heard.of(ground)).kept)
  return { hear, think, slow: () => slow }
}
