// After COMMIT: a poke for every process that holds interested sockets. May be lost; clients find gaps by sequence.
import type { Bus } from '../../platform/bus/bus.ts'
import type { Committed } from '../conversations/index.ts'
import type { Envelope } from './rules/frames-of.ts'

export const envelopeOf = ({ tenant, conversation, facts, messages, updated = [] }: Committed): Envelope => ({
  tenant,
  conversationId: conversation.id,
  contactId: conversation.contactId,
  inboxId: conversation.inboxId,
  version: conversation.version,
  fromSeq: messages[0]?.seq ?? 1,
  toSeq: messages.at(-1)?.seq ?? 0,
  updated: updated.map((message) => message.seq),
  facts,
})

export const publishCommitted = (bus: Pick<Bus, 'publish'>, committed: Committed): void =>
  bus.publish(`facts.${committed.tenant}.${committed.conversation.id}`, envelopeOf(committed))
