// An envelope as it comes off the bus: checked, because whoever reaches the bus can write anything there.
import { FACT_DATA } from '@ballast/contract/facts'
import { Uuid } from '@ballast/contract/primitives'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Envelope } from './frames-of.ts'

/** More than any one commit writes; a lie must not make this process read a whole thread. */
const MOST = 1_000
const Count = Type.Integer({ minimum: 0, maximum: 2_147_483_647 })
const isEnvelope = Compile(
  Type.Object({
    tenant: Uuid,
    conversationId: Uuid,
    contactId: Uuid,
    inboxId: Uuid,
    version: Count,
    fromSeq: Count,
    toSeq: Count,
    updated: Type.Array(Count, { maxItems: MOST }),
    facts: Type.Array(Type.Object({ type: Type.String(), data: Type.Object({}) }), { maxItems: MOST }),
  }),
)
const isReadMark = Compile(FACT_DATA['conversation.read'])

/** Null: not an envelope, or not one about what its subject names. Read marks, whose data is shown, must fit the contract. */
export const readEnvelope = (payload: unknown, subject: string): Envelope | null => {
  if (!isEnvelope.Check(payload) || payload.toSeq - payload.fromSeq >= MOST) return null
  if (subject !== `facts.${payload.tenant}.${payload.conversationId}`) return null
  const facts = payload.facts.filter(({ type, data }) => type !== 'conversation.read' || isReadMark.Check(data))
  return { ...payload, facts: facts as unknown as Envelope['facts'] }
}
