import { Uuid } from '@ballast/contract'
import fc from 'fast-check'
import Value from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { manualClock, systemClock } from './clock.ts'
import { clampUuidTime, createIds, timeOfUuid } from './ids.ts'

describe('ids', () => {
  it('are UUIDv7 that carry the time they were made', () => {
    const clock = manualClock(1_790_000_000_123)
    const id = createIds(clock).uuid()
    expect(Value.Check(Uuid, id)).toBe(true)
    expect(id).toMatch(/^.{8}-.{4}-7.{3}-[89ab].{3}-.{12}$/)
    expect(timeOfUuid(id)).toBe(1_790_000_000_123)
  })

  it('rise strictly, within a millisecond and when the clock steps back', () => {
    const clock = manualClock()
    const ids = createIds(clock)
    let last = ids.uuid()
    for (let i = 0; i < 20_000; i++) {
      if (i === 10_000) clock.advance(-5_000)
      const next = ids.uuid()
      expect(next > last).toBe(true)
      last = next
    }
  })

  it('are all different', () => {
    const ids = createIds(systemClock)
    expect(new Set(Array.from({ length: 50_000 }, ids.uuid)).size).toBe(50_000)
  })

  it('clamp to the window and keep their random part', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (id, now) => {
        const day = 86_400_000
        const clamped = clampUuidTime(id, now, day)
        expect(Math.abs(timeOfUuid(clamped) - now)).toBeLessThanOrEqual(day)
        expect(clamped.slice(13)).toBe(id.slice(13))
        expect(Value.Check(Uuid, clamped)).toBe(true)
        if (Math.abs(timeOfUuid(id) - now) <= day) expect(clamped).toBe(id)
      }),
    )
  })
})
