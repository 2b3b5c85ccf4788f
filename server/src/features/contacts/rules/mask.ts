// What of a personal field is shown to whom. The full value takes a reveal with a reason.
import { type Permission, roleHolds } from '@ballast/contract/permissions'
import type { Principal } from '@ballast/contract/principal'

const glyphs = (text: string): string[] => Array.from(text)

/** `13812341234` -> `138****1234`; short numbers keep only their last two digits. */
export const maskPhone = (phone: string): string => {
  const digits = glyphs(phone.replace(/[\s-]/g, ''))
  if (digits.length < 8) return `****${digits.slice(-2).join('')}`
  return `${digits.slice(0, -8).join('')}****${digits.slice(-4).join('')}`
}
/** `anna@shop.cn` -> `a***@shop.cn`. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return at < 1 ? '***' : `${glyphs(email)[0]}***${email.slice(at)}`
}
/** The first six characters: province and city, not the door. */
export const maskAddress = (address: string): string => {
  const all = glyphs(address)
  return all.length <= 6 ? `${all.slice(0, 2).join('')}****` : `${all.slice(0, 6).join('')}****`
}
export const maskName = (name: string): string => `${glyphs(name)[0] ?? ''}**`

export interface PersonalFields {
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}

const holds = (principal: Principal, permission: Permission): boolean => {
  if (principal.kind === 'staff') return roleHolds(principal.role, permission)
  return principal.kind === 'key' && principal.permissions.includes(permission)
}
const mapped = (value: string | null, mask: (text: string) => string): string | null =>
  value === null ? null : mask(value)

/** Without `contacts.read-masked` nothing but the name's first character is left. */
export const maskedFor = (principal: Principal, fields: PersonalFields): PersonalFields => {
  if (!holds(principal, 'contacts.read-masked')) {
    return { name: mapped(fields.name, maskName), phone: null, email: null, address: null }
  }
  return {
    name: fields.name,
    phone: mapped(fields.phone, maskPhone),
    email: mapped(fields.email, maskEmail),
    address: mapped(fields.address, maskAddress),
  }
}
/** A viewer sees names as `张**` in lists too. */
export const nameFor = (principal: Principal, name: string): string =>
  holds(principal, 'contacts.read-masked') ? name : maskName(name)
