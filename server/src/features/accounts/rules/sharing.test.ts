// Who may change what is shared, and what is somebody's own.
import type { Principal, Role } from '@ballast/contract'
import { expect, it } from 'vitest'
import { decideKeeping, seesKept } from './sharing.ts'

const ME = '019a0000-0000-7000-8000-000000000001'
const OTHER = '019a0000-0000-7000-8000-000000000002'
const as = (role: Role): Principal => ({
  kind: 'staff',
  tenant: ME,
  staffId: ME,
  name: 'Lin',
  role,
  teamIds: [],
  sessionId: 's',
})
const key = (may: boolean): Principal => ({
  kind: 'key',
  tenant: ME,
  keyId: ME,
  permissions: may ? ['views.share'] : ['conversations.read'],
})

type Was = 'new' | 'shared' | 'mine' | 'theirs'
const BEFORE = { new: undefined, shared: { ownerId: null }, mine: { ownerId: ME }, theirs: { ownerId: OTHER } }
const CASES: [string, Principal, Was, boolean, string | null][] = [
  ['an agent makes one of their own', as('agent'), 'new', false, ME],
  ['an agent changes their own', as('agent'), 'mine', false, ME],
  ['an agent shares', as('agent'), 'new', true, 'auth.forbidden'],
  ['an agent shares their own', as('agent'), 'mine', true, 'auth.forbidden'],
  ['an agent changes a shared one', as('agent'), 'shared', true, 'auth.forbidden'],
  ['an agent takes a shared one for themselves', as('agent'), 'shared', false, 'auth.forbidden'],
  ['an agent names another’s', as('agent'), 'theirs', false, 'view.not-found'],
  ['a manager shares', as('manager'), 'new', true, null],
  ['a manager shares their own', as('manager'), 'mine', true, null],
  ['a manager takes a shared one for themselves', as('manager'), 'shared', false, ME],
  ['an owner names another’s', as('owner'), 'theirs', true, 'view.not-found'],
  ['a key with the right shares', key(true), 'new', true, null],
  ['a key without it does not', key(false), 'shared', true, 'auth.forbidden'],
  ['a key has nothing of its own', key(true), 'new', false, 'auth.forbidden'],
  ['a key names somebody’s', key(true), 'theirs', true, 'view.not-found'],
]
it.each(CASES)('%s', (_, principal, was, shared, outcome) => {
  const verdict = decideKeeping(principal, {
    before: BEFORE[was],
    shared,
    right: 'views.share',
    missing: 'view.not-found',
  })
  expect('refused' in verdict ? verdict.refused : verdict.ownerId).toBe(outcome)
})

it('one’s own and shared ones are seen, others’ never', () => {
  expect(seesKept(as('agent'), { ownerId: ME })).toBe(true)
  expect(seesKept(as('agent'), { ownerId: null })).toBe(true)
  expect(seesKept(as('owner'), { ownerId: OTHER })).toBe(false)
  expect(seesKept(key(true), { ownerId: ME })).toBe(false)
})
