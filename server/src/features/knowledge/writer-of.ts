// Who reads or writes knowledge, as the routes of this feature need it.
import type { Principal, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'

/** Only colleagues and API keys hold knowledge permissions; the gate has checked that. */
export const writerOf = (principal: Principal): { tenant: Uuid; staffId?: Uuid } => {
  if (principal.kind === 'staff') return { tenant: principal.tenant, staffId: principal.staffId }
  if (principal.kind === 'key') return { tenant: principal.tenant }
  throw problem('auth.forbidden')
}
