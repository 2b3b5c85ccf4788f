// What the bot has to say so far, on its way to the customer's devices wherever they are connected. Never stored, and it may be
// lost. Words of a conversation never travel in the clear, and whoever else reaches the bus cannot make any up: they are
// sealed with the workspace's key.
import { Uuid } from '@ballast/contract'
import { SERVER_FRAMES } from '@ballast/contract/live'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Hub } from '../../platform/live/hub.ts'
import type { Log } from '../../platform/log.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { createTurns } from '../../platform/turns.ts'
import type { PartialText } from '../intake/index.ts'
import { visitorRoom } from './rules/who-sees.ts'

export interface PartialParts {
  readonly bus: Pick<Bus, 'publish' | 'subscribe'>
  readonly hub: Pick<Hub, 'toRoom' | 'connectionsIn'>
  readonly secrets: Pick<Secrets, 'sealForTenant' | 'openForTenant'>
  readonly log: Log
}

const isSealed = Compile(Type.Object({ tenant: Uuid, contactId: Uuid, sealed: Type.String({ maxLength: 400_000 }) }))
/** Sealed with whom it is for: what was recorded for one customer opens nothing at another's. */
const isPartial = Compile(Type.Object({ contactId: Uuid, frame: SERVER_FRAMES.partial }))
/** As the frame allows. */
const MOST = 60_000

export interface Partials {
  tell(partial: PartialText): void
  stop(): void
}

export const startPartials = (parts: PartialParts): Partials => {
  const { bus, hub, secrets, log } = parts
  // Sealing and opening wait for a key: what was said first is told first.
  const turns = createTurns()
  const inTurn = (contactId: Uuid, work: () => Promise<void>) => {
    turns.take(contactId, work).catch((err: unknown) => log.warn({ err }, 'partial.lost'))
  }
  const subscription = bus.subscribe('partial.>', (payload, subject) => {
    if (!isSealed.Check(payload) || subject !== `partial.${payload.tenant}.${payload.contactId}`) return
    const { tenant, contactId } = payload
    const room = visitorRoom(contactId)
    if (hub.connectionsIn(room) === 0) return
    inTurn(`to ${contactId}`, async () => {
      const opened = JSON.parse(await secrets.openForTenant(tenant, Buffer.from(payload.sealed, 'base64'))) as unknown
      if (isPartial.Check(opened) && opened.contactId === contactId) hub.toRoom(room, opened.frame)
    })
  })
  return {
    tell: ({ tenant, contactId, conversationId, messageId, text }) =>
      inTurn(contactId, async () => {
        const frame = { t: 'partial', conversationId, messageId, text: text.slice(0, MOST).toWellFormed() } as const
        const sealed = await secrets.sealForTenant(tenant, JSON.stringify({ contactId, frame }))
        bus.publish(`partial.${tenant}.${contactId}`, { tenant, contactId, sealed: sealed.toString('base64') })
      }),
    stop: () => subscription.unsubscribe(),
  }
}
