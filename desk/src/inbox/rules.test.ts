// The small pure decisions of the inbox: views, order, windows, keys, who may write, when a snooze ends.
import type { ConversationRow } from '@ballast/contract/conversation'
import { describe, expect, test } from 'vitest'
import { rowOf, uuid } from '../../test/rows.ts'
import { beginsGo, hotkeyOf } from '../app/hotkeys.ts'
import { snoozeUntil } from '../dialogs/snooze-times.ts'
import { hindranceOf } from '../thread/may-write.ts'
import { sends } from '../thread/send-key.ts'
import { windowOf } from '../ui/window-rows.ts'
import { belongs, compareRows, shiftCounts } from './rows.ts'

const me = '0190a000-0000-7000-8000-00000000000a'
const row = (n: number, more: Parameters<typeof rowOf>[1] = {}) =>
  rowOf(n, { updatedAt: `2026-01-01T00:00:0${n}.000Z`, ...more })

describe('views', () => {
  test('a row is in the views of its state', () => {
    const inViews = (each: ConversationRow) =>
      (['mine', 'unassigned', 'bot', 'all', 'resolved', 'snoozed'] as const).filter((view) => belongs(each, view, me))
    expect(inViews(row(1))).toEqual(['unassigned', 'all'])
    expect(inViews(row(1, { status: 'agent', assigneeId: me }))).toEqual(['mine', 'all'])
    expect(inViews(row(1, { status: 'agent', assigneeId: uuid(9) }))).toEqual(['all'])
    expect(inViews(row(1, { status: 'bot' }))).toEqual(['bot', 'all'])
    expect(inViews(row(1, { status: 'resolved', assigneeId: me }))).toEqual(['resolved'])
  })
  test('the longest waiting comes first, those who wait for nothing last', () => {
    const rows = [
      row(1),
      row(2, { waitingSince: '2026-01-01T00:00:05.000Z' }),
      row(3),
      row(4, { waitingSince: '2026-01-01T00:00:01.000Z' }),
    ]
    expect(rows.sort(compareRows).map((each) => each.conversation.id)).toEqual([4, 2, 3, 1].map(uuid))
  })
})

test('counts move with a row that changes hands, and never below nothing', () => {
  const counts = { mine: 0, unassigned: 1, bot: 3, all: 4, resolved: 7, snoozed: 0 }
  const [waiting, taken] = [row(1), row(1, { status: 'agent', assigneeId: me })]
  const after = shiftCounts(counts, { before: waiting, after: taken, me })
  expect(after).toEqual({ ...counts, mine: 1, unassigned: 0 })
  expect(shiftCounts(after, { before: taken, after: row(1, { status: 'resolved' }), me })).toEqual({
    ...counts,
    unassigned: 0,
    all: 3,
    resolved: 8,
  })
  expect(shiftCounts({ ...counts, unassigned: 0 }, { before: waiting, after: taken, me }).unassigned).toBe(0)
})

test('only rows in sight are drawn', () => {
  expect(windowOf({ top: 0, height: 800, rowHeight: 80, count: 1000 })).toEqual({ from: 0, to: 13 })
  expect(windowOf({ top: 8000, height: 800, rowHeight: 80, count: 1000 })).toEqual({ from: 97, to: 113 })
  expect(windowOf({ top: 8000, height: 800, rowHeight: 80, count: 2 })).toEqual({ from: 2, to: 2 })
})

describe('keys', () => {
  const press = {
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    altGraph: false,
    typing: false,
  }
  test('go by place, with or without Alt, and never while typing or composing', () => {
    expect(hotkeyOf({ ...press, code: 'KeyJ' })).toBe('next')
    expect(hotkeyOf({ ...press, code: 'KeyE', altKey: true })).toBe('resolve')
    expect(hotkeyOf({ ...press, code: 'KeyE', shiftKey: true })).toBe('resolve-next')
    expect(hotkeyOf({ ...press, code: 'KeyE', typing: true })).toBeNull()
    expect(hotkeyOf({ ...press, code: 'KeyE', isComposing: true })).toBeNull()
    expect(hotkeyOf({ ...press, code: 'KeyR', ctrlKey: true })).toBeNull()
    expect(hotkeyOf({ ...press, code: 'Slash', shiftKey: true })).toBe('keys')
    expect(hotkeyOf({ ...press, code: 'Slash' })).toBeNull()
    expect(hotkeyOf({ ...press, code: 'KeyX' })).toBe('select')
    expect(hotkeyOf({ ...press, code: 'KeyM' })).toBeNull()
    expect(hotkeyOf({ ...press, code: 'KeyM', altKey: true })).toBe('snooze')
    expect(hotkeyOf({ ...press, code: 'toString' })).toBeNull()
  })
  test('G and a second key go to a view, a page or a saved view', () => {
    expect(beginsGo({ ...press, code: 'KeyG' })).toBe(true)
    expect(beginsGo({ ...press, code: 'KeyG', typing: true })).toBe(false)
    expect(beginsGo({ ...press, code: 'KeyG', isComposing: true })).toBe(false)
    expect(hotkeyOf({ ...press, code: 'KeyG' })).toBeNull()
    expect(hotkeyOf({ ...press, code: 'KeyU', afterG: true })).toBe('go-unassigned')
    expect(hotkeyOf({ ...press, code: 'KeyE', afterG: true })).toBe('go-resolved')
    expect(hotkeyOf({ ...press, code: 'Digit3', afterG: true })).toBe('go-saved-3')
    expect(hotkeyOf({ ...press, code: 'KeyU' })).toBeNull()
    expect(hotkeyOf({ ...press, code: 'KeyE', afterG: true, typing: true })).toBeNull()
  })
  test('Ctrl or ⌘ with Alt and A attaches also while typing; AltGr writes its letter', () => {
    const attach = { ...press, code: 'KeyA', altKey: true, typing: true }
    expect(hotkeyOf({ ...attach, ctrlKey: true })).toBe('attach')
    expect(hotkeyOf({ ...attach, metaKey: true })).toBe('attach')
    expect(hotkeyOf({ ...attach, ctrlKey: true, altGraph: true })).toBeNull()
    expect(hotkeyOf({ ...attach, ctrlKey: true, isComposing: true })).toBeNull()
    expect(hotkeyOf(attach)).toBeNull()
  })
  test('Ctrl or ⌘ with K opens the command bar also while typing', () => {
    expect(hotkeyOf({ ...press, code: 'KeyK', ctrlKey: true, typing: true })).toBe('commands')
    expect(hotkeyOf({ ...press, code: 'KeyK', metaKey: true })).toBe('commands')
  })
})

describe('the sending key', () => {
  const enter = {
    key: 'Enter',
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 13,
  }
  test('never sends while an input method composes', () => {
    expect(sends({ ...enter, isComposing: true }, 'enter')).toBe(false)
    expect(sends({ ...enter, keyCode: 229 }, 'enter')).toBe(false)
    expect(sends({ ...enter, isComposing: true, ctrlKey: true }, 'enter')).toBe(false)
  })
  test('follows the choice of the reader', () => {
    expect(sends(enter, 'enter')).toBe(true)
    expect(sends({ ...enter, shiftKey: true }, 'enter')).toBe(false)
    expect(sends(enter, 'mod-enter')).toBe(false)
    expect(sends({ ...enter, metaKey: true }, 'mod-enter')).toBe(true)
  })
})

test('who may write, and what hinders', () => {
  expect(hindranceOf(row(1, { status: 'agent', assigneeId: me }), me, true)).toBeNull()
  expect(hindranceOf(row(1, { status: 'agent', assigneeId: uuid(9) }), me, true)).toBe('colleague')
  expect(hindranceOf(row(1, { status: 'bot' }), me, true)).toBe('bot')
  expect(hindranceOf(row(1, { status: 'resolved' }), me, true)).toBe('resolved')
  expect(hindranceOf(row(1, { status: 'agent', assigneeId: me }), me, false)).toBe('role')
})

test('snoozes end at nine in the reader’s morning, Monday is never today', () => {
  const monday = new Date(2026, 10, 16, 15, 0)
  expect(snoozeUntil('hour', monday).getTime() - monday.getTime()).toBe(3_600_000)
  expect(snoozeUntil('tomorrow', monday)).toEqual(new Date(2026, 10, 17, 9))
  expect(snoozeUntil('monday', monday)).toEqual(new Date(2026, 10, 23, 9))
  expect(snoozeUntil('monday', new Date(2026, 10, 22, 8))).toEqual(new Date(2026, 10, 23, 9))
})
