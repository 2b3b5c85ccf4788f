// Sums and ranges, in whole minor units.
import { describe, expect, it } from 'vitest'
import { told } from './test/told.ts'

const CASES: readonly (readonly [string, string])[] = [
  ['¥99', 'CNY 9900'],
  ['￥１２９．５', 'CNY 12950'],
  ['¥1,299.50', 'CNY 129950'],
  ['299元', 'CNY 29900'],
  ['50块', 'CNY 5000'],
  ['50块钱', 'CNY 5000'],
  ['12块5', 'CNY 1250'],
  ['十二块五', 'CNY 1250'],
  ['12块8毛5', 'CNY 1285'],
  ['5毛', 'CNY 50'],
  ['三元五角', 'CNY 350'],
  ['一千二百块', 'CNY 120000'],
  ['两百五十元', 'CNY 25000'],
  ['一千二元', 'CNY 120000'],
  ['两千块', 'CNY 200000'],
  ['一万二块', 'CNY 1200000'],
  ['1.2万元', 'CNY 1200000'],
  ['3k元', 'CNY 300000'],
  ['100-200元', 'CNY 10000..20000'],
  ['100到200块', 'CNY 10000..20000'],
  ['一百到两百块', 'CNY 10000..20000'],
  ['500元以内', 'CNY ..50000'],
  ['不超过300块', 'CNY ..30000'],
  ['200元以上', 'CNY 20000..'],
  ['$10', 'USD 1000'],
  ['$49.99', 'USD 4999'],
  ['$10-$20', 'USD 1000..2000'],
  ['US$5', 'USD 500'],
  ['HK$88', 'HKD 8800'],
  ['€20', 'EUR 2000'],
  ['20€', 'EUR 2000'],
  ['£15.50', 'GBP 1550'],
  ['20 quid', 'GBP 2000'],
  ['30 dollars', 'USD 3000'],
  ['under $50', 'USD ..5000'],
  ['at least 100 euros', 'EUR 10000..'],
  ['between $10 and $20', 'USD 1000..2000'],
  ['99 cents', 'USD 99'],
  ['¥1500です', 'JPY 1500'],
  ['1500円', 'JPY 1500'],
  ['₩30000', 'KRW 30000'],
  ['100美元', 'USD 10000'],
  ['30欧元', 'EUR 3000'],
  ['5000日元', 'JPY 5000'],
  ['两块手表', '2 piece'],
  ['三块香皂', '3 piece'],
  ['元旦', '2027-01-01'],
  ['毛巾', ''],
  ['一块去', ''],
  ['一块', 'CNY 100'],
  ['千元机', ''],
  ['三角形', ''],
]

describe('money', () => {
  it.each(CASES)('%s => %s', (text, expected) => expect(told(text)).toBe(expected))
  it('takes a bare dollar for the one the shop sells in', () =>
    expect(told('$10', { now: 0, dollar: 'AUD' })).toBe('AUD 1000'))
})
