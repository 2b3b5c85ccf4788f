// Where a person is reached on a channel, and whether the platform lets the house write now.
import type { Uuid } from '@ballast/contract'
import {
  ALWAYS_OPEN,
  opened,
  type ReplyWindow,
  replied,
  replyWindow,
  type Trigger,
  type WindowAnswer,
  type WindowState,
} from '../../channels/kit/reply-window.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { createRecentIds } from './recent-ids.ts'
import { addressRow, dropAddresses, putAddress, setWindow, type Whom } from './store.ts'

export interface Address {
  /** The person on the platform. */
  readonly to: string
  /** The platform's thread they wrote in last. */
  readonly thread?: string
}
export interface Addresses {
  /** They wrote or did something: remember from where, and open the window. Before the message is stored. */
  heard(whom: Whom, address: Address, opening: { trigger: Trigger | null; window: ReplyWindow }): Promise<void>
  /** Null: this person never wrote here, or was erased. */
  find(whom: Whom): Promise<Address | null>
  mayReply(whom: Whom, window: ReplyWindow): Promise<WindowAnswer>
  /** One reply went out: where the platform counts, it is counted. */
  replied(whom: Whom, window: ReplyWindow): Promise<void>
  /** The person was erased. */
  forget(tenant: Uuid, contactId: Uuid): Promise<void>
}
export interface AddressParts {
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'sealForTenant' | 'openForTenant' | 'hmac'>
  readonly clock: Clock
}

export const createAddresses = ({ database, secrets, clock }: AddressParts): Addresses => {
  let known = createRecentIds()
  const remember = async (whom: Whom, address: Address): Promise<void> => {
    const text = JSON.stringify(address)
    const mark = secrets.hmac('channel-address', `${whom.inboxId} ${text}`)
    const key = `${whom.contactId} ${mark.toString('base64')}`
    if (known.has(key)) return
    const sealed = await secrets.sealForTenant(whom.tenant, text)
    await database.as(whom.tenant, (tx) => putAddress(tx, whom, { mark, sealed, at: clock.now() }))
    known.add(key)
  }
  const change = (whom: Whom, next: (state: WindowState) => WindowState) =>
    database.as(whom.tenant, async (tx) => {
      const row = await addressRow(tx, whom, true)
      if (row !== null) await setWindow(tx, whom, next(row.replyWindow as WindowState))
    })
  return {
    heard: async (whom, address, { trigger, window }) => {
      await remember(whom, address)
      if (trigger !== null && window !== ALWAYS_OPEN) await change(whom, (state) => opened(state, trigger, clock.now()))
    },
    find: async (whom) => {
      const row = await database.as(whom.tenant, (tx) => addressRow(tx, whom))
      return row === null ? null : (JSON.parse(await secrets.openForTenant(whom.tenant, row.sealed)) as Address)
    },
    mayReply: async (whom, window) => {
      const row = window === ALWAYS_OPEN ? null : await database.as(whom.tenant, (tx) => addressRow(tx, whom))
      return replyWindow(window, (row?.replyWindow ?? {}) as WindowState, clock.now())
    },
    replied: async (whom, window) => {
      if (window !== ALWAYS_OPEN) await change(whom, (state) => replied(window, state, clock.now()))
    },
    forget: async (tenant, contactId) => {
      known = createRecentIds()
      await database.as(tenant, (tx) => dropAddresses(tx, tenant, contactId))
    },
  }
}
