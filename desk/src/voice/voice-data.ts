// The voices of the brand as the page reads them, and which of them speaks where.
import { PLAIN_VOICE, type ScopedVoice, type Voice } from '@ballast/contract/routes/voice'
import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { queries, server } from '../app/server.ts'
import { channelName } from '../settings/inboxes/channel-name.ts'
import { CHANNELS } from '../settings/inboxes/channels.ts'

export type { ScopedVoice, Voice }

interface Place {
  readonly id: string
  readonly name: string
  readonly channel: string
}

export const useVoices = () =>
  useQuery({ queryKey: ['voices'], queryFn: ({ signal }) => server.listVoices({}, signal), staleTime: 0 })

export const voicesChanged = (): void => void queries.invalidateQueries({ queryKey: ['voices'] })

export const keepVoice = (scope: string, now: ScopedVoice | null): void => {
  queries.setQueryData<{ voices: ScopedVoice[] }>(['voices'], (list) => {
    const others = list?.voices.filter((each) => each.scope !== scope) ?? []
    return { voices: now === null ? others : [...others, now] }
  })
}

/** Rows that nobody has written in are left out. */
export const sayable = (voice: Voice): Voice => ({
  ...voice,
  forbidden: voice.forbidden.filter(({ word }) => word.trim() !== ''),
  scripts: voice.scripts.filter(({ text }) => text.trim() !== ''),
})

export interface Scope {
  readonly scope: string
  readonly name: string
  /** Who speaks where this one is not set, the nearest first. */
  readonly wider: readonly string[]
}
export const scopesOf = (inboxes: readonly Place[]): Scope[] => [
  { scope: 'all', name: i18next.t('voice.everywhere'), wider: [] },
  ...CHANNELS.map(({ id }) => ({
    scope: `channel:${id}`,
    name: i18next.t('voice.onChannel', { name: channelName(id) }),
    wider: ['all'],
  })),
  ...inboxes.map(({ id, name, channel }) => ({
    scope: `inbox:${id}`,
    name: i18next.t('voice.inInbox', { name }),
    wider: [`channel:${channel}`, 'all'],
  })),
]

/** What is spoken there now, and by which scope it was set; null: nobody set it, the bot speaks plainly. */
export const spokenIn = (
  voices: readonly ScopedVoice[],
  { scope, wider }: Scope,
): { readonly voice: Voice; readonly from: string | null } => {
  for (const one of [scope, ...wider]) {
    const found = voices.find((each) => each.scope === one)
    if (found) return { voice: found.voice, from: one }
  }
  return { voice: PLAIN_VOICE, from: null }
}
