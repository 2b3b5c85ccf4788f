import { expect, it } from 'vitest'
import { manualClock } from './clock.ts'
import { createLimiter } from './token-bucket.ts'

it('lets a burst through, then the steady rate, per key', () => {
  const clock = manualClock()
  const limiter = createLimiter({ perSecond: 2, burst: 3 }, clock.now)
  expect([1, 2, 3].map(() => limiter.take('a'))).toEqual([0, 0, 0])
  expect(limiter.take('a')).toBe(500)
  expect(limiter.take('b')).toBe(0)
  clock.advance(500)
  expect(limiter.take('a')).toBe(0)
  expect(limiter.take('a')).toBe(500)
  clock.advance(-10_000)
  expect(limiter.take('a')).toBe(500)
})

it('forgets the key unused longest when there are too many', () => {
  const limiter = createLimiter({ perSecond: 1, burst: 1 }, manualClock().now, 2)
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map((key) => limiter.take(key) === 0)).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ])
})
