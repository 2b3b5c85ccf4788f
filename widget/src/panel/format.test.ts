import { afterEach, expect, test, vi } from 'vitest'
import { daysAhead, formatBytes, formatElapsed, formatLength, formatMoney, formatNear } from './format.ts'

afterEach(() => vi.unstubAllEnvs())

test('money keeps its short sign where nobody mistakes it', () => {
  const yuan = { amount: 45_800, currency: 'CNY' }
  expect(formatMoney(yuan, 'zh-CN')).toBe('¥458.00')
  expect(formatMoney(yuan, 'en')).toBe('¥458.00')
  expect(formatMoney(yuan, 'ja')).not.toMatch(/[¥￥]/)
  expect(formatMoney({ amount: 1_980, currency: 'JPY' }, 'ja').normalize('NFKC')).toBe('¥1,980')
  expect(formatMoney({ amount: 1_980, currency: 'JPY' }, 'zh-CN')).toContain('JP')
  expect(formatMoney({ amount: 4_950, currency: 'USD' }, 'zh-TW')).toBe('US$49.50')
  expect(formatMoney({ amount: 4_950, currency: 'EUR' }, 'es').replace(/\s/, ' ')).toBe('49,50 €')
  expect(formatMoney({ amount: 12_000, currency: 'KRW' }, 'ko')).toBe('₩12,000')
})

test('days are counted by the calendar of the reader, not by 24 hours', () => {
  vi.stubEnv('TZ', 'Asia/Shanghai')
  const now = Date.parse('2026-11-20T15:30:00Z') // 23:30 there
  expect(daysAhead('2026-11-20T15:59:00Z', now)).toBe(0)
  expect(daysAhead('2026-11-20T16:01:00Z', now)).toBe(1)
  expect(formatNear('2026-11-23T01:00:00Z', 'en', now)).toBe('Monday')
  expect(formatNear('2026-12-01T01:00:00Z', 'es', now)).toBe('1 de diciembre')
})

test('a change of the clocks does not move a day', () => {
  vi.stubEnv('TZ', 'Europe/Berlin')
  expect(daysAhead('2026-10-26T08:00:00Z', Date.parse('2026-10-24T22:30:00Z'))).toBe(1)
  expect(daysAhead('2026-03-30T06:00:00Z', Date.parse('2026-03-28T23:30:00Z'))).toBe(1)
})

test('lengths and sizes', () => {
  expect([80, 1_499, 61_000, 120_000].map(formatLength)).toEqual(['0:01', '0:01', '1:01', '2:00'])
  expect([0, 999, 1_000, 119_999].map(formatElapsed)).toEqual(['0:00', '0:00', '0:01', '1:59'])
  expect(formatBytes(1_536, 'en')).toBe('1.5 kB')
  expect(formatBytes(2.5 * 1024 * 1024, 'es')).toBe('2,5 MB')
})
