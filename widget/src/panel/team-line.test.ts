import type { Expectation } from '@ballast/contract/routes/visits'
import { expect, test } from 'vitest'
import { words as en } from './locales/en.ts'
import { words as zh } from './locales/zh-CN.ts'
import { teamLine } from './team-line.ts'

// A Friday, 10:00 UTC, which is the zone of these tests.
const now = Date.parse('2026-11-20T10:00:00Z')
const here: Expectation = { open: true, opensAt: null, staffed: true, waiting: 0, waitMs: null }
const closed: Expectation = { ...here, open: false, staffed: false }

test.each([
  ['here, too few taken to say how long', here, 'Our team is here'],
  ['seconds', { ...here, waitMs: 4_000 }, 'We answer within about a minute'],
  ['some before', { ...here, waitMs: 130_000, waiting: 2 }, 'We answer within about 3 min · 2 people before you'],
  ['one before', { ...here, waitMs: 60_000, waiting: 1 }, 'We answer within about a minute · 1 person before you'],
  ['nearly an hour', { ...here, waitMs: 3_590_000 }, 'We answer within about an hour'],
  ['hours', { ...here, waitMs: 4_000_000 }, 'We answer within about 2 hours'],
  ['open, nobody there', { ...here, staffed: false, waitMs: 1 }, 'Our team is away; the assistant answers at once'],
  ['closed, nobody knows until when', closed, 'Our team is away; the assistant answers at once'],
  ['later today', { ...closed, opensAt: '2026-11-20T14:00:00Z' }, 'Our team is back today at 2:00 PM'],
  ['tomorrow', { ...closed, opensAt: '2026-11-21T09:00:00Z' }, 'Our team is back tomorrow at 9:00 AM'],
  ['after the weekend', { ...closed, opensAt: '2026-11-23T09:00:00Z' }, 'Our team is back on Monday at 9:00 AM'],
  ['after a holiday', { ...closed, opensAt: '2026-12-01T09:00:00Z' }, 'Our team is back on December 1 at 9:00 AM'],
  ['an hour that has passed', { ...closed, opensAt: '2026-11-20T09:59:00Z' }, en.home.team.away],
] as const)('%s', (_, expectation, line) => {
  expect(teamLine(expectation, en, { now, inLine: false })).toBe(line)
})

test('who waits already is not told that those behind them are before them', () => {
  const busy = { ...here, waitMs: 130_000, waiting: 5 }
  expect(teamLine(busy, en, { now, inLine: true })).toBe('We answer within about 3 min')
})

test('the clock is written as the reader writes it', () => {
  const later = { ...closed, opensAt: '2026-11-20T14:00:00Z' }
  expect(teamLine(later, zh, { now, inLine: false })).toBe('人工客服今天 14:00 上线')
})
