// A person was erased or merged somewhere: this process drops what it remembers of them.
import type { Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'
import { conversationsOfContact } from './store.ts'

export const forgetPerson = async (
  parts: Pick<ConversationParts, 'database' | 'reader' | 'recent' | 'secrets'>,
  { tenant, contactId }: { readonly tenant: Uuid; readonly contactId: Uuid },
): Promise<void> => {
  const ids = await parts.database.as(tenant, (tx) => conversationsOfContact(tx, tenant, contactId))
  for (const id of ids) {
    const personKey = (await parts.reader.conversation(tenant, id))?.contact.personKey ?? null
    if (personKey !== null) parts.secrets.forgetPersonKey(tenant, personKey)
    parts.reader.forget(tenant, id)
    parts.recent.forget(id)
  }
}
