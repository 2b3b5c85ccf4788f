// Retries, dead letters, and the one case that is never sent twice.
import { describe, expect, it } from 'vitest'
import { MOST_TRIES, nextTry } from './next-try.ts'

const at = { now: 1_000_000, spread: 0.5 }
describe('after an attempt', () => {
  it('sent is done', () => expect(nextTry({ result: 'sent' }, 1, at)).toEqual({ next: 'done' }))
  it('weather is tried again, later each time', () => {
    const waits = [1, 2, 3, 9].map((tries) => {
      const next = nextTry({ result: 'retry', reason: 'http-503' }, tries, at)
      return next.next === 'again' ? next.at - at.now : null
    })
    expect(waits).toEqual([2_000, 4_000, 8_000, 512_000])
  })
  it('waits at least as long as the platform asks', () => {
    expect(nextTry({ result: 'retry', reason: 'http-429', afterMs: 60_000 }, 1, at)).toEqual({
      next: 'again',
      at: at.now + 60_000,
    })
  })
  it('gives up in the end', () => {
    expect(nextTry({ result: 'retry', reason: 'http-503' }, MOST_TRIES, at)).toEqual({
      next: 'give-up',
      reason: 'http-503',
    })
  })
  it.each(['refused', 'unknown'] as const)('%s is not sent again', (result) => {
    expect(nextTry({ result, reason: 'x' }, 1, at)).toEqual({ next: 'give-up', reason: 'x' })
  })
})

describe('a channel with a schedule of its own', () => {
  const pauses = [5_000, 300_000]
  const more = { now: 1_000_000, spread: 0, pauses }
  it('keeps to it and gives up at its end', () => {
    const weather = { result: 'retry', reason: 'http-503' } as const
    expect(nextTry(weather, 1, more)).toEqual({ next: 'again', at: 1_005_000 })
    expect(nextTry(weather, 2, more)).toEqual({ next: 'again', at: 1_300_000 })
    expect(nextTry(weather, 3, more)).toEqual({ next: 'give-up', reason: 'http-503' })
  })
})
