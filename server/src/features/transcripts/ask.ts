// A visitor asks for their conversation by mail: checked and limited here, because a form that mails anywhere is a relay.
import { problem, type Uuid } from '@ballast/contract'
import { isAddress } from '../../platform/mail/mail.ts'
import {
  type Limits,
  placeOf,
  TRANSCRIPT_JOB,
  type TranscriptJob,
  type TranscriptParts,
  type Visitor,
} from './parts.ts'
import { takePlace } from './store.ts'

export interface Ask {
  readonly conversationId: Uuid
  readonly email: string
  /** Where the visitor calls from, as `addressKey` writes it. */
  readonly from: string
}
const A_DAY = 3
/** Pages looked through for an answer. */
const PAGES = 20
const PAGE = 100

/**
 * Resolves once the letter is sure to be tried. Throws `conversation.not-found`, `mail.unavailable`,
 * `mail.address-invalid`, `conversation.wrong-status` while nobody has answered, `rate.limited`.
 */
export const ask = async (parts: TranscriptParts, limits: Limits, visitor: Visitor, wish: Ask): Promise<void> => {
  const { tenant, contactId } = visitor
  const { conversationId } = wish
  await parts.conversations.mustSee(visitor, conversationId)
  if (!parts.mail.available) throw problem('mail.unavailable')
  const email = wish.email.trim()
  if (!isAddress(email)) throw problem('mail.address-invalid')
  if (!(await isAnswered(parts, visitor, conversationId))) throw problem('conversation.wrong-status')
  if (limits.addresses.take(wish.from) > 0) throw problem('rate.limited')
  if (limits.recipients.take(`${tenant}:${email.toLowerCase()}`) > 0) throw problem('rate.limited')
  const at = parts.clock.now()
  const id = parts.ids.uuid()
  const mark = { tenant, conversationId, id, at }
  if (!(await parts.database.as(tenant, (tx) => takePlace(tx, mark, A_DAY)))) throw problem('rate.limited')
  const loaded = await parts.reader.conversation(tenant, conversationId, true)
  if (loaded?.contact.personKey == null) throw problem('conversation.not-found')
  const key = await parts.secrets.openPersonKey(tenant, loaded.contact.personKey)
  const sealed = key.seal(email, placeOf({ tenant, conversationId, id })).toString('base64')
  const { inboxId } = loaded.conversation
  const job: TranscriptJob = { id, tenant, inboxId, contactId, conversationId, sealed }
  await parts.schedule(TRANSCRIPT_JOB, job, at)
}

const isAnswered = async (parts: TranscriptParts, visitor: Visitor, conversationId: Uuid): Promise<boolean> => {
  let afterSeq = 0
  for (let page = 0; page < PAGES; page++) {
    const { messages } = await parts.conversations.listMessages(visitor, { conversationId, afterSeq, limit: PAGE })
    if (messages.some(({ author }) => author.kind === 'bot' || author.kind === 'agent')) return true
    if (messages.length < PAGE) return false
    afterSeq = messages.at(-1)!.seq
  }
  return false
}
