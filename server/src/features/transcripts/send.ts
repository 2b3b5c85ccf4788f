// Job: the letter is written from what the conversation says now, and given to the mail server. Tried again until it is taken.
import type { Message } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { MailRefused } from '../../platform/mail/mail.ts'
import { placeOf, type TranscriptJob, type TranscriptParts, type Visitor } from './parts.ts'
import { type Language, type Line, languageOf, transcriptLetter } from './rules/transcript.ts'
import { isSent, markSent } from './store.ts'
import { wordsOf } from './words-of.ts'

/** The latest messages of a long conversation; a letter beyond this is of no use to anybody. */
const MOST = 500
const ZONES = { zh: 'Asia/Shanghai', en: 'UTC' } as const

/** Idempotent but for a process that dies between the mail server's yes and our COMMIT; the Message-ID is then the same. */
export const send = async (parts: TranscriptParts, job: TranscriptJob): Promise<void> => {
  const { tenant, conversationId, id } = job
  const addressed = await open(parts, job)
  // Erased, or merged into somebody else meanwhile: there is nobody left to send it to.
  if (addressed === null) return parts.log.info({ tenant, conversationId }, 'transcript.dropped')
  if (await parts.database.as(tenant, (tx) => isSent(tx, tenant, id))) return
  const { messages, leftOut } = await latest(parts, job)
  const inbox = await parts.inboxOf(tenant, job.inboxId)
  const language = languageOf(addressed.locale)
  const timeZone = inbox?.timeZone ?? ZONES[language]
  const shop = inbox?.name ?? ''
  const letter = transcriptLetter(linesOf(messages, language), { shop, language, timeZone, leftOut })
  try {
    await parts.mail.send({ id, to: addressed.email, fromName: shop, ...letter })
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    return parts.log.warn({ tenant, conversationId, code: error.code }, 'transcript.refused')
  }
  const at = parts.clock.now()
  await parts.database.as(tenant, async (tx) => {
    if (!(await markSent(tx, { tenant, conversationId, id, at }))) return
    const fact = { id: parts.ids.uuid(), type: 'transcript.mailed' as const, subject: conversationId, at, data: {} }
    await appendFacts(tx, [{ ...fact, tenant }])
  })
}

const open = async (
  parts: TranscriptParts,
  job: TranscriptJob,
): Promise<{ readonly email: string; readonly locale: string | null } | null> => {
  const loaded = await parts.reader.conversation(job.tenant, job.conversationId, true)
  if (loaded === null || loaded.contact.id !== job.contactId || loaded.contact.personKey === null) return null
  const key = await parts.secrets.openPersonKey(job.tenant, loaded.contact.personKey)
  try {
    const email = key.open(Buffer.from(job.sealed, 'base64'), placeOf(job))
    return { email, locale: loaded.conversation.locale ?? loaded.contact.locale }
  } catch {
    // They were erased and have come back under a new key.
    return null
  }
}

/** As the customer sees them: no notes, colleagues by name only. */
const latest = async (
  parts: TranscriptParts,
  job: TranscriptJob,
): Promise<{ messages: Message[]; leftOut: number }> => {
  const { tenant, inboxId, contactId, conversationId } = job
  const customer: Visitor = { kind: 'visitor', tenant, inboxId, contactId, verified: false }
  const end = { conversationId, beforeSeq: 2_147_483_647, limit: MOST }
  const { messages } = await parts.conversations.listMessages(customer, end)
  const first = messages[0]?.seq ?? 1
  return { messages, leftOut: messages.length < MOST ? 0 : first - 1 }
}

const linesOf = (messages: readonly Message[], language: Language): Line[] =>
  messages.flatMap((message): Line[] => {
    const { kind, name } = message.author
    const text = wordsOf(message, language)
    if (kind === 'system' || text === '') return []
    return [{ who: kind, ...(name === undefined ? {} : { name }), at: Date.parse(message.sentAt), text }]
  })
