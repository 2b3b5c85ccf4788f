// The other decisions of accounts, case by case.
import type { Principal, Role } from '@ballast/contract'
import { describe, expect, it } from 'vitest'
import { MAX_IDENTITY_SECONDS, readIdentity } from './identity.ts'
import { joinVisit } from './join-visit.ts'
import { ACCOUNT_LIMITS, ADDRESS_LIMITS, afterFailure, type Failures, isLocked } from './lock-out.ts'
import { siteMayEmbed } from './origins.ts'
import { decideStaffChange, mayGrant } from './staff-changes.ts'
import { seesInbox } from './visible-inboxes.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const OTHER = '019a0000-0000-7000-8000-000000000002'
const staff = (role: Role, teamIds: string[] = []): Principal => ({
  kind: 'staff',
  tenant: ID,
  staffId: ID,
  name: 'Lin',
  role,
  teamIds,
  sessionId: 's',
})

describe('changing colleagues', () => {
  const change = (by: Role, target: Role, to: Parameters<typeof decideStaffChange>[1], otherOwners = 1) =>
    decideStaffChange({ id: OTHER, role: target, active: true }, to, { principal: staff(by), otherOwners })

  it.each([
    ['owner', 'owner', true],
    ['owner', 'viewer', true],
    ['manager', 'owner', false],
    ['manager', 'manager', true],
    ['manager', 'agent', true],
    ['agent', 'viewer', false],
  ] as const)('%s brings in %s: %s', (by, role, allowed) => expect(mayGrant(staff(by), role)).toBe(allowed))

  it('keeps owners out of a manager’s reach, both ways', () => {
    expect(change('manager', 'owner', { role: 'agent' })).toEqual({ refused: 'auth.forbidden' })
    expect(change('manager', 'owner', { name: 'X' })).toEqual({ refused: 'auth.forbidden' })
    expect(change('manager', 'agent', { role: 'owner' })).toEqual({ refused: 'auth.forbidden' })
  })
  it('keeps the last owner', () => {
    expect(change('owner', 'owner', { role: 'manager' }, 0)).toEqual({ refused: 'staff.last-owner' })
    expect(change('owner', 'owner', { active: false }, 0)).toEqual({ refused: 'staff.last-owner' })
    expect(change('owner', 'owner', { name: 'New' }, 0)).toEqual({ effects: ['changed'] })
    expect(change('owner', 'owner', { active: false }, 1)).toEqual({ effects: ['removed'] })
  })
  it('says what follows', () => {
    expect(change('owner', 'agent', { role: 'manager', active: false, teamIds: [] })).toEqual({
      effects: ['role-changed', 'removed', 'changed'],
    })
    expect(change('owner', 'agent', { secondFactor: false })).toEqual({ effects: ['factor-removed'] })
    expect(change('manager', 'owner', { secondFactor: false })).toEqual({ refused: 'auth.forbidden' })
    expect(change('owner', 'agent', { role: 'agent', active: true })).toEqual({ effects: [] })
  })
})

describe('visible inboxes', () => {
  const open = { id: ID, teamIds: [] }
  const owned = { id: OTHER, teamIds: ['t1', 't2'] }
  it('follow teams for agents and viewers', () => {
    expect(seesInbox(staff('agent'), open)).toBe(true)
    expect(seesInbox(staff('agent'), owned)).toBe(false)
    expect(seesInbox(staff('agent', ['t2']), owned)).toBe(true)
    expect(seesInbox(staff('viewer', ['t3']), owned)).toBe(false)
  })
  it('are all for owners and managers', () => {
    for (const role of ['owner', 'manager'] as const) expect(seesInbox(staff(role), owned)).toBe(true)
  })
  it('are one for a visitor, none for anyone', () => {
    const visitor: Principal = { kind: 'visitor', tenant: ID, inboxId: ID, contactId: ID, verified: false }
    expect([seesInbox(visitor, open), seesInbox(visitor, owned), seesInbox({ kind: 'anyone' }, open)]).toEqual([
      true,
      false,
      false,
    ])
  })
  it('are those without a team for a key that may not read all', () => {
    const key: Principal = { kind: 'key', tenant: ID, keyId: ID, permissions: ['conversations.read'] }
    expect([seesInbox(key, open), seesInbox(key, owned)]).toEqual([true, false])
  })
})

describe('lock-out', () => {
  const fail = (times: number, everyMs: number, limits = ACCOUNT_LIMITS) => {
    let state: Failures | undefined
    for (let i = 0; i < times; i++) state = afterFailure(state, i * everyMs, limits)
    return state
  }
  it('comes with the tenth failure and grows', () => {
    expect(isLocked(fail(9, 1), 9)).toBe(false)
    expect(isLocked(fail(10, 1), 10)).toBe(true)
    expect(isLocked(fail(10, 1), 61_000)).toBe(false)
    expect(isLocked(fail(11, 1), 61_000)).toBe(true)
    const longest = fail(60, 1)?.lockedUntil ?? 0
    expect(longest).toBeLessThanOrEqual(60 + ACCOUNT_LIMITS.longestLockMs)
  })
  it('forgets after a quiet time', () => {
    const state = fail(9, 1)
    expect(afterFailure(state, ACCOUNT_LIMITS.forgetMs + 9, ACCOUNT_LIMITS).failures).toBe(1)
  })
  it('gives an office behind one address more room', () => {
    expect(isLocked(fail(49, 1, ADDRESS_LIMITS), 50)).toBe(false)
    expect(isLocked(fail(50, 1, ADDRESS_LIMITS), 50)).toBe(true)
  })
})

describe('sites that may embed', () => {
  const own = 'https://desk.example'
  it.each([
    [[], 'https://any.example', true],
    [[], undefined, true],
    [['https://shop.example'], 'https://shop.example', true],
    [['https://shop.example/'], 'https://shop.example', true],
    [['https://Shop.example'], 'https://shop.example', true],
    [['https://shop.example'], 'http://shop.example', false],
    [['https://shop.example'], 'https://shop.example.evil.com', false],
    [['https://shop.example'], 'https://shop.example:8443', false],
    [['https://shop.example'], undefined, false],
    [['https://shop.example'], 'null', false],
    [['https://shop.example'], own, true],
    [['https://*.shop.example'], 'https://m.shop.example', true],
    [['https://*.shop.example'], 'https://shop.example', false],
    [['https://*.shop.example'], 'https://evilshop.example', false],
    [['https://*.shop.example'], 'http://m.shop.example', false],
    [['https://*'], 'https://evil.example', false],
  ] as const)('%j, asked from %s: %s', (allowed, origin, verdict) =>
    expect(siteMayEmbed(allowed, origin, own)).toBe(verdict),
  )
})

describe('signed identity', () => {
  const now = 1_800_000_000_000
  const exp = now / 1000 + 300
  it('reads the person', () => {
    expect(readIdentity({ sub: 'c1', exp, name: '林', level: 'gold', role: 'owner' }, now)).toEqual({
      externalId: 'c1',
      person: { name: '林', level: 'gold' },
    })
  })
  it.each([
    ['no subject', { exp }],
    ['an empty subject', { sub: '', exp }],
    ['a subject that is an object', { sub: { $ne: 1 }, exp }],
    ['an endless life', { sub: 'c1', exp: now / 1000 + MAX_IDENTITY_SECONDS + 61 }],
    ['no expiry', { sub: 'c1' }],
    ['a life longer than ten minutes from its start', { sub: 'c1', exp, iat: exp - 601 }],
    ['a start in the future', { sub: 'c1', exp, iat: now / 1000 + 61 }],
    ['a name that is a list', { sub: 'c1', exp, name: ['x'] }],
    ['a name without end', { sub: 'c1', exp, name: 'x'.repeat(121) }],
  ])('refuses %s', (_, claims) => expect(readIdentity(claims, now)).toEqual({ refused: 'token.invalid' }))
})

describe('joining a visit', () => {
  const signed = { contactId: OTHER, externalId: 'c1' }
  it('makes a contact, keeps a contact, joins a contact', () => {
    expect(joinVisit(undefined, undefined, ID)).toEqual({ contactId: ID })
    expect(joinVisit({ contactId: OTHER }, undefined, ID)).toEqual({ contactId: OTHER })
    expect(joinVisit(undefined, signed, ID)).toEqual(signed)
    expect(joinVisit({ contactId: ID }, signed, ID)).toEqual({ ...signed, formerContactId: ID })
    expect(joinVisit({ ...signed }, signed, ID)).toEqual(signed)
  })
  it('never joins two signed identities', () => {
    expect(joinVisit({ contactId: ID, externalId: 'c2' }, signed, ID)).toEqual({ refused: 'identity.conflict' })
  })
})
