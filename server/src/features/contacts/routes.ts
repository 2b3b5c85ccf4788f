// People over HTTP. A person is seen by whoever sees one of their conversations.
import { type Principal, problem, type Uuid } from '@ballast/contract'
import * as routes from '@ballast/contract/routes/conversations'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { eraseContact } from './erase.ts'
import type { ContactParts } from './parts.ts'
import { readContact } from './read.ts'
import { revealField } from './reveal.ts'
import { type ShopOrder, toOrder } from './rules/orders.ts'

type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>

export interface ContactRouteParts extends ContactParts {
  readonly secrets: Pick<Secrets, 'openPersonKey' | 'forgetPersonKey'>
  readonly seesContact: (principal: StaffSide, contactId: Uuid) => Promise<boolean>
  /** The customer's orders, newest first. Throws `commerce.unavailable`. */
  readonly findOrders: (tenant: Uuid, externalId: string) => Promise<readonly ShopOrder[]>
  /** After an erasure: every process drops what it remembers of them. */
  readonly erased: (tenant: Uuid, contactId: Uuid) => Promise<void>
}

const ours = async (parts: ContactRouteParts, principal: Principal, contactId: Uuid): Promise<StaffSide> => {
  if (principal.kind !== 'staff' && principal.kind !== 'key') throw problem('auth.forbidden')
  if (!(await parts.seesContact(principal, contactId))) throw problem('contact.not-found')
  return principal
}

export const serveContacts = (http: HttpServer, gate: Gate, parts: ContactRouteParts): void => {
  serve(http, gate, routes.readContact, async ({ principal, params }) => {
    const reader = await ours(parts, principal, params.contactId)
    return { contact: await readContact(parts, reader, params.contactId) }
  })
  serve(http, gate, routes.revealField, async ({ principal, params, body }) => {
    const reader = await ours(parts, principal, params.contactId)
    if (reader.kind !== 'staff') throw problem('auth.forbidden')
    return { field: body.field, value: await revealField(parts, reader, { ...params, ...body }) }
  })
  serve(http, gate, routes.eraseContact, async ({ principal, params }) => {
    if (principal.kind !== 'staff' && principal.kind !== 'key') throw problem('auth.forbidden')
    const by = principal.kind === 'staff' ? { staffId: principal.staffId } : {}
    const at = await eraseContact(parts, { tenant: principal.tenant, ...params, ...by })
    await parts.erased(principal.tenant, params.contactId)
    return { erasedAt: new Date(at).toISOString() }
  })
  serve(http, gate, routes.listContactOrders, async ({ principal, params }) => {
    const reader = await ours(parts, principal, params.contactId)
    const contact = await readContact(parts, reader, params.contactId)
    if (contact.externalId === null || !contact.verified) return { orders: [] }
    const orders = await parts.findOrders(reader.tenant, contact.externalId)
    return { orders: orders.map((order) => toOrder(order, contact.locale ?? 'zh-CN')) }
  })
}
