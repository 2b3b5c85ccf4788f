import type { Hours } from '@ballast/contract'
import { describe, expect, it } from 'vitest'
import { faultOfHours, openingAt } from './opening.ts'

const WORKDAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const hours = (timeZone: string, weekly: [number[], string, string][], closed?: string[]): Hours => ({
  timeZone,
  weekly: weekly.map(([days, from, to]) => ({ days, from, to })),
  ...(closed === undefined ? {} : { closed }),
})
const office = hours('Asia/Shanghai', [[WORKDAYS, '09:00', '18:00']])
const split = hours('Asia/Shanghai', [
  [WORKDAYS, '09:00', '12:00'],
  [WORKDAYS, '13:30', '18:00'],
])
const nights = hours('Europe/Berlin', [[[5, 6], '20:00', '04:00']])
const holidays = hours('Asia/Shanghai', [[WORKDAYS, '09:00', '18:00']], ['2026-10-01', '2026-10-02'])
const berlin = hours('Europe/Berlin', [[EVERY_DAY, '02:30', '10:00']])
const gap = hours('America/New_York', [[[7], '02:00', '02:45']])
const twice = hours('Europe/Berlin', [[[7], '02:15', '02:45']])
const morning = hours('America/New_York', [[EVERY_DAY, '09:00', '17:00']])

// what, hours, now, open, opensAt
const CASES: [string, Hours, string, boolean, string | null][] = [
  ['a working morning', office, '2026-11-20T09:30+08:00', true, null],
  ['the minute of opening', office, '2026-11-20T09:00+08:00', true, null],
  ['the millisecond before it', office, '2026-11-20T00:59:59.999Z', false, '2026-11-20T09:00+08:00'],
  ['the minute of closing', office, '2026-11-20T18:00+08:00', false, '2026-11-23T09:00+08:00'],
  ['a Sunday here that is a Saturday elsewhere', office, '2026-11-22T01:00+08:00', false, '2026-11-23T09:00+08:00'],
  ['the lunch break', split, '2026-11-20T12:00+08:00', false, '2026-11-20T13:30+08:00'],
  ['after the lunch break', split, '2026-11-20T13:30+08:00', true, null],
  ['a night, before midnight', nights, '2026-11-20T23:00+01:00', true, null],
  ['the same night, after midnight', nights, '2026-11-21T03:59+01:00', true, null],
  ['the end of the night', nights, '2026-11-21T04:00+01:00', false, '2026-11-21T20:00+01:00'],
  ['a Sunday before dawn: Saturday’s night', nights, '2026-11-22T01:00+01:00', true, null],
  ['a Friday before dawn: Thursday had none', nights, '2026-11-20T01:00+01:00', false, '2026-11-20T20:00+01:00'],
  ['to 24:00', hours('UTC', [[[5], '08:00', '24:00']]), '2026-11-20T23:59Z', true, null],
  ['24:00 itself', hours('UTC', [[[5], '08:00', '24:00']]), '2026-11-21T00:00Z', false, '2026-11-27T08:00Z'],
  ['00:00 is the next midnight too', hours('UTC', [[[5], '08:00', '00:00']]), '2026-11-20T23:59Z', true, null],
  ['from 00:00 to 24:00 every day', hours('UTC', [[EVERY_DAY, '00:00', '24:00']]), '2026-11-20T00:00Z', true, null],
  ['as long as a day', hours('UTC', [[[5], '09:00', '09:00']]), '2026-11-21T08:59Z', true, null],
  ['a day off', holidays, '2026-10-01T10:00+08:00', false, '2026-10-05T09:00+08:00'],
  ['the eve of it, closed already', holidays, '2026-09-30T18:30+08:00', false, '2026-10-05T09:00+08:00'],
  [
    'the night before a day off ends in its time',
    hours('UTC', [[EVERY_DAY, '22:00', '02:00']], ['2026-11-21']),
    '2026-11-21T01:00Z',
    true,
    null,
  ],
  [
    'but the night of the day off does not begin',
    hours('UTC', [[EVERY_DAY, '22:00', '02:00']], ['2026-11-21']),
    '2026-11-21T23:00Z',
    false,
    '2026-11-22T22:00Z',
  ],
  ['spring in New York: the clock before', morning, '2026-03-07T20:00-05:00', false, '2026-03-08T09:00-04:00'],
  ['spring in New York: nine is nine', morning, '2026-03-08T13:00Z', true, null],
  ['spring in New York: an hour earlier it is eight', morning, '2026-03-08T12:59Z', false, '2026-03-08T13:00Z'],
  ['autumn in New York: nine is nine', morning, '2026-11-01T14:00Z', true, null],
  ['autumn in New York: at 13:59 UTC it is 08:59', morning, '2026-11-01T13:59Z', false, '2026-11-01T14:00Z'],
  ['spring in Berlin: 02:30 does not come, the jump opens', berlin, '2026-03-29T01:00Z', true, null],
  ['spring in Berlin: the minute before the jump', berlin, '2026-03-29T00:59Z', false, '2026-03-29T01:00Z'],
  ['spring in Berlin: ten o’clock is an hour sooner', berlin, '2026-03-29T08:00Z', false, '2026-03-30T00:30Z'],
  ['autumn in Berlin: the first 02:30 opens', berlin, '2026-10-25T00:30Z', true, null],
  ['autumn in Berlin: still open at the second 02:15', berlin, '2026-10-25T01:15Z', true, null],
  ['autumn in Berlin: both halves of the hour', twice, '2026-10-25T01:30Z', true, null],
  ['autumn in Berlin: past the second end', twice, '2026-10-25T01:45Z', false, '2026-11-01T01:15Z'],
  ['an opening that falls into the gap never is', gap, '2026-03-08T07:10Z', false, '2026-03-15T06:00Z'],
  ['a zone with half hours', hours('Asia/Kolkata', [[[5], '09:30', '10:00']]), '2026-11-20T04:00Z', true, null],
  ['no hours at all: never', hours('UTC', []), '2026-11-20T12:00Z', false, null],
  [
    'the first hundred Mondays off',
    hours(
      'UTC',
      [[[1], '09:00', '10:00']],
      Array.from({ length: 100 }, (_, week) =>
        new Date(Date.UTC(2026, 10, 23) + week * 7 * 86_400_000).toISOString().slice(0, 10),
      ),
    ),
    '2026-11-20T12:00Z',
    false,
    '2028-10-23T09:00Z',
  ],
]

describe('opening hours', () => {
  it.each(CASES)('%s', (_, given, now, open, opensAt) => {
    expect(openingAt(given, Date.parse(now))).toEqual({ open, opensAt: opensAt === null ? null : Date.parse(opensAt) })
  })
})

describe('hours that make no sense', () => {
  it.each<[string, Hours, string | null]>([
    ['fine', office, null],
    ['no such place', hours('Mars/Olympus', []), '/timeZone'],
    ['an offset', hours('+08:00', []), '/timeZone'],
    ['nothing', hours('', []), '/timeZone'],
    [
      'from 24:00',
      hours('UTC', [
        [[1], '09:00', '10:00'],
        [[2], '24:00', '10:00'],
      ]),
      '/weekly/1/from',
    ],
    ['a leap day', hours('UTC', [], ['2028-02-29']), null],
    ['no leap day', hours('UTC', [], ['2026-12-24', '2026-02-29']), '/closed/1'],
    ['a month too many', hours('UTC', [], ['2026-13-01']), '/closed/0'],
  ])('%s', (_, given, path) => expect(faultOfHours(given)?.path ?? null).toBe(path))
})
