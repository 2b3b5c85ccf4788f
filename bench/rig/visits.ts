// Opens visits as widgets do: the shop's back end vouches for some customers, everybody gets a visitor token over HTTP.
import { SignJWT } from 'jose'
import { buildDemoShop } from '../../demo/shop/index.ts'
import type { BenchInbox } from '../server.ts'

export interface Visit {
  readonly token: string
  /** Signed in at the shop: may ask for own orders. */
  readonly verified: boolean
}

const AT_ONCE = 32
/** Every fifth visitor is signed in. */
const VERIFIED_EACH = 5

const withOrders = (): string[] => {
  const { orders } = buildDemoShop(Date.now())
  return [...new Set(orders.map(({ externalId }) => externalId))]
}

const vouch = (inbox: BenchInbox, externalId: string): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', kid: inbox.keyId })
    .setSubject(externalId)
    .setAudience(inbox.publicKey)
    .setIssuedAt()
    .setExpirationTime('9m')
    .sign(new TextEncoder().encode(inbox.secret))

/** Visitors number `from` … `from + count - 1`, spread over all inboxes. */
export const openVisits = async (
  server: { readonly url: string; readonly inboxes: readonly BenchInbox[] },
  from: number,
  count: number,
): Promise<Visit[]> => {
  const customers = withOrders()
  const openOne = async (number: number): Promise<Visit> => {
    const inbox = server.inboxes[number % server.inboxes.length]!
    // Another fifth of the inboxes each time round, so that customers of all shops sign in.
    const verified = (number + Math.floor(number / server.inboxes.length)) % VERIFIED_EACH === 0
    const customer = customers[Math.floor(number / server.inboxes.length) % customers.length]!
    const body = verified ? { identity: await vouch(inbox, customer) } : {}
    const reply = await fetch(`${server.url}/visit/${inbox.publicKey}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!reply.ok) throw new Error(`a visit was refused: ${reply.status} ${await reply.text()}`)
    const { token } = (await reply.json()) as { token: string }
    return { token, verified }
  }
  const visits: Visit[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      const place = next++
      visits[place] = await openOne(from + place)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return visits
}
