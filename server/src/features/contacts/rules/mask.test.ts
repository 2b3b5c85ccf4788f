// What each role sees of a person.
import type { Role } from '@ballast/contract/permissions'
import { describe, expect, it } from 'vitest'
import { maskAddress, maskEmail, maskedFor, maskPhone } from './mask.ts'

const staff = (role: Role) =>
  ({ kind: 'staff', tenant: 't', staffId: 's', name: 'n', role, teamIds: [], sessionId: 'x' }) as const
const fields = { name: '张小明', phone: '138 1234-5678', email: 'anna@shop.cn', address: '广东省深圳市南山区科技园1号' }

describe('masking', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['+8613812345678', '+86138****5678'],
    ['110', '****10'],
  ])('phone %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))
  it.each([
    ['a@b.c', 'a***@b.c'],
    ['@b.c', '***'],
    ['no-at', '***'],
  ])('e-mail %s', (email, masked) => expect(maskEmail(email)).toBe(masked))
  it('address keeps six characters', () => {
    expect(maskAddress(fields.address)).toBe('广东省深圳市****')
    expect(maskAddress('深圳市')).toBe('深圳****')
  })
  it('an agent sees masked fields', () => {
    expect(maskedFor(staff('agent'), fields)).toEqual({
      name: '张小明',
      phone: '138****5678',
      email: 'a***@shop.cn',
      address: '广东省深圳市****',
    })
  })
  it('a viewer sees no personal field', () => {
    expect(maskedFor(staff('viewer'), fields)).toEqual({ name: '张**', phone: null, email: null, address: null })
  })
})
