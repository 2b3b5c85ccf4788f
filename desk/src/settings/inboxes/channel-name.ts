// A channel by its name in plain words; one this desk does not know keeps its own.
import i18next from 'i18next'

export const channelName = (channel: string): string => {
  const key = `inboxes.channel.${channel}.name`
  return i18next.exists(key) ? i18next.t(key) : channel
}
