// Check digits and issuer ranges against published examples and single-digit errors.
import { describe, expect, it } from 'vitest'
import { fromIssuer, isHongKongId, isIban, isIdCard, isOldIdCard, luhn } from './checks.ts'

describe('check digits', () => {
  it.each([
    ['11010519491231002X', true],
    ['110105194912310021', false],
    ['110105194902310020', false],
    ['990105194912310020', false],
  ])('identity card %s', (text, valid) => expect(isIdCard(text)).toBe(valid))
  it('every single wrong digit of an identity card shows', () => {
    const card = '110100199003071237'
    expect(isIdCard(card)).toBe(true)
    for (let at = 0; at < 17; at++)
      for (let digit = 0; digit < 10; digit++)
        if (String(digit) !== card[at]) expect(isIdCard(card.slice(0, at) + digit + card.slice(at + 1))).toBe(false)
  })
  it.each([
    ['110100900307123', true],
    ['110100901307123', false],
  ])('old identity card %s', (text, valid) => expect(isOldIdCard(text)).toBe(valid))
  it.each([
    ['4111111111111111', true],
    ['4111111111111112', false],
  ])('Luhn %s', (text, valid) => expect(luhn(text)).toBe(valid))
  it.each([
    ['4111111111111111', true],
    ['378282246310005', true],
    ['6217000000000000012', true],
    ['9999999999999999', false],
    ['41111111111111', false],
  ])('issuer of %s', (text, known) => expect(fromIssuer(text)).toBe(known))
  it.each([
    ['GB82WEST12345698765432', true],
    ['GB82WEST12345698765433', false],
  ])('IBAN %s', (text, valid) => expect(isIban(text)).toBe(valid))
  it('Hong Kong identity card', () => {
    expect(isHongKongId('A', '123456', '3')).toBe(true)
    expect(isHongKongId('A', '123456', '4')).toBe(false)
  })
})
