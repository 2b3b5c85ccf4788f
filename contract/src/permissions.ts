// Who may do what: the one authorisation table. Routes, socket frames and bus verbs all name a permission from here.

export const ROLES = ['owner', 'manager', 'agent', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** permission -> the roles that hold it. */
export const PERMISSIONS = {
  'conversations.read': ['owner', 'manager', 'agent', 'viewer'],
  'conversations.reply': ['owner', 'manager', 'agent'],
  'conversations.note': ['owner', 'manager', 'agent'],
  'conversations.assign': ['owner', 'manager', 'agent'],
  'conversations.read-all': ['owner', 'manager'],
  'contacts.read': ['owner', 'manager', 'agent', 'viewer'],
  'contacts.read-masked': ['owner', 'manager', 'agent'],
  'contacts.reveal': ['owner', 'manager', 'agent'],
  'orders.read': ['owner', 'manager', 'agent'],
  'canned-replies.manage': ['owner', 'manager'],
  'views.share': ['owner', 'manager'],
  'knowledge.read': ['owner', 'manager', 'agent', 'viewer'],
  'knowledge.write': ['owner', 'manager'],
  'language.read': ['owner', 'manager', 'agent'],
  'language.teach': ['owner', 'manager'],
  'inboxes.read': ['owner', 'manager', 'agent', 'viewer'],
  'inboxes.manage': ['owner', 'manager'],
  'teams.manage': ['owner', 'manager'],
  'staff.read': ['owner', 'manager', 'agent', 'viewer'],
  'staff.manage': ['owner', 'manager'],
  'keys.manage': ['owner'],
  'facts.read': ['owner', 'manager'],
  'settings.manage': ['owner'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS

/**
 * What a route or frame asks of its caller.
 * - `public`: anyone. - `visitor`: a valid visitor token. - `staff`: any signed-in colleague.
 * - a permission: a colleague whose role holds it, or an API key granted it.
 */
export type Access = 'public' | 'visitor' | 'staff' | Permission

export const roleHolds = (role: Role, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).includes(role)
