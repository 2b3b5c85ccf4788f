// The channels an inbox can be made on. A new one needs its words in `inboxes.channel` and a line here.
import type { IconName } from '../../ui/Icon.tsx'

export const CHANNELS = [
  { id: 'web', icon: 'words' },
  { id: 'open', icon: 'code' },
] as const satisfies readonly { id: string; icon: IconName }[]
export type KnownChannel = (typeof CHANNELS)[number]['id']

export const isKnown = (channel: string): channel is KnownChannel => CHANNELS.some(({ id }) => id === channel)
export const iconOf = (channel: string): IconName => CHANNELS.find(({ id }) => id === channel)?.icon ?? 'inbox'

export const TABS = ['general', 'look', 'hours', 'origins', 'install', 'channel', 'delivery'] as const
export type Tab = (typeof TABS)[number]
/** The widget has looks and sites; every other channel has credentials and another side. */
export const tabsOf = (channel: string): readonly Tab[] =>
  TABS.filter((tab) => {
    if (tab === 'look' || tab === 'origins') return channel === 'web'
    if (tab === 'channel' || tab === 'delivery') return channel !== 'web'
    return true
  })
