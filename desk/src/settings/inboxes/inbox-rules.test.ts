// What opening hours mean at a moment, and which colours can be seen.
import type { Hours } from '@ballast/contract/look'
import { describe, expect, test } from 'vitest'
import { contrast, hardToSee, inkOn, nearestSeen } from './contrast.ts'
import { openingAt, type Week, weeklyOf, weekOf } from './hours.ts'

const at = (instant: string) => Date.parse(instant)
const weekdays: Hours = {
  timeZone: 'Asia/Shanghai',
  weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
}

describe('opening hours', () => {
  test('none: always; an empty week: never', () => {
    expect(openingAt(null, 0)).toEqual({ state: 'always' })
    expect(openingAt({ timeZone: 'UTC', weekly: [] }, 0)).toEqual({ state: 'never' })
  })
  test('open until the end of the day on the shop’s clock, not the reader’s', () => {
    // 2026-11-20 is a Friday; 07:30Z is 15:30 in Shanghai.
    expect(openingAt(weekdays, at('2026-11-20T07:30:00Z'))).toEqual({
      state: 'open',
      until: at('2026-11-20T10:00:00Z'),
    })
    expect(openingAt(weekdays, at('2026-11-20T10:00:00Z'))).toEqual({
      state: 'closed',
      until: at('2026-11-23T01:00:00Z'),
    })
  })
  test('a day off moves the next opening on', () => {
    const off = { ...weekdays, closed: ['2026-11-23'] }
    expect(openingAt(off, at('2026-11-21T00:00:00Z'))).toEqual({ state: 'closed', until: at('2026-11-24T01:00:00Z') })
  })
  test('a night shift ends the next morning, and touching spans are one', () => {
    const night: Hours = { timeZone: 'UTC', weekly: [{ days: [5], from: '22:00', to: '06:00' }] }
    expect(openingAt(night, at('2026-11-21T05:00:00Z'))).toEqual({ state: 'open', until: at('2026-11-21T06:00:00Z') })
    const touching: Hours = {
      timeZone: 'UTC',
      weekly: [
        { days: [5], from: '08:00', to: '12:00' },
        { days: [5], from: '12:00', to: '00:00' },
      ],
    }
    expect(openingAt(touching, at('2026-11-20T09:00:00Z'))).toEqual({
      state: 'open',
      until: at('2026-11-21T00:00:00Z'),
    })
  })
  test('round the clock is always', () => {
    const all: Hours = {
      timeZone: 'Europe/Berlin',
      weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
    }
    expect(openingAt(all, at('2026-11-20T09:00:00Z'))).toEqual({ state: 'always' })
  })
  test('the change of clocks keeps the time on the wall', () => {
    const berlin: Hours = { timeZone: 'Europe/Berlin', weekly: [{ days: [7], from: '09:00', to: '18:00' }] }
    // 2026-03-29: summer time begins. 18:00 is 16:00Z that day.
    expect(openingAt(berlin, at('2026-03-29T10:00:00Z'))).toEqual({ state: 'open', until: at('2026-03-29T16:00:00Z') })
  })
  test('what the editor draws is what is saved', () => {
    const week: Week = [1, 2, 3, 4, 5, 6, 7].map((day) =>
      day === 6 ? [] : day === 7 ? [{ from: '10:00', to: '14:00' }] : [{ from: '09:00', to: '18:00' }],
    )
    const weekly = weeklyOf(week)
    expect(weekly).toEqual([
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
      { days: [7], from: '10:00', to: '14:00' },
    ])
    expect(weekOf({ timeZone: 'UTC', weekly })).toEqual(week)
  })
})

describe('colours', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1)
    expect([inkOn('#ffe100'), inkOn('#12606b')]).toEqual(['#111111', '#ffffff'])
  })
  test('yellow is lost on white and seen on black; a near shade is found', () => {
    expect(hardToSee('#ffe100', 'light')).toEqual(['light'])
    expect(hardToSee('#ffe100', 'dark')).toEqual([])
    const shade = nearestSeen('#ffe100', 'light') ?? ''
    expect(hardToSee(shade, 'light')).toEqual([])
    expect(hardToSee(nearestSeen('#0a0a40', 'auto') ?? '', 'auto')).toEqual([])
  })
})
