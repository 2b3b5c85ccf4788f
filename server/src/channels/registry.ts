// Every channel there is. A new folder is added here, and nowhere else.
import type { Channel } from './kit/channel.ts'
import { open } from './open/index.ts'
import { web } from './web/index.ts'

export const CHANNELS: readonly Channel[] = [web, open]

const byId = new Map(CHANNELS.map((channel) => [channel.id, channel]))

/** The channel of that id; undefined when there is none. */
export const channelById = (id: string): Channel | undefined => byId.get(id)
