// A colleague types: platforms that want to know are told, once and at once; nothing is stored and nothing tried again.
import { Author } from '@ballast/contract'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { createRecentIds } from '../intake/index.ts'
import { NOTHING } from './news.ts'
import type { DeliveryParts } from './parts.ts'
import { tellBy, wayOf } from './way.ts'

const signal = Compile(Type.Object({ author: Author, on: Type.Boolean() }))
/** Devices renew their signal every few seconds; platforms show it about as long. */
const QUIET_MS = 4_000

export const hearTyping = (parts: DeliveryParts): { stop(): void } => {
  const isNew = createRecentIds(2_000)
  const subscription = parts.bus.subscribe('typing.>', (payload, subject) => {
    if (!signal.Check(payload) || !payload.on || payload.author.kind === 'customer') return
    const [, tenant = '', conversationId = ''] = subject.split('.')
    const key = `${conversationId} ${Math.floor(parts.clock.now() / QUIET_MS)}`
    if (isNew.has(key)) return
    isNew.add(key)
    tell(parts, { tenant, conversationId, author: payload.author }).catch((err: unknown) =>
      parts.log.warn({ err, conversationId }, 'typing.not-told'),
    )
  })
  return { stop: () => subscription.unsubscribe() }
}

const tell = async (
  parts: DeliveryParts,
  {
    tenant,
    conversationId,
    author,
  }: { readonly tenant: string; readonly conversationId: string; readonly author: Author },
): Promise<void> => {
  const frame = await parts.conversations.readFrame({ tenant, conversationId, ...NOTHING })
  if (frame === null || frame.conversation.channel === 'web') return
  const { inboxId, contactId } = frame.conversation
  const way = await wayOf(parts, tenant, inboxId)
  if (way === null || way.isFetched || !way.channel.capabilities.typing) return
  const address = await parts.addresses.find({ tenant, inboxId, contactId })
  if (address === null) return
  const { kind, name } = author
  const by = { kind, ...(name === undefined ? {} : { name }) }
  const about = { id: parts.ids.uuid(), conversationId, ...address, at: parts.clock.now() }
  await tellBy(parts, way, { ...about, kind: 'typing', author: by, on: true })
}
