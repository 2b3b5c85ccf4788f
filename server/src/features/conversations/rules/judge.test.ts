// Whose messages may be judged, and what is kept.
import { describe, expect, it } from 'vitest'
import { judgementOf, refuseJudging, sameJudgement } from './judge.ts'

const answer = { authorKind: 'bot', note: false, recalled: false } as const
describe('judging', () => {
  it.each([
    ['an answer of the bot', answer, true],
    ['nothing', null, false],
    ['one’s own words', { ...answer, authorKind: 'customer' as const }, false],
    ['a colleague’s words', { ...answer, authorKind: 'agent' as const }, false],
    ['a line of the house', { ...answer, authorKind: 'system' as const }, false],
    ['a note', { ...answer, note: true }, false],
    ['what was taken back', { ...answer, recalled: true }, false],
  ])('%s', (_, message, may) => expect(refuseJudging(message)).toEqual(may ? null : { refused: 'message.not-found' }))
  it('keeps a reason with 👎 only, and nothing when it is taken back', () => {
    expect(judgementOf({ helpful: false, reason: 'wrong' })).toEqual({ helpful: false, reason: 'wrong' })
    expect(judgementOf({ helpful: true, reason: 'wrong' })).toEqual({ helpful: true })
    expect(judgementOf({ helpful: null, reason: 'wrong' })).toBeNull()
  })
  it.each([
    [null, null, true],
    [{ helpful: true }, null, false],
    [{ helpful: true }, { helpful: true }, true],
    [{ helpful: true }, { helpful: false }, false],
    [{ helpful: false, reason: 'wrong' as const }, { helpful: false }, false],
  ])('%o and %o: same %s', (a, b, same) => expect(sameJudgement(a, b)).toBe(same))
})
