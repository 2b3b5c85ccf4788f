// The way out of an inbox: its channel with the settings opened, and the calls it may make.
import type { Uuid } from '@ballast/contract'
import type { Channel, News, Outgoing, SendParts } from '../../channels/kit/channel.ts'
import { channelById } from '../../channels/registry.ts'
import type { DeliveryParts } from './parts.ts'
import type { Attempt } from './rules/next-try.ts'

export interface Way {
  readonly channel: Channel
  readonly settings: Readonly<Record<string, unknown>>
  /** The other side fetches; nobody is called. */
  readonly isFetched: boolean
}

/** Null: our own devices (the live feed is the delivery), or an inbox that is gone or switched off. */
export const wayOf = async (
  parts: Pick<DeliveryParts, 'inboxes'>,
  tenant: Uuid,
  inboxId: Uuid,
): Promise<Way | null> => {
  const open = await parts.inboxes.byId(tenant, inboxId)
  if (open === undefined || !open.inbox.enabled || open.inbox.channel === 'web') return null
  const channel = channelById(open.inbox.channel)
  if (channel === undefined) return null
  return { channel, settings: open.settings, isFetched: channel.isFetched?.(open.settings) ?? false }
}

const sendParts = (parts: DeliveryParts): SendParts => ({
  fetch: parts.fetch,
  log: parts.log,
  now: parts.clock.now,
  live: async () => 0,
})

/** An adapter that throws is treated as weather: its fault is logged, the event is tried again. */
const careful = async (parts: DeliveryParts, id: string, call: () => Promise<Attempt>): Promise<Attempt> => {
  try {
    return await call()
  } catch (error) {
    parts.log.error({ err: error, eventId: id }, 'delivery.failed')
    return { result: 'retry', reason: 'adapter-error' }
  }
}
export const sendBy = (parts: DeliveryParts, { channel, settings }: Way, outgoing: Outgoing): Promise<Attempt> =>
  careful(parts, outgoing.id, () => channel.send(outgoing, settings, sendParts(parts)))

/** A platform that wants no news has been told. */
export const tellBy = (parts: DeliveryParts, { channel, settings }: Way, news: News): Promise<Attempt> =>
  careful(parts, news.id, async () => (await channel.tell?.(news, settings, sendParts(parts))) ?? { result: 'sent' })
