// The one authorisation table, every role against every permission, written out so that a change is seen.
import { type Access, PERMISSIONS, type Permission, type Principal, ROLES, type Role } from '@ballast/contract'
import { describe, expect, it } from 'vitest'
import { authorise, holdsAll, permissionsOf } from './authorise.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const staff = (role: Role): Principal => ({
  kind: 'staff',
  tenant: ID,
  staffId: ID,
  name: 'Lin',
  role,
  teamIds: [],
  sessionId: 's',
})
const key = (...permissions: Permission[]): Principal => ({ kind: 'key', tenant: ID, keyId: ID, permissions })
const visitor: Principal = { kind: 'visitor', tenant: ID, inboxId: ID, contactId: ID, verified: true }
const anyone: Principal = { kind: 'anyone' }
const ALL = Object.keys(PERMISSIONS) as Permission[]

// o owner, m manager, a agent, v viewer
const TABLE: Record<Permission, string> = {
  'conversations.read': 'omav',
  'conversations.reply': 'oma',
  'conversations.note': 'oma',
  'conversations.assign': 'oma',
  'conversations.read-all': 'om',
  'contacts.read': 'omav',
  'contacts.read-masked': 'oma',
  'contacts.reveal': 'oma',
  'orders.read': 'oma',
  'canned-replies.manage': 'om',
  'views.share': 'om',
  'knowledge.read': 'omav',
  'knowledge.write': 'om',
  'language.read': 'oma',
  'language.teach': 'om',
  'inboxes.read': 'omav',
  'inboxes.manage': 'om',
  'teams.manage': 'om',
  'staff.read': 'omav',
  'staff.manage': 'om',
  'keys.manage': 'o',
  'facts.read': 'om',
  'settings.manage': 'o',
}

describe('authorise', () => {
  for (const permission of ALL)
    for (const role of ROLES)
      it(`${role} ${TABLE[permission].includes(role[0]!) ? 'holds' : 'lacks'} ${permission}`, () => {
        const verdict = authorise(staff(role), permission)
        expect(verdict).toEqual(TABLE[permission].includes(role[0]!) ? undefined : { refused: 'auth.forbidden' })
      })

  it('gives a key exactly what it was granted', () => {
    for (const granted of ALL)
      for (const asked of ALL)
        expect(authorise(key(granted), asked)).toEqual(granted === asked ? undefined : { refused: 'auth.forbidden' })
  })

  it('never lets a visitor or a key pass as a colleague', () => {
    expect(authorise(visitor, 'staff')).toEqual({ refused: 'auth.forbidden' })
    expect(authorise(key(...ALL), 'staff')).toEqual({ refused: 'auth.forbidden' })
    for (const permission of ALL) expect(authorise(visitor, permission)).toEqual({ refused: 'auth.forbidden' })
  })

  it('asks whoever is unknown to sign in, except where anyone may pass', () => {
    for (const access of ['visitor', 'staff', ...ALL] as Access[])
      expect(authorise(anyone, access)).toEqual({ refused: 'auth.required' })
    for (const principal of [anyone, visitor, staff('viewer'), key()])
      expect(authorise(principal, 'public')).toBeUndefined()
  })

  it('asks colleagues for a visitor token where visitors speak', () => {
    expect(authorise(visitor, 'visitor')).toBeUndefined()
    expect(authorise(staff('owner'), 'visitor')).toEqual({ refused: 'auth.required' })
  })

  it('knows who holds as much as another', () => {
    expect(holdsAll(staff('manager'), permissionsOf('owner'))).toBe(false)
    expect(holdsAll(staff('manager'), permissionsOf('manager'))).toBe(true)
    expect(holdsAll(key('staff.manage'), permissionsOf('viewer'))).toBe(false)
  })
})
