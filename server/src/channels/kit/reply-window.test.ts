import { describe, expect, test } from 'vitest'
import { ALWAYS_OPEN, opened, type ReplyWindow, replied, replyWindow, type WindowState } from './reply-window.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
/** WeChat official account: 48 h and 5 replies after a message, 1 minute and 3 after a menu tap or scan. */
const wechat: ReplyWindow = [
  { opensOn: 'message', closesAfterMs: 48 * HOUR, maxReplies: 5 },
  { opensOn: 'opened', closesAfterMs: MINUTE, maxReplies: 3 },
]
const wrote = (at: number, replies = 0): WindowState => ({ message: { at, replies } })

describe('replyWindow', () => {
  test.each<[string, ReplyWindow, WindowState, number, object]>([
    ['always open', ALWAYS_OPEN, {}, 0, { open: true, closesAt: null, left: null }],
    ['no rule at all', [], wrote(0), 1, { open: false, reason: 'never-opened' }],
    ['nobody wrote', wechat, {}, 0, { open: false, reason: 'never-opened' }],
    ['just written', wechat, wrote(0), 1, { open: true, trigger: 'message', closesAt: 48 * HOUR, left: 5 }],
    ['the last millisecond', wechat, wrote(0), 48 * HOUR - 1, { open: true, left: 5 }],
    ['closing', wechat, wrote(0), 48 * HOUR, { open: false, reason: 'expired' }],
    ['all replies spent', wechat, wrote(0, 5), 1, { open: false, reason: 'used-up' }],
    [
      'spent, then scanned',
      wechat,
      { ...wrote(0, 5), opened: { at: 10, replies: 0 } },
      11,
      { open: true, trigger: 'opened', left: 3 },
    ],
    ['the short one is spent first', wechat, { ...wrote(0), opened: { at: 0, replies: 0 } }, 1, { trigger: 'opened' }],
    [
      'scan over, message still open',
      wechat,
      { ...wrote(0), opened: { at: 0, replies: 0 } },
      MINUTE,
      { trigger: 'message' },
    ],
    [
      'unlimited replies',
      [{ opensOn: 'message', closesAfterMs: HOUR, maxReplies: null }],
      wrote(0, 99),
      1,
      { open: true, left: null },
    ],
  ])('%s', (_, window, state, now, expected) => {
    expect(replyWindow(window, state, now)).toMatchObject(expected)
  })
  test('each reply is counted until the window is used up, a new message opens it anew', () => {
    let state = opened({}, 'message', 0)
    for (let n = 0; n < 5; n++) state = replied(wechat, state, 1)
    expect(replyWindow(wechat, state, 2)).toEqual({ open: false, reason: 'used-up' })
    expect(replied(wechat, state, 2)).toBe(state)
    expect(replyWindow(wechat, opened(state, 'message', 3), 4)).toMatchObject({ open: true, left: 5 })
  })
  test('an event that arrives late does not shorten the window', () => {
    expect(opened(wrote(100, 2), 'message', 50)).toEqual(wrote(100, 2))
  })
})
