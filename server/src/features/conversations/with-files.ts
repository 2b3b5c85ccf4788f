// The files a message names, checked and described before anything is decided about the message.
import { type Part, type Principal, problem, type Uuid } from '@ballast/contract'
import { attachFiles } from '../files/index.ts'
import type { ConversationParts } from './parts.ts'

export interface Naming {
  readonly tenant: Uuid
  readonly author: { readonly contactId: Uuid } | { readonly staffId: Uuid; readonly conversationId: Uuid }
  readonly messageId: Uuid
}
// Most messages are text and ask nothing of the database here.
const CARRIERS: ReadonlySet<Part['kind']> = new Set(['image', 'file', 'audio', 'video'])

type Parts = Pick<ConversationParts, 'database' | 'secrets' | 'reader'>

/** The parts as they are to be stored. Throws file.not-found, file.type-refused. */
export const withFiles = async (parts: Parts, naming: Naming, said: readonly Part[]): Promise<Part[]> => {
  const { tenant, author, messageId } = naming
  if (!said.some((part) => CARRIERS.has(part.kind))) return [...said]
  if ('contactId' in author)
    return attachFiles(parts, { tenant, contactId: author.contactId, staffId: null, messageId }, said)
  const loaded = await parts.reader.conversation(tenant, author.conversationId)
  if (loaded === null) throw problem('conversation.not-found')
  return attachFiles(parts, { tenant, contactId: loaded.contact.id, staffId: author.staffId, messageId }, said)
}

export const authorOf = (
  author: Extract<Principal, { kind: 'staff' | 'visitor' }>,
  conversationId: Uuid,
): Naming['author'] =>
  author.kind === 'staff' ? { staffId: author.staffId, conversationId } : { contactId: author.contactId }
