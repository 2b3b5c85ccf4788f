// When a rating may be given, case by case; and that it changes nothing but the thread.
import { describe, expect, it } from 'vitest'
import { freshState, toAgent, toResolved, toWaiting } from './moves.ts'
import { decideRating, ratedLine, refuseRating, type Standing } from './rate.ts'

const nothing: Standing = { resolved: false, ratedSeq: 0, resolvedSince: false, answeredSeq: 0, customerSeq: 1 }
const cases: [string, Partial<Standing>, 'rating.given' | 'rating.too-early' | null][] = [
  ['nobody has answered yet', {}, 'rating.too-early'],
  ['the bot or a colleague has answered', { answeredSeq: 2 }, null],
  ['it was closed without a word', { resolved: true }, null],
  ['it was closed after an answer', { resolved: true, answeredSeq: 2 }, null],
  ['it was rated and nothing happened', { answeredSeq: 2, ratedSeq: 3 }, 'rating.given'],
  ['it was rated, and answered once more unasked', { ratedSeq: 3, answeredSeq: 4 }, 'rating.given'],
  ['it was closed, then rated', { resolved: true, answeredSeq: 2, ratedSeq: 4 }, 'rating.given'],
  ['it was rated, then closed', { resolved: true, answeredSeq: 2, ratedSeq: 3, resolvedSince: true }, null],
  ['it was rated, and the customer wrote again', { answeredSeq: 2, ratedSeq: 3, customerSeq: 4 }, 'rating.too-early'],
  ['it was rated, and the customer’s next words were answered', { ratedSeq: 3, customerSeq: 4, answeredSeq: 5 }, null],
  [
    'it was rated, asked again, closed unanswered',
    { resolved: true, ratedSeq: 3, customerSeq: 4, resolvedSince: true },
    null,
  ],
  [
    'it was rated, closed, reopened by a colleague',
    { answeredSeq: 2, ratedSeq: 3, resolvedSince: true },
    'rating.too-early',
  ],
  ['the same, and they wrote', { ratedSeq: 3, answeredSeq: 6, resolvedSince: true }, null],
]

describe('a rating', () => {
  it.each(cases)('when %s', (_, more, refused) =>
    expect(refuseRating({ ...nothing, ...more })).toEqual(refused === null ? null : { refused }),
  )

  const fresh = freshState({ contactId: 'c', inboxId: 'i', channel: 'web', locale: null }, 1)
  it.each([
    ['bot', fresh],
    ['waiting', toWaiting(fresh, 'asked', 2)],
    ['agent', toAgent(fresh, 's')],
    ['resolved', toResolved(fresh, 3)],
  ])('leaves a conversation that is %s exactly as it was', (_, state) => {
    const line = ratedLine({ score: 2, reasons: ['slow'], comment: ' meh\u0000 ' })
    const decision = decideRating(state, { ...nothing, answeredSeq: 2 }, { messageId: 'm', line, staffId: 's' })
    expect(decision).toMatchObject({
      messages: [
        { id: 'm', author: { kind: 'system' }, note: false, parts: [{ code: 'rated', score: 2, comment: 'meh' }] },
      ],
      facts: [{ type: 'conversation.rated', message: 0, data: { score: 2, reasons: ['slow'], staffId: 's' } }],
      effects: [],
    })
    expect('next' in decision && decision.next).toBe(state)
  })

  it('holds no words in its fact, and nothing empty in its line', () => {
    const line = ratedLine({ score: 5, reasons: [], comment: '  ' })
    expect(line).toEqual({ kind: 'system', code: 'rated', score: 5 })
    const said = decideRating(
      fresh,
      { ...nothing, resolved: true },
      {
        messageId: 'm',
        line: ratedLine({ score: 1, comment: 'secret' }),
        staffId: null,
      },
    )
    expect('facts' in said && said.facts).toEqual([
      { type: 'conversation.rated', message: 0, data: { score: 1, reasons: [] } },
    ])
  })
})
