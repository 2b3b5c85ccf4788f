// What calls a reader and what does not.
import type { ConversationRow } from '@ballast/contract/conversation'
import { expect, test } from 'vitest'
import { type AlertState, alertFor, type Known } from './alert-for.ts'

const ME = '0190a000-0000-7000-8000-00000000000a'
const HIM = '0190a000-0000-7000-8000-00000000000b'
const ID = '0190a000-0000-7000-8000-000000000001'
const NOON = '2026-01-01T12:00:00.000Z'
const SOON = '2026-01-01T12:00:00.400Z'
const LATER = '2026-01-01T12:05:00.000Z'

const row = (
  conversation: Partial<ConversationRow['conversation']>,
  more: Partial<ConversationRow> = {},
): ConversationRow => ({
  conversation: {
    id: ID,
    contactId: HIM,
    inboxId: HIM,
    channel: 'web',
    status: 'agent',
    assigneeId: ME,
    teamId: null,
    seq: 5,
    version: 5,
    locale: null,
    handoverReason: null,
    waitingSince: null,
    snoozedUntil: null,
    openedAt: NOON,
    updatedAt: SOON,
    resolvedAt: null,
    customerReadSeq: 0,
    agentReadSeq: 0,
    ...conversation,
  },
  contactName: '',
  contactLevel: null,
  assigneeName: null,
  preview: '',
  lastAuthor: 'customer',
  unread: 1,
  ...more,
})
const known = (more: Partial<Known> = {}): Known => ({ seq: 4, status: 'agent', assigneeId: ME, ...more })
const on = { mine: true, waiting: true }
const state = (more: Partial<AlertState> = {}): AlertState => ({
  me: ME,
  known: known(),
  inFocus: null,
  atDesk: false,
  wants: { sound: on, notice: on },
  ...more,
})
const waits = { status: 'waiting', assigneeId: null, waitingSince: NOON } as const
const both = (kind: 'mine' | 'waiting') => ({ kind, sound: true, notice: true })

test.each<[string, ConversationRow, AlertState, unknown]>([
  ['my customer writes', row({}), state(), both('mine')],
  ['… and nothing is known of it', row({}), state({ known: null }), both('mine')],
  ['… but I look at it', row({}), state({ inFocus: ID, atDesk: true }), null],
  [
    '… while I look at another',
    row({}),
    state({ inFocus: HIM, atDesk: true }),
    { kind: 'mine', sound: true, notice: false },
  ],
  ['… while I am on another page', row({}), state({ atDesk: true }), { kind: 'mine', sound: true, notice: false }],
  ['my own reply', row({}, { lastAuthor: 'agent' }), state(), null],
  ['the same row again', row({}), state({ known: known({ seq: 5 }) }), null],
  ['read elsewhere, nothing known', row({}, { unread: 0 }), state({ known: null }), null],
  ['a colleague’s customer writes', row({ assigneeId: HIM }), state({ known: known({ assigneeId: HIM }) }), null],
  ['the bot’s customer writes', row({ status: 'bot', assigneeId: null }), state({ known: null }), null],
  [
    'a colleague passes one to me',
    row({}, { lastAuthor: 'system' }),
    state({ known: known({ assigneeId: HIM }) }),
    both('mine'),
  ],
  [
    'I take one that waited',
    row({}, { lastAuthor: 'system' }),
    state({ known: known({ status: 'waiting', assigneeId: null }) }),
    null,
  ],
  [
    'somebody begins to wait',
    row(waits),
    state({ known: known({ status: 'bot', assigneeId: null }) }),
    both('waiting'),
  ],
  ['… of whom nothing was known', row(waits), state({ known: null }), both('waiting')],
  ['… and waits on', row({ ...waits, updatedAt: LATER }), state({ known: known({ status: 'waiting' }) }), null],
  ['… and waited before this desk was opened', row({ ...waits, updatedAt: LATER }), state({ known: null }), null],
  ['… and I look at it', row(waits), state({ known: null, inFocus: ID, atDesk: true }), null],
  ['resolved', row({ status: 'resolved', assigneeId: null }), state(), null],
  [
    'sound alone is wanted',
    row({}),
    state({ wants: { sound: on, notice: { mine: false, waiting: true } } }),
    { kind: 'mine', sound: true, notice: false },
  ],
  [
    'only my own are wanted',
    row(waits),
    state({ known: null, wants: { sound: { mine: true, waiting: false }, notice: { mine: true, waiting: false } } }),
    null,
  ],
  [
    'a notice alone is wanted, and I am at the desk',
    row({}),
    state({ atDesk: true, wants: { sound: { mine: false, waiting: false }, notice: on } }),
    null,
  ],
])('%s', (_, changed, at, wanted) => expect(alertFor(changed, at)).toEqual(wanted))
