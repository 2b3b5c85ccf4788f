// Who is asking: every route, frame and bus verb is decided for one of these.
import type { Permission, Role } from './permissions.ts'
import type { Uuid } from './primitives.ts'

export type Principal =
  | { readonly kind: 'anyone' }
  | {
      readonly kind: 'visitor'
      readonly tenant: Uuid
      readonly inboxId: Uuid
      readonly contactId: Uuid
      /** The shop's back end vouched for this person by a signed identity. */
      readonly verified: boolean
      readonly externalId?: string
    }
  | {
      readonly kind: 'staff'
      readonly tenant: Uuid
      readonly staffId: Uuid
      readonly name: string
      readonly role: Role
      readonly teamIds: readonly Uuid[]
      readonly sessionId: string
    }
  | { readonly kind: 'key'; readonly tenant: Uuid; readonly keyId: Uuid; readonly permissions: readonly Permission[] }
