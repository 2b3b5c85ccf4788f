// The permissions of an API key as somebody reads them who wants a job done: what the key is for, then what it may do.
import { PERMISSIONS, type Permission } from '@ballast/contract/permissions'

export const GROUPS = {
  conversations: [
    'conversations.read',
    'conversations.read-all',
    'conversations.reply',
    'conversations.note',
    'conversations.assign',
    'canned-replies.manage',
    'views.share',
  ],
  customers: ['contacts.read', 'contacts.read-masked', 'contacts.reveal', 'orders.read'],
  knowledge: ['knowledge.read', 'knowledge.write', 'language.read', 'language.teach'],
  setup: [
    'inboxes.read',
    'inboxes.manage',
    'teams.manage',
    'staff.read',
    'staff.manage',
    'settings.manage',
    'keys.manage',
  ],
  record: ['facts.read'],
} as const satisfies Record<string, readonly Permission[]>
export type GroupName = keyof typeof GROUPS
export const GROUP_NAMES = Object.keys(GROUPS) as GroupName[]

/** Those that let somebody see personal data in the clear, take over the workspace, or make further keys. */
export const GRAVE: readonly Permission[] = ['contacts.reveal', 'staff.manage', 'settings.manage', 'keys.manage']

export const PRESETS = {
  report: ['conversations.read', 'conversations.read-all', 'contacts.read', 'inboxes.read', 'staff.read', 'facts.read'],
  answer: ['conversations.read', 'conversations.reply', 'conversations.note', 'contacts.read', 'inboxes.read'],
  knowledge: ['knowledge.read', 'knowledge.write'],
} as const satisfies Record<string, readonly Permission[]>
export type PresetName = keyof typeof PRESETS
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[]

/** Permissions that a newer contract has and no group names yet. */
export const ungrouped = (): Permission[] => {
  const named = new Set<string>(Object.values(GROUPS).flat())
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => !named.has(permission))
}
/** `contacts.read-masked` -> `contacts-read-masked`, as words are keyed. */
export const wordKey = (permission: Permission): string => permission.replaceAll('.', '-')
