// Order and parcel numbers, carriers and check digits; what is a phone, a card or an identity stays out.
import { describe, expect, it } from 'vitest'
import { fedexCheck, s10Check, sevensCheck, threesCheck, upsCheck } from './carriers.ts'
import { findEntities } from './find-entities.ts'
import { NOW, told } from './test/told.ts'

const CASES: readonly (readonly [string, string])[] = [
  ['BL200001', 'order BL200001'],
  ['订单bl200001到哪了', 'order BL200001'],
  ['ＢＬ２００００１', 'order BL200001'],
  ['order number 8812345 please', 'order 8812345'],
  ['my order #100234 is late', 'order 100234'],
  ['订单号：2611200012345678', 'order 2611200012345678'],
  ['order 114-1234567-7654321', 'order 114-1234567-7654321'],
  ['114-1234567-7654321', 'order 114-1234567-7654321'],
  ['SF1234567890123', 'parcel SF1234567890123 sf'],
  ['sf1234567890123到哪了', 'parcel SF1234567890123 sf'],
  ['YT1234567890123', 'parcel YT1234567890123 yto'],
  ['圆通YT1234567890123', 'by yto, parcel YT1234567890123 yto'],
  ['JT1234567890123', 'parcel JT1234567890123 jt'],
  ['JDV001234567890', 'parcel JDV001234567890 jd'],
  ['78123456789012', 'parcel 78123456789012 zto'],
  ['773123456789012', 'parcel 773123456789012 sto'],
  ['432123456789012', 'parcel 432123456789012 yunda'],
  ['DPK123456789012', 'parcel DPK123456789012 deppon'],
  ['RA123456785GB', 'parcel RA123456785GB royal-mail'],
  ['EA123456785CN', 'parcel EA123456785CN ems'],
  ['1Z5R89390357567127', 'parcel 1Z5R89390357567127 ups'],
  ['tracking 1Z 5R8 939 03 5756 7127', 'parcel 1Z5R89390357567127 ups'],
  ['9400111202555842332669', 'parcel 9400111202555842332669 usps'],
  ['9400 1112 0255 5842 3326 69', 'parcel 9400111202555842332669 usps'],
  ['fedex 986578788855', 'by fedex, parcel 986578788855 fedex'],
  ['TBA123456789012', 'parcel TBA123456789012 amazon'],
  ['快递单号 998877665544', 'parcel 998877665544 ?'],
  ['顺丰发货吗', 'by sf'],
  ['能发京东快递吗', 'by jd'],
  ['do you ship with Royal Mail or DHL?', 'by royal-mail, by dhl'],
  ['京东买的', ''],
  ['发京东吗', 'by jd'],
  ['中通和韵达', 'by zto, by yunda'],
  ['尾号1234', 'last 1234'],
  ['13800138000', ''],
  ['电话 02088886666', ''],
  ['11010519491231002X', ''],
  ['my card 4111111111111111', ''],
  ['backups are fine', ''],
]

describe('numbers', () => {
  it.each(CASES)('%s => %s', (text, expected) => expect(told(text)).toBe(expected))

  it('takes the shop at its word for how its orders are numbered', () => {
    const options = { ...NOW, orderPatterns: [/^t-\d{4}$/, /^\d{11}$/] }
    expect(told('where is T-4411', options)).toBe('order T-4411')
    expect(told('13800138000', options)).toBe('order 13800138000')
  })

  it('says what a number rests on', () => {
    const ground = (text: string) => findEntities(text, NOW).map((one) => ('ground' in one ? one.ground : ''))
    expect(ground('1Z5R89390357567127')).toEqual(['check-digit'])
    expect(ground('1Z5R89390357567128')).toEqual(['shape'])
    expect(ground('order 8812345')).toEqual(['context'])
    expect(ground('BL200001')).toEqual(['shape'])
  })

  it('checks digits as the carriers publish them', () => {
    expect([s10Check('rb123456785gb'), s10Check('rb123456784gb')]).toEqual([true, false])
    expect([upsCheck('1z879e930346834440'), upsCheck('1z879e930346834441')]).toEqual([true, false])
    expect([fedexCheck('986578788855'), fedexCheck('986578788854')]).toEqual([true, false])
    expect([threesCheck('9400111202555842332669'), threesCheck('9400111202555842332668')]).toEqual([true, false])
    expect([sevensCheck('3318810025'), sevensCheck('3318810026')]).toEqual([true, false])
  })
})
