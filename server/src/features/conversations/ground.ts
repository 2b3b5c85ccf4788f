// Where an inbound message belongs: the person's conversation in this inbox, or the one it starts.
import { problem, type Uuid } from '@ballast/contract'
import type { Loaded, StoredContact } from '../../platform/database/reader.ts'
import type { NewContact } from '../../platform/database/train.ts'
import { timeOfUuid } from '../../platform/ids.ts'
import { type Identity, identify, revive, sealField } from '../contacts/index.ts'
import type { Ground } from './change.ts'
import { timedIdOf } from './change-id.ts'
import type { ConversationParts } from './parts.ts'
import type { Refusal } from './rules/state.ts'

export interface Whereabouts {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly contactId: Uuid
  readonly identity?: Identity
  /** What a platform says of the person; kept for somebody new, never trusted. */
  readonly profile?: { readonly name?: string }
  readonly channel: string
  readonly locale: string | null
  /** The conversation the sender names; it must be theirs. */
  readonly conversationId?: Uuid
}

/**
 * A person has one conversation in an inbox; its id follows from both, so that two devices that write first at the
 * same moment meet in one. It sorts by the contact's time and cannot be guessed.
 */
export const conversationIdOf = (parts: ConversationParts, at: Whereabouts): Uuid =>
  timedIdOf(parts, timeOfUuid(at.contactId), 'conversation', at.tenant, at.contactId, at.inboxId)

export interface Located {
  readonly conversationId: Uuid
  /** What was found on the way; undefined: not looked for. */
  readonly loaded?: Loaded | null
  readonly contact?: StoredContact | null
}
/** The conversation to write to. Throws `conversation.not-found` when the named one is not theirs. */
export const locate = async (parts: ConversationParts, at: Whereabouts): Promise<Located> => {
  const derived = conversationIdOf(parts, at)
  const wished = at.conversationId ?? derived
  const loaded = await parts.reader.conversation(at.tenant, wished)
  if (loaded?.contact.id === at.contactId) return { conversationId: wished, loaded }
  if (at.conversationId !== undefined) throw problem('conversation.not-found')
  const person = await parts.reader.contact(at.tenant, at.contactId, at.inboxId)
  const contact = person?.contact ?? null
  return person?.latest == null
    ? { conversationId: derived, loaded, contact }
    : { conversationId: person.latest.id, contact }
}

/** Everything the decision stands on. A first-time visitor gets a key here and a row with the commit. */
export const groundOf = async (
  parts: ConversationParts,
  at: Whereabouts,
  { conversationId, ...found }: Located,
  fresh: boolean,
): Promise<Ground | Refusal> => {
  const again = { conversationId }
  const isKnown = !fresh && found.loaded !== undefined
  const loaded = isKnown ? found.loaded : await parts.reader.conversation(at.tenant, conversationId, fresh)
  const isTheirs = loaded?.contact.id === at.contactId
  const contact = isTheirs
    ? loaded.contact
    : isKnown && found.contact !== undefined
      ? found.contact
      : ((await parts.reader.contact(at.tenant, at.contactId, at.inboxId))?.contact ?? null)
  if (loaded !== null && !isTheirs && contact?.mergedInto == null) return { refused: 'conversation.not-found' }
  if (contact === null) return newcomer(parts, at)
  // Merged into a verified person: the token of the anonymous time has had its day.
  if (contact.mergedInto !== null) return { refused: 'token.invalid' }
  if (contact.personKey === null) {
    await revive(parts, at)
    return groundOf(parts, at, again, true)
  }
  if (at.identity !== undefined && at.identity.externalId !== contact.externalId) {
    await identify(parts, at, at.identity)
    return groundOf(parts, at, again, true)
  }
  const key = await parts.secrets.openPersonKey(at.tenant, contact.personKey)
  return { conversation: loaded?.conversation ?? null, contact, key }
}

const newcomer = async (parts: ConversationParts, at: Whereabouts): Promise<Ground> => {
  const { tenant, contactId, identity, channel } = at
  const { wrapped } = await parts.secrets.newPersonKey(tenant)
  const key = await parts.secrets.openPersonKey(tenant, wrapped)
  const sealed: Partial<Record<'name' | 'phone' | 'email' | 'address', Buffer>> = {}
  for (const field of ['name', 'phone', 'email', 'address'] as const) {
    const value = identity?.[field] ?? (field === 'name' ? at.profile?.name : undefined)
    if (value !== undefined) sealed[field] = sealField(key, { tenant, contactId, field }, value)
  }
  const locale = identity?.locale ?? at.locale
  const newContact: NewContact = {
    id: contactId,
    verified: identity !== undefined,
    personKey: wrapped,
    channel,
    ...(identity === undefined ? {} : { externalId: identity.externalId }),
    ...(identity?.level === undefined ? {} : { level: identity.level }),
    ...(locale === null ? {} : { locale }),
    ...sealed,
  }
  return { conversation: null, contact: asStored(tenant, newContact, parts.clock.now()), key, newContact }
}

const asStored = (tenant: Uuid, contact: NewContact, now: number): StoredContact => ({
  tenant,
  id: contact.id,
  externalId: contact.externalId ?? null,
  verified: contact.verified,
  personKey: contact.personKey,
  name: contact.name ?? null,
  phone: contact.phone ?? null,
  email: contact.email ?? null,
  address: contact.address ?? null,
  payment: null,
  level: contact.level ?? null,
  locale: contact.locale ?? null,
  channel: contact.channel,
  mergedInto: null,
  createdAt: now,
  erasedAt: null,
})
