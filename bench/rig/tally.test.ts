import { describe, expect, test } from 'vitest'
import { createMix, SHARE_UNIQUE, seededRandom, zipf } from './mix.ts'
import { createTally } from './tally.ts'

describe('tally', () => {
  test('every inquiry has one outcome, counted from the intended send', () => {
    const tally = createTally()
    for (const id of ['quick', 'late', 'shed', 'broken', 'silent']) tally.offered(id, 1_000, 1_004)
    tally.acked('quick', 1_010)
    tally.answered('quick', 1_020)
    tally.answered('quick', 9_000)
    tally.answered('late', 2_001)
    tally.refused('shed')
    tally.answered('shed', 1_050)
    tally.failed('broken')
    tally.answered('nobody asked', 1_050)
    expect(tally.open()).toBe(1)
    expect(tally.finish()).toEqual({
      offered: 5,
      inTime: 1,
      late: 1,
      refused: 1,
      failed: 1,
      unknown: 1,
      ackP50: 10,
      ackP99: 10,
      answerP50: 1001,
      answerP99: null,
      sendLagP99: 4,
    })
  })
  test('an id offered twice is noticed', () => {
    const tally = createTally()
    tally.offered('a', 0, 0)
    tally.offered('a', 0, 0)
    expect(() => tally.finish()).toThrow('2 inquiries were offered, 1 have an outcome')
  })
})

describe('mix', () => {
  test('the same seed says the same; more than half is said once only; the head is frequent', () => {
    const said = (seed: number) => {
      const mix = createMix(seededRandom(seed), 's')
      return Array.from({ length: 2_000 }, () => mix.general())
    }
    expect(said(7)).toEqual(said(7))
    const texts = said(7).map(({ text }) => text)
    const once = texts.filter((text) => texts.indexOf(text) === texts.lastIndexOf(text)).length
    expect(once / texts.length).toBeGreaterThan(SHARE_UNIQUE - 0.05)
    const draw = zipf(100, seededRandom(1))
    const ranks = Array.from({ length: 5_000 }, draw)
    const share = ranks.filter((rank) => rank === 0).length / ranks.length
    // 1 / (1 + 1/2 + … + 1/100)
    expect(share).toBeCloseTo(0.193, 1)
    expect(Math.max(...ranks)).toBeLessThan(100)
  })
})
