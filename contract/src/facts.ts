// Facts: what happened. Written in the same commit as the change, read by cursor consumers, fanned out by the bus.
// A fact holds ids, enums and numbers: never message text, never personal data.
import { type Static, Type } from 'typebox'
import {
  AUTHOR_KINDS,
  CONVERSATION_STATUSES,
  HANDOVER_REASONS,
  JUDGEMENT_REASONS,
  TURN_OUTCOMES,
} from './conversation.ts'
import { RATING_REASONS } from './parts.ts'
import { ROLES } from './permissions.ts'
import { Closed, Instant, OneOf, Text, Uuid } from './primitives.ts'

/**
 * Bump when any schema below changes; the pinned hash in facts.test.ts tells you.
 * 1: first version.
 * 2: staff.changed, staff.secured, staff.link-made, team.created.
 * 3: inbox.delivery-stopped.
 * 4: message.judged, conversation.rated, transcript.mailed, canned-reply.*, view.*, tenant.changed.
 * 5: intent.saved, intent.removed, language.taught, language.trained, language.published.
 * 6: message.received says when anger alarms.
 * 7: knowledge.drafted, document.read, document.removed, site.saved, site.removed.
 * 8: rules.published.
 * 9: voice.saved.
 * 10: message.sent says when the bot hardly understood; cluster.drafted, cluster.dismissed, court.held, chats.imported.
 * 11: message.sent says which entry versions the bot cited; cluster.changed.
 * 12: help.changed.
 * 13: model.saved, model.stopped.
 * 14: structure.changed.
 */
export const FACTS_VERSION = 14

const ByWhom = { by: OneOf(AUTHOR_KINDS), staffId: Type.Optional(Uuid) }
const Code = Text(64)

/** fact type -> schema of its `data`. Names are `noun.past`. */
export const FACT_DATA = {
  'message.received': Closed({
    messageId: Uuid,
    seq: Type.Integer(),
    channel: Code,
    intent: Type.Optional(Code),
    language: Type.Optional(Code),
    emotion: Type.Optional(Code),
    /** The customer grows or stays angry. */
    alarm: Type.Optional(Type.Boolean()),
    chars: Type.Integer(),
  }),
  'message.sent': Closed({
    messageId: Uuid,
    seq: Type.Integer(),
    channel: Code,
    ...ByWhom,
    note: Type.Boolean(),
    outcome: Type.Optional(OneOf(TURN_OUTCOMES)),
    /** The bot answered though it could hardly tell what was wanted. */
    unclear: Type.Optional(Type.Boolean()),
    /** Entry versions the bot's answer cites. */
    cited: Type.Optional(Type.Array(Closed({ entryId: Uuid, version: Type.Integer() }), { maxItems: 10 })),
    chars: Type.Integer(),
  }),
  'message.edited': Closed({ messageId: Uuid, seq: Type.Integer(), ...ByWhom }),
  'message.recalled': Closed({ messageId: Uuid, seq: Type.Integer(), ...ByWhom }),
  'message.receipted': Closed({ messageId: Uuid, state: OneOf(['delivered', 'read', 'failed'] as const) }),
  'message.judged': Closed({
    messageId: Uuid,
    seq: Type.Integer(),
    helpful: Type.Union([Type.Boolean(), Type.Null()]),
    reason: Type.Optional(OneOf(JUDGEMENT_REASONS)),
  }),
  'conversation.rated': Closed({
    messageId: Uuid,
    seq: Type.Integer(),
    score: Type.Integer(),
    reasons: Type.Array(OneOf(RATING_REASONS)),
    staffId: Type.Optional(Uuid),
  }),
  'transcript.mailed': Closed({}),
  'conversation.started': Closed({ inboxId: Uuid, channel: Code }),
  'conversation.handed-over': Closed({
    reason: OneOf(HANDOVER_REASONS),
    from: OneOf(CONVERSATION_STATUSES),
    ...ByWhom,
  }),
  'conversation.taken': Closed({
    staffId: Uuid,
    from: OneOf(CONVERSATION_STATUSES),
    waitedMs: Type.Optional(Type.Integer()),
  }),
  'conversation.handed-back': Closed({ staffId: Uuid }),
  'conversation.transferred': Closed({
    staffId: Type.Optional(Uuid),
    toStaffId: Type.Optional(Uuid),
    toTeamId: Type.Optional(Uuid),
  }),
  'conversation.snoozed': Closed({ staffId: Type.Optional(Uuid), until: Instant }),
  'conversation.woken': Closed({ cause: OneOf(['timer', 'customer', 'agent'] as const) }),
  'conversation.resolved': Closed({ ...ByWhom }),
  'conversation.reopened': Closed({ ...ByWhom }),
  'conversation.read': Closed({
    by: OneOf(['customer', 'agent'] as const),
    seq: Type.Integer(),
    staffId: Type.Optional(Uuid),
  }),
  'contact.created': Closed({ verified: Type.Boolean(), channel: Code }),
  'contact.identified': Closed({}),
  'contact.merged': Closed({ fromContactId: Uuid }),
  'contact.erased': Closed({ staffId: Type.Optional(Uuid) }),
  'contact.field-revealed': Closed({
    staffId: Uuid,
    field: OneOf(['phone', 'email', 'address', 'payment'] as const),
    reason: OneOf(['delivery', 'refund', 'identity-check', 'call-back', 'other'] as const),
  }),
  'knowledge.published': Closed({ entryId: Uuid, version: Type.Integer() }),
  'knowledge.withdrawn': Closed({ entryId: Uuid, version: Type.Integer() }),
  'rules.published': Closed({ version: Type.Integer(), byStaffId: Type.Optional(Uuid) }),
  'knowledge.drafted': Closed({ entryId: Uuid, version: Type.Integer() }),
  'cluster.drafted': Closed({ clusterId: Uuid, entryId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'cluster.dismissed': Closed({ clusterId: Uuid, on: Type.Boolean(), byStaffId: Type.Optional(Uuid) }),
  'cluster.changed': Closed({
    clusterId: Uuid,
    what: OneOf(['named', 'merged', 'split'] as const),
    byStaffId: Type.Optional(Uuid),
  }),
  'court.held': Closed({
    courtId: Uuid,
    entryId: Uuid,
    version: Type.Integer(),
    won: Type.Boolean(),
    byStaffId: Type.Optional(Uuid),
  }),
  'chats.imported': Closed({ questions: Type.Integer(), byStaffId: Type.Optional(Uuid) }),
  'structure.changed': Closed({ by: OneOf(['reading', 'staff'] as const), byStaffId: Type.Optional(Uuid) }),
  'document.read': Closed({ documentId: Uuid, sections: Type.Integer(), problem: Type.Optional(Code) }),
  'document.removed': Closed({ documentId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'site.saved': Closed({ siteId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'site.removed': Closed({ siteId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'intent.saved': Closed({ intent: Code, on: Type.Boolean(), byStaffId: Type.Optional(Uuid) }),
  'intent.removed': Closed({ intent: Code, byStaffId: Type.Optional(Uuid) }),
  'language.taught': Closed({
    added: Type.Integer(),
    removed: Type.Integer(),
    messageId: Type.Optional(Uuid),
    byStaffId: Type.Optional(Uuid),
  }),
  'language.trained': Closed({ version: Type.Integer(), byStaffId: Type.Optional(Uuid) }),
  'language.published': Closed({ version: Type.Integer(), byStaffId: Type.Optional(Uuid) }),
  /** A code of product help was made, turned off or on. */
  'help.changed': Closed({ to: OneOf(['on', 'off'] as const), byStaffId: Type.Optional(Uuid) }),
  'voice.saved': Closed({ scope: Code, version: Type.Integer(), byStaffId: Type.Optional(Uuid) }),
  'model.saved': Closed({ use: Code, version: Type.Integer(), byStaffId: Type.Optional(Uuid) }),
  'model.stopped': Closed({ stopped: Type.Boolean(), byStaffId: Type.Optional(Uuid) }),
  'staff.invited': Closed({ staffId: Uuid, role: OneOf(ROLES), byStaffId: Type.Optional(Uuid) }),
  'staff.role-changed': Closed({ staffId: Uuid, role: OneOf(ROLES), byStaffId: Type.Optional(Uuid) }),
  'staff.removed': Closed({ staffId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'staff.changed': Closed({ staffId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'staff.secured': Closed({ staffId: Uuid, what: OneOf(['password', 'second-factor'] as const) }),
  'staff.link-made': Closed({ staffId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'team.created': Closed({ teamId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'staff.signed-in': Closed({ staffId: Uuid, method: OneOf(['link', 'password', 'second-factor'] as const) }),
  'key.created': Closed({ keyId: Uuid, byStaffId: Uuid }),
  'key.revoked': Closed({ keyId: Uuid, byStaffId: Uuid }),
  'canned-reply.saved': Closed({ replyId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'canned-reply.removed': Closed({ replyId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'view.saved': Closed({ viewId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'view.removed': Closed({ viewId: Uuid, byStaffId: Type.Optional(Uuid) }),
  'tenant.changed': Closed({ byStaffId: Type.Optional(Uuid) }),
  'inbox.created': Closed({ inboxId: Uuid, channel: Code }),
  'inbox.changed': Closed({ inboxId: Uuid }),
  'inbox.delivery-stopped': Closed({ inboxId: Uuid, channel: Code }),
  'delivery.failed': Closed({ messageId: Uuid, channel: Code, reason: Code, attempts: Type.Integer() }),
} as const
export type FactType = keyof typeof FACT_DATA
export type FactData<T extends FactType> = Static<(typeof FACT_DATA)[T]>

/** A fact as stored and as carried by the bus. `subject` is the conversation, contact, staff… it is about. */
export type Fact<T extends FactType = FactType> = {
  [K in T]: {
    readonly id: Uuid
    readonly tenant: Uuid
    readonly type: K
    readonly subject: Uuid
    readonly at: Instant
    readonly data: FactData<K>
  }
}[T]
