// A colleague writes to the customer, or a note to colleagues. The client's id makes a resend harmless.
import { type Message, type Part, problem, type Uuid } from '@ballast/contract'
import { clampUuidTime } from '../../platform/ids.ts'
import { changeIdOf, onReusedId } from './change-id.ts'
import { actorOf, onBehalf } from './on-behalf.ts'
import type { ConversationParts, Staff } from './parts.ts'
import { sameParts, tidyParts } from './rules/tidy.ts'
import { authorOf, withFiles } from './with-files.ts'

export interface Reply {
  readonly conversationId: Uuid
  /** Made by the client, UUIDv7. */
  readonly id: Uuid
  readonly parts: readonly Part[]
  readonly note: boolean
}
export interface Replied {
  readonly message: Message
  readonly duplicate: boolean
}
/** What a person may write; cards of the house (sources, system lines) are not theirs to make. */
const NOT_FOR_PEOPLE = new Set<Part['kind']>(['system', 'sources', 'call'])
const DAY_MS = 86_400_000

/** Throws `message.too-long`, `message.empty`, `message.id-reused` and the refusals of the rules. */
export const reply = async (parts: ConversationParts, staff: Staff, wish: Reply): Promise<Replied> => {
  const said = tidyParts(wish.parts.filter((part) => !NOT_FOR_PEOPLE.has(part.kind)))
  if ('refused' in said) throw problem(said.refused)
  const messageId = clampUuidTime(wish.id, parts.clock.now(), DAY_MS)
  const naming = { tenant: staff.tenant, author: authorOf(staff, wish.conversationId), messageId }
  const written = await withFiles(parts, naming, said.parts)
  const acted = await onReusedId(
    onBehalf(parts, staff, {
      conversationId: wish.conversationId,
      changeId: changeIdOf(parts, staff.tenant, staff.staffId, wish.id),
      append: wish.note,
      event: { type: wish.note ? 'note' : 'reply', actor: actorOf(staff), messageId, parts: written },
    }),
  )
  const message = acted.messages.find((one) => one.author.kind === 'agent')
  if (message === undefined) throw new Error('a reply without a message')
  const changed = message.recalled || message.editedAt !== undefined
  const same = message.conversationId === wish.conversationId && message.note === wish.note
  if (acted.duplicate && !(same && (changed || sameParts(message.parts, written)))) {
    throw problem('message.id-reused')
  }
  return { message, duplicate: acted.duplicate }
}
