// The sections of the settings: where each is, and who may open it.
import type { Permission } from '@ballast/contract/permissions'
import type { IconName } from '../ui/Icon.tsx'

export interface Section {
  readonly id: 'you' | 'security' | 'canned' | 'inboxes' | 'model' | 'keys' | 'workspace'
  readonly icon: IconName
  /** Without it everybody may. */
  readonly asks?: Permission
}

export const SECTIONS: readonly { readonly group: 'mine' | 'shop'; readonly sections: readonly Section[] }[] = [
  {
    group: 'mine',
    sections: [
      { id: 'you', icon: 'person' },
      { id: 'security', icon: 'lock' },
    ],
  },
  {
    group: 'shop',
    sections: [
      { id: 'workspace', icon: 'shop', asks: 'settings.manage' },
      { id: 'inboxes', icon: 'inbox', asks: 'inboxes.manage' },
      { id: 'canned', icon: 'words', asks: 'conversations.reply' },
      { id: 'model', icon: 'bot', asks: 'knowledge.write' },
      { id: 'keys', icon: 'key', asks: 'keys.manage' },
    ],
  },
]

/** `inboxes/<id>/look` -> the section, and the rest of the way. */
export const sectionAt = (at: string | undefined): { section: Section | null; rest: string[] } => {
  const [id, ...rest] = (at ?? '').split('/')
  const all = SECTIONS.flatMap(({ sections }) => sections)
  return { section: all.find((each) => each.id === id) ?? null, rest }
}
