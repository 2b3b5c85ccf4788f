// When an endpoint that fails is left alone.
import { expect, test } from 'vitest'
import { afterAttempt, STOP_AFTER_MS } from './after-attempt.ts'

const well = { failingSince: null, stoppedAt: null }

test('five days without a success stop it, a single success starts anew', () => {
  const failing = afterAttempt(well, false, 1000)
  expect(failing).toEqual({ failingSince: 1000, stoppedAt: null })
  expect(afterAttempt(failing, false, 1000 + STOP_AFTER_MS - 1)).toBe(failing)
  expect(afterAttempt(failing, false, 1000 + STOP_AFTER_MS)).toEqual({
    failingSince: 1000,
    stoppedAt: 1000 + STOP_AFTER_MS,
  })
  expect(afterAttempt(failing, true, 2000)).toEqual(well)
  expect(afterAttempt(well, true, 2000)).toBe(well)
})
