// Pass a conversation to a colleague or a team, with an optional internal note.
import { problem, type Uuid } from '@ballast/contract'
import { actorOf, onBehalf } from './on-behalf.ts'
import type { ConversationParts, Staff } from './parts.ts'
import { tidyText } from './rules/tidy.ts'

export interface Transfer {
  readonly conversationId: Uuid
  readonly staffId?: Uuid
  readonly teamId?: Uuid
  readonly note?: string
}

/** Throws `staff.not-found`, `team.not-found`; `request.invalid` unless exactly one of the two is named. */
export const transfer = async (parts: ConversationParts, staff: Staff, wish: Transfer) => {
  const { conversationId, note } = wish
  const to = await target(parts, staff.tenant, wish)
  const event = {
    type: 'transfer' as const,
    actor: actorOf(staff),
    to,
    ...(note === undefined ? {} : { note: tidyText(note) }),
  }
  return onBehalf(parts, staff, { conversationId, event })
}

const target = async (parts: ConversationParts, tenant: Uuid, { staffId, teamId }: Transfer) => {
  if (staffId !== undefined && teamId === undefined) {
    const name = (await parts.staffNames(tenant, [staffId])).get(staffId)
    if (name === undefined) throw problem('staff.not-found')
    return { staffId, name }
  }
  if (teamId !== undefined && staffId === undefined) {
    const name = await parts.teamName(tenant, teamId)
    if (name === null) throw problem('team.not-found')
    return { teamId, name }
  }
  throw problem('request.invalid', { path: '/body/staffId' })
}
