// Show one personal field in full. Who, which field and why is a fact in the same transaction: no fact, no value.
import { type FactData, type PersonalField, type Principal, problem, type Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { openField } from './fields.ts'
import { type ContactParts, keyOf } from './parts.ts'
import { readRow } from './store.ts'

export interface Reveal {
  readonly contactId: Uuid
  readonly field: PersonalField
  readonly reason: FactData<'contact.field-revealed'>['reason']
}

export const revealField = async (
  parts: ContactParts,
  principal: Extract<Principal, { kind: 'staff' }>,
  { contactId, field, reason }: Reveal,
): Promise<string | null> => {
  const { tenant, staffId } = principal
  const row = await parts.database.as(tenant, async (tx) => {
    const found = await readRow(tx, tenant, contactId)
    if (found === null) throw problem('contact.not-found')
    await appendFacts(tx, [
      {
        id: parts.ids.uuid(),
        tenant,
        type: 'contact.field-revealed',
        subject: contactId,
        at: parts.clock.now(),
        data: { staffId, field, reason },
      },
    ])
    return found
  })
  return openField(await keyOf(parts, tenant, row), { tenant, contactId, field }, row[field])
}
