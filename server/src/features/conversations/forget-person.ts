// A person was erased or merged somewhere: this process drops what it remembers of them.
import type { Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'
import { conversationsOfContact } from './store.ts'

export const forgetPerson = async (
  parts: Pick<ConversationParts, 'database' | 'reader' | 'recent'>,
  { tenant, contactId }: { readonly tenant: Uuid; readonly contactId: Uuid },
): Promise<void> => {
  const ids = await parts.database.as(tenant, (tx) => conversationsOfContact(tx, tenant, contactId))
  for (const id of ids) {
    parts.reader.forget(tenant, id)
    parts.recent.forget(id)
  }
}
