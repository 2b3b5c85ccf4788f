// A new shop for the operator: an empty workspace, its owner, and the link with which they get in for the first time.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { createTenant } from './create-tenant.ts'
import { INVITATION_MS, oneTimeLink } from './one-time-link.ts'
import type { AccountsParts } from './parts.ts'
import { emailIndexOf, normaliseEmail } from './staff-view.ts'
import { staffOfEmail } from './store-sign-in.ts'

export interface NewShop {
  readonly name: string
  /** The owner's. */
  readonly email: string
  /** The owner's language. */
  readonly locale?: string
}

const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/
const LONGEST_EMAIL = 320
const LONGEST_NAME = 120

/** What stands before the @, until the owner says what they are called. */
const nameIn = (email: string): string => email.trim().split('@', 1)[0]!

/**
 * The link works once, for a day.
 * @throws Problem request.invalid (with `path`), staff.exists when a colleague of any workspace has the address
 */
export const openShop = async (
  parts: AccountsParts,
  shop: NewShop,
): Promise<{ tenant: Uuid; ownerId: Uuid; link: string }> => {
  const name = shop.name.trim()
  if (name === '' || name.length > LONGEST_NAME) throw problem('request.invalid', { path: '/name' })
  if (!EMAIL.test(normaliseEmail(shop.email)) || shop.email.length > LONGEST_EMAIL)
    throw problem('request.invalid', { path: '/email' })
  const taken = await staffOfEmail(parts.database, emailIndexOf(parts, shop.email))
  if (taken.length > 0) throw problem('staff.exists')
  const owner = { name: nameIn(shop.email), email: shop.email, ...(shop.locale ? { locale: shop.locale } : {}) }
  const made = await createTenant(parts, { name, owner })
  return { ...made, link: await oneTimeLink(parts, made.ownerId, INVITATION_MS) }
}
