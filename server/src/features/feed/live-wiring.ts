// The live endpoints on the doors of the features below: what build-server hands to openLive.
import type { ProblemCode, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { AccountsDoor, VisitorToken } from '../accounts/index.ts'
import type { Identity } from '../contacts/index.ts'
import type { Conversations } from '../conversations/index.ts'
import type { Inbound, Intake, Accepted as Stored } from '../intake/index.ts'
import type { Accepted, LiveParts, Visitor } from './live-parts.ts'
import { replay } from './replay.ts'
import { deskRoomsOf } from './rules/who-sees.ts'

export interface LiveWiring extends Pick<LiveParts, 'hub' | 'bus' | 'clock' | 'log' | 'limits' | 'deskOpened'> {
  readonly visitors: Pick<AccountsDoor['visitors'], 'personOf'> & {
    readToken(text: string): VisitorToken | { readonly refused: ProblemCode }
  }
  readonly inboxes: Pick<AccountsDoor['inboxes'], 'byId' | 'visible' | 'forget'>
  readonly conversations: Pick<
    Conversations,
    'currentConversation' | 'edit' | 'listMessages' | 'markRead' | 'mustSee' | 'recall' | 'reply'
  >
  readonly intake: Pick<Intake, 'accept' | 'askForPerson'>
}

/** Whether the sender may wait for the bot: its reply was stored with the message, is being made, or will not come. */
const replyOf = ({ replies, thinking }: Stored): NonNullable<Accepted['reply']> => {
  if (replies.some((message) => message.author.kind === 'bot')) return 'sent'
  return thinking ? 'coming' : 'none'
}

/** The rest of what was stored travels as frames, fitted to who may see it. */
const placeOf = ({ conversationId, messageId, seq, sentAt, duplicate }: Omit<Stored, 'replies' | 'thinking'>) => ({
  conversationId,
  messageId,
  seq,
  sentAt,
  duplicate,
})

export const wireLive = (wiring: LiveWiring): LiveParts => {
  const { conversations, inboxes, intake, visitors } = wiring
  // The token holds what the shop signed about the person; it is opened only when a message is stored.
  const tokens = new WeakMap<Visitor, VisitorToken>()

  const inboxOf = async ({ tenant, inboxId }: Visitor): Promise<Inbound['inbox'] & { readonly channel: string }> => {
    const found = await inboxes.byId(tenant, inboxId)
    if (found === undefined || !found.inbox.enabled) throw problem('inbox.unknown')
    const { id, locale, botName, channel } = found.inbox
    return { id, locale, botName, channel, botOn: found.settings.botOn !== false }
  }
  const identityOf = async (visitor: Visitor): Promise<Identity | undefined> => {
    if (visitor.externalId === undefined || !visitor.verified) return undefined
    const token = tokens.get(visitor)
    const person = token === undefined ? undefined : await visitors.personOf(token)
    return { ...person, externalId: visitor.externalId }
  }
  const who = async (visitor: Visitor) => {
    const [{ channel, ...inbox }, identity] = await Promise.all([inboxOf(visitor), identityOf(visitor)])
    const { tenant, contactId } = visitor
    return { tenant, contactId, inbox, channel, ...(identity === undefined ? {} : { identity }) }
  }
  return {
    hub: wiring.hub,
    bus: wiring.bus,
    clock: wiring.clock,
    log: wiring.log,
    deskOpened: wiring.deskOpened,
    ...(wiring.limits === undefined ? {} : { limits: wiring.limits }),
    readToken: (text) => {
      const token = visitors.readToken(text)
      if ('refused' in token) throw problem(token.refused)
      tokens.set(token.principal, token)
      return token.principal
    },
    currentConversation: (visitor) => conversations.currentConversation(visitor),
    accept: async (visitor, { id, ...message }) => {
      const stored = await intake.accept({ ...(await who(visitor)), ...message, messageId: id })
      return { ...placeOf(stored), reply: replyOf(stored) }
    },
    askForPerson: async (visitor, wish) => {
      const stored = await intake.askForPerson({ ...(await who(visitor)), ...wish })
      return { ...placeOf(stored), reply: 'none' }
    },
    replay: (principal, page) => replay(conversations, principal, page),
    mustSee: (principal, conversationId) => conversations.mustSee(principal, conversationId),
    rightsChanged: () => inboxes.forget(),
    deskRooms: async (staff) => deskRoomsOf(staff, (await inboxes.visible(staff)) as Uuid[]),
    reply: (staff, wish) => conversations.reply(staff, wish),
    edit: (principal, wish) => conversations.edit(principal, wish),
    recall: (principal, wish) => conversations.recall(principal, wish),
    markRead: (principal, wish) => conversations.markRead(principal, wish),
  }
}
