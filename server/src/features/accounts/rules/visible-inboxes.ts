// Which inboxes a caller sees: all of them, those of their teams and those of nobody, or only the visitor's own.
import { holds, type Rights } from './authorise.ts'

interface InboxTeams {
  readonly id: string
  readonly teamIds: readonly string[]
}

export const seesInbox = (principal: Rights, inbox: InboxTeams): boolean => {
  if (principal.kind === 'anyone') return false
  if (principal.kind === 'visitor') return principal.inboxId === inbox.id
  if (holds(principal, 'conversations.read-all') || inbox.teamIds.length === 0) return true
  return principal.kind === 'staff' && inbox.teamIds.some((team) => principal.teamIds.includes(team))
}
