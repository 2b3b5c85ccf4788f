// Join an anonymous contact to the verified person they turned out to be: their texts are sealed anew under that person's key.
import type { Uuid } from '@ballast/contract'
import type { PersonKey } from '../../platform/secrets/secrets.ts'
import { type Identity, identify, merging } from '../contacts/index.ts'
import { moveFiles } from '../files/index.ts'
import type { ConversationParts } from './parts.ts'
import { openBody, openDialog, openPreview, sealBody, sealDialog, sealPreview } from './sealing.ts'
import { bodiesOf, conversationsOfContact, lockConversation, moveConversation, type Sealed } from './store.ts'

export interface Merge {
  readonly tenant: Uuid
  /** The anonymous one. */
  readonly from: Uuid
  /** The verified one. */
  readonly into: Uuid
  /** As the shop signed it: the verified one gets their row now if they have not written yet. */
  readonly identity?: Identity
}

/** False: there was nothing to merge. Throws `identity.conflict` for two verified people. Idempotent. */
export const mergeContacts = async (parts: ConversationParts, merge: Merge): Promise<boolean> => {
  const { tenant, from, into } = merge
  await bringForth(parts, merge)
  const moved = await parts.database.as(tenant, async (tx) => {
    const pair = await merging.lockPair(tx, merge)
    if (pair?.from.personKey == null || pair.into.personKey === null) return null
    const old = await parts.secrets.openPersonKey(tenant, pair.from.personKey)
    const key = await parts.secrets.openPersonKey(tenant, pair.into.personKey)
    const ids = await conversationsOfContact(tx, tenant, from)
    for (const conversationId of ids) {
      const was = await lockConversation(tx, tenant, conversationId)
      const bodies = (await bodiesOf(tx, tenant, conversationId)).map(({ id, body }) => ({
        id,
        body: body === null ? null : resealed({ old, key, tenant }, id, body),
      }))
      const sealed = sealedAnew({ old, key, tenant }, conversationId, was)
      await moveConversation(tx, tenant, { conversationId, contactId: into, sealed, bodies })
    }
    await moveFiles(tx, merge, { old, key })
    await merging.absorb(parts, tx, merge)
    return ids
  })
  for (const conversationId of moved ?? []) {
    parts.reader.forget(tenant, conversationId)
    parts.recent.forget(conversationId)
  }
  return moved !== null
}

/** Whoever wrote anonymously and then signed in has no row as a verified person before their next message. */
const bringForth = async (parts: ConversationParts, { tenant, from, into, identity }: Merge): Promise<void> => {
  if (identity === undefined) return
  const createOn = await parts.database.as(tenant, (tx) => merging.mergeableChannel(tx, tenant, from))
  if (createOn !== null) await identify(parts, { tenant, contactId: into, createOn }, identity)
}

type Keys = { readonly old: PersonKey; readonly key: PersonKey; readonly tenant: Uuid }

const sealedAnew = ({ old, key, tenant }: Keys, conversationId: Uuid, was: Sealed): Sealed => {
  const at = { tenant, conversationId }
  const dialog = openDialog(old, at, was.dialog)
  return {
    preview: was.preview === null ? null : sealPreview(key, tenant, conversationId, openPreview(old, at, was.preview)),
    dialog: dialog === null ? null : sealDialog(key, tenant, conversationId, dialog),
  }
}

const resealed = ({ old, key, tenant }: Keys, messageId: Uuid, body: Buffer): Buffer => {
  const at = { tenant, messageId }
  return sealBody(key, at, openBody(old, at, body))
}
