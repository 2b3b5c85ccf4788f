// One event of a platform, by its kind: a message, a receipt, typing, a change of what was said.
import type { CustomerPart, Part, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { type Channel, type Inbound as Event, type InboundMessage, triggerOf } from '../../channels/kit/channel.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import { cleanText } from '../../platform/json.ts'
import type { Log } from '../../platform/log.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { AccountsDoor, OpenInbox } from '../accounts/index.ts'
import type { Conversations } from '../conversations/index.ts'
import type { Addresses } from './addresses.ts'
import type { Intake } from './create-intake.ts'
import type { Accepted } from './parts.ts'

export interface WebhookParts {
  readonly inboxes: Pick<AccountsDoor['inboxes'], 'byPublicKey'>
  readonly visitors: Pick<AccountsDoor['visitors'], 'contactOf'>
  readonly conversations: Pick<
    Conversations,
    'applyPlatformReceipt' | 'changeIdOf' | 'currentConversation' | 'edit' | 'findSeen' | 'readStored' | 'recall'
  >
  readonly intake: Pick<Intake, 'accept'>
  readonly addresses: Addresses
  readonly secrets: Pick<Secrets, 'hmac'>
  readonly bus: Pick<Bus, 'publish'>
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  /** Fetches what the person sent and keeps our own copy; null: it could not be had. */
  readonly keepMedia: (owner: { tenant: Uuid; contactId: Uuid; channel: string }, media: Media) => Promise<Part | null>
}
export interface Media {
  readonly url: string
  readonly name?: string
}

/** An inbox whose caller has proved itself. */
export interface Entrance {
  readonly open: OpenInbox
  readonly channel: Channel
}

interface Sender {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly contactId: Uuid
  /** Keyed: what the platform calls people and messages stays out of our indexes. */
  readonly externalId: (platformId: string) => string
}

const senderOf = (parts: WebhookParts, { open }: Entrance, event: Event): Sender => {
  const { tenant, inbox } = open
  const { externalId, customerId } = event.sender
  const contactId =
    customerId === undefined
      ? parts.conversations.changeIdOf('contact', tenant, inbox.id, externalId)
      : parts.visitors.contactOf(tenant, cleanText(customerId))
  const hash = (platformId: string) =>
    parts.secrets.hmac('platform-id', JSON.stringify([tenant, inbox.id, externalId, platformId])).toString('base64url')
  return { tenant, inboxId: inbox.id, contactId, externalId: hash }
}

/** Resolves after COMMIT; the acceptance of a message, null for everything else. @throws Problem */
export const takeEvent = async (parts: WebhookParts, entrance: Entrance, event: Event): Promise<Accepted | null> => {
  const sender = senderOf(parts, entrance, event)
  const { tenant, inboxId, contactId } = sender
  if (event.kind === 'receipt') {
    const receipt = { tenant, inboxId, contactId, externalId: event.externalMessageId, state: event.state }
    await parts.conversations.applyPlatformReceipt(receipt)
    return null
  }
  if (event.kind === 'typing') {
    await tellTyping(parts, sender, event.on)
    return null
  }
  if (event.kind === 'edited' || event.kind === 'recalled') {
    await change(parts, sender, event)
    return null
  }
  const address = { to: event.sender.externalId, ...(event.thread === undefined ? {} : { thread: event.thread }) }
  const opening = { trigger: triggerOf(event), window: entrance.channel.capabilities.replyWindow }
  await parts.addresses.heard({ tenant, inboxId, contactId }, address, opening)
  return event.kind === 'message' ? takeMessage(parts, entrance, { sender, event }) : null
}

const takeMessage = async (
  parts: WebhookParts,
  { open, channel }: Entrance,
  { sender, event }: { readonly sender: Sender; readonly event: InboundMessage },
): Promise<Accepted> => {
  const { tenant, inboxId, contactId } = sender
  const { name: given, customerId } = event.sender
  const name = given === undefined ? {} : { name: cleanText(given).slice(0, 120) }
  const messageId = parts.ids.uuid()
  const external = { inboxId, id: sender.externalId(event.externalMessageId ?? event.dedupeKey) }
  const hasMedia = event.media !== undefined && event.media.length > 0
  // A copy is fetched once: a redelivery is known by its id, and its parts are not compared with the copies' names.
  const changeId = parts.conversations.changeIdOf(tenant, contactId, messageId)
  const isNew = hasMedia && (await parts.conversations.findSeen({ tenant, changeId, external })) === null
  return parts.intake.accept({
    tenant,
    inbox: { ...open.inbox, botOn: true },
    contactId,
    channel: channel.id,
    messageId,
    externalId: external.id,
    strict: channel.strictIds === true && !hasMedia,
    parts: await withMedia(event, async (media) =>
      isNew ? parts.keepMedia({ tenant, contactId, channel: channel.id }, media) : null,
    ),
    ...(customerId === undefined ? { profile: name } : { identity: { externalId: cleanText(customerId), ...name } }),
    ...(isLocale(event.locale) ? { locale: event.locale } : {}),
  })
}

const isLocale = (text: string | undefined): text is string =>
  text !== undefined && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(text)

/** Media that could not be had is kept as its name and foreign address: nothing is lost in silence. */
const withMedia = (event: InboundMessage, keep: (media: Media) => Promise<Part | null>): Promise<Part[]> => {
  const addressOf = new Map(event.media?.map(({ part, url }) => [part, url]))
  return Promise.all(
    event.parts.map(async (part, index): Promise<Part> => {
      const url = addressOf.get(index)
      if (url === undefined) return part
      const name = 'name' in part && part.name !== undefined ? { name: part.name } : {}
      return (
        (await keep({ url, ...name })) ?? {
          kind: 'text',
          text: [part.kind === 'text' ? '' : name.name, url].filter(Boolean).join(' '),
        }
      )
    }),
  )
}

const asVisitor = ({ tenant, inboxId, contactId }: Sender) =>
  ({ kind: 'visitor', tenant, inboxId, contactId, verified: false }) as const

const tellTyping = async (parts: WebhookParts, sender: Sender, on: boolean): Promise<void> => {
  const conversation = await parts.conversations.currentConversation(asVisitor(sender))
  if (conversation === null) return
  const author = { kind: 'customer', id: sender.contactId }
  parts.bus.publish(`typing.${sender.tenant}.${conversation.id}`, { author, on })
}

const change = async (
  parts: WebhookParts,
  sender: Sender,
  event: {
    readonly kind: 'edited' | 'recalled'
    readonly externalMessageId: string
    readonly parts?: readonly CustomerPart[]
  },
): Promise<void> => {
  const { tenant, inboxId, contactId } = sender
  const external = { inboxId, id: sender.externalId(event.externalMessageId) }
  const changeId = parts.conversations.changeIdOf(tenant, contactId, external.id)
  const seen = await parts.conversations.findSeen({ tenant, changeId, external })
  const message = seen === null ? undefined : (await parts.conversations.readStored(tenant, seen)).messages[0]
  if (message === undefined) throw problem('message.not-found')
  const at = { conversationId: message.conversationId, messageId: message.id }
  if (event.kind === 'recalled') await parts.conversations.recall(asVisitor(sender), at)
  else await parts.conversations.edit(asVisitor(sender), { ...at, parts: event.parts ?? [] })
}
