// Whatever the hours and the zone: what is promised as the next opening is one, and nothing before it is.
import type { Hours } from '@ballast/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openingAt } from './opening.ts'

const MINUTE = 60_000
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const hours: fc.Arbitrary<Hours> = fc.record({
  // Half-hour jumps, jumps at midnight, the far ends of the day, and none at all.
  timeZone: fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Shanghai',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ),
  weekly: fc.array(
    fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      from: clock,
      to: fc.oneof(clock, fc.constant('24:00')),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  closed: fc.uniqueArray(
    fc.integer({ min: 0, max: 364 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
    { maxLength: 5 },
  ),
})
const now = fc
  .integer({ min: Date.UTC(2026, 0, 1) / MINUTE, max: Date.UTC(2027, 0, 1) / MINUTE })
  .map((minute) => minute * MINUTE)

it('the next opening is open, and nothing between now and it', () => {
  fc.assert(
    fc.property(
      hours,
      now,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
      (given, at, places) => {
        const { open, opensAt } = openingAt(given, at)
        if (open) {
          expect(opensAt).toBeNull()
          return
        }
        // Some day of the week is named and few days are off: it opens again within weeks.
        expect(opensAt).not.toBeNull()
        const next = opensAt ?? at
        expect(next).toBeGreaterThan(at)
        expect(next - at).toBeLessThan(50 * 24 * 60 * MINUTE)
        expect(openingAt(given, next).open).toBe(true)
        for (const place of [...places, 1]) {
          const between = Math.min(next - 1, Math.floor(at + (next - at) * place))
          expect(openingAt(given, between)).toEqual({ open: false, opensAt: next })
        }
      },
    ),
    { numRuns: 300 },
  )
})
