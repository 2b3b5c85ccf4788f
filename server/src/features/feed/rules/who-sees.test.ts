// Rooms by role: nobody listens where they may not look.
import type { ROLES } from '@ballast/contract/permissions'
import { describe, expect, it } from 'vitest'
import { deskRoom, deskRoomsOf, visitorRoom, watchRoom } from './who-sees.ts'

const staff = (role: (typeof ROLES)[number]) =>
  ({ kind: 'staff', tenant: 't1', staffId: 's', name: 'n', role, teamIds: [], sessionId: 'x' }) as const

describe('rooms', () => {
  it.each(['owner', 'manager', 'agent'] as const)('%s lists the inboxes they see', (role) => {
    expect(deskRoomsOf(staff(role), ['a', 'b'])).toEqual([deskRoom('t1', 'a'), deskRoom('t1', 'b')])
  })
  it('a viewer gets masked rows only', () => {
    expect(deskRoomsOf(staff('viewer'), ['a'])).toEqual([deskRoom('t1', 'a', true)])
  })
  it('no two kinds of room can be mistaken for each other', () => {
    const rooms = [visitorRoom('x'), watchRoom('x'), deskRoom('x', 'x'), deskRoom('x', 'x', true)]
    expect(new Set(rooms).size).toBe(4)
  })
})
