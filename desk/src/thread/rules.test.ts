// The small pure decisions of the thread: what is asked for, what fits, what is filled in, what may still be changed.
import type { Message } from '@ballast/contract/conversation'
import { OrderCard } from '@ballast/contract/parts'
import type { CannedReply } from '@ballast/contract/routes/workspace'
import Value from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { askedAt } from './asked.ts'
import { fill, firstOpen, openBlanks, readyToSend } from './fill.ts'
import { offerNames, offerReplies } from './offer.ts'
import { pageOf } from './on-view.ts'
import { type Order, orderCard } from './order-card.ts'
import { CHANGEABLE_MS, canEdit, canRecall, lastEditable, reworded } from './own.ts'

describe('what is asked for', () => {
  test.each([
    ['/', 1, { sign: '/', from: 0, words: '' }],
    ['/ref', 4, { sign: '/', from: 0, words: 'ref' }],
    ['hello /ref', 10, { sign: '/', from: 6, words: 'ref' }],
    ['hello\n/ref more', 10, { sign: '/', from: 6, words: 'ref' }],
    ['、您好', 3, { sign: '/', from: 0, words: '您好' }],
    ['／', 1, { sign: '/', from: 0, words: '' }],
    ['ask @jo', 7, { sign: '@', from: 4, words: 'jo' }],
    ['/ref', 0, null],
    ['and/or', 6, null],
    ['https://shop.example', 20, null],
    ['mei@shop.example', 16, null],
    ['/ref and', 8, null],
    ['苹果、梨', 4, null],
    ['', 0, null],
    [`/${'x'.repeat(80)}`, 81, null],
  ] as const)('%j at %i', (text, caret, wanted) => expect(askedAt(text, caret)).toEqual(wanted))
})

describe('blanks', () => {
  const values = { 'customer.name': '陈晓雯', 'agent.name': 'Mei', 'order.no': null, 'shop.name': ' ' }
  test.each([
    ['{{customer.name}}您好', '陈晓雯您好'],
    ['{{ customer.name }}, I am {{agent.name}}.', '陈晓雯, I am Mei.'],
    ['Order {{order.no}}', 'Order ⟦order.no⟧'],
    ['From {{shop.name}}', 'From ⟦shop.name⟧'],
    ['Take {{voucher}}', 'Take ⟦voucher⟧'],
    ['{{}} {{constructor}}', '⟦?⟧ ⟦constructor⟧'],
    ['{{order.no', '{{order.no'],
    ['no blanks', 'no blanks'],
  ])('%s', (text, filled) => expect(fill(text, values)).toBe(filled))

  test('a value opens no blank of its own', () => {
    const named = { 'customer.name': '{{agent.name}}⟦x⟧', 'agent.name': 'Mei' }
    expect(fill('Hi {{customer.name}}', named)).toBe('Hi agent.namex')
  })
  test('the open ones are named once and found', () => {
    expect(openBlanks('⟦a⟧ ⟦b⟧ ⟦a⟧')).toEqual(['a', 'b'])
    expect(firstOpen('Hi ⟦customer.name⟧!')).toEqual({ from: 3, to: 18 })
    expect(firstOpen('Hi')).toBeNull()
  })
  test.each([
    ['Hi ⟦customer.name⟧, welcome', 'Hi, welcome', ['customer.name']],
    ['{{order.no}}', '', ['order.no']],
    ['⟦customer.name⟧您好', '您好', ['customer.name']],
    ['Hi {{customer.name}}', 'Hi 陈晓雯', []],
    ['open {{ brace', 'open { brace', ['{{']],
    ['{{{{a}}}}', '{⟦a⟧}}', null],
    ['one\n⟦x⟧\ntwo', 'one\n\ntwo', ['x']],
  ] as const)('%j is sent as %j', (text, sent, open) => {
    const ready = readyToSend(text, values)
    expect(ready.text).not.toContain('{{')
    expect(ready.text).not.toMatch(/⟦.*⟧/)
    if (open === null) return
    expect(ready).toEqual({ text: sent, open })
  })
})

const reply = (n: number, more: Partial<CannedReply>): CannedReply => ({
  id: `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  shortcut: `r${n}`,
  title: 'Title',
  text: 'Text',
  locale: null,
  shared: true,
  ownerId: null,
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
})
describe('offers', () => {
  const all = [
    reply(1, { shortcut: 'refund', title: 'Money back', locale: 'en' }),
    reply(2, { shortcut: '退款', title: '退款说明', text: '退款三天到账', locale: 'zh-CN' }),
    reply(3, { shortcut: 'ref', title: 'Reference', locale: 'de' }),
    reply(4, { shortcut: 'hours', title: 'Opening hours', text: 'We refund on weekdays', locale: null }),
    reply(5, { shortcut: 'return', title: 'Send it back', locale: 'en-GB' }),
  ]
  const shortcuts = (words: string, locale: string | null) =>
    offerReplies(all, words, locale).map(({ shortcut }) => shortcut)
  test.each([
    ['', 'en', ['refund', 'return', 'hours', 'ref', '退款']],
    ['', 'zh-TW', ['退款', 'hours', 'ref', 'refund', 'return']],
    ['ref', 'en', ['ref', 'refund', 'hours']],
    ['REF', 'en', ['ref', 'refund', 'hours']],
    ['back', 'en', ['refund', 'return']],
    ['rtn', 'en', ['return']],
    ['三天', null, ['退款']],
    ['nothing', 'en', []],
  ])('%j for a customer of %s', (words, locale, wanted) => expect(shortcuts(words, locale)).toEqual(wanted))

  test('colleagues by any part of their name', () => {
    const people = [{ name: 'Jonas Weber' }, { name: '周倩' }, { name: 'Anne Jo' }, { name: 'Major Tom' }]
    expect(offerNames(people, 'jo').map(({ name }) => name)).toEqual(['Anne Jo', 'Jonas Weber', 'Major Tom'])
    expect(offerNames(people, '倩').map(({ name }) => name)).toEqual(['周倩'])
    expect(offerNames(people, '').length).toBe(4)
  })
})

describe('own messages', () => {
  const me = '0190a000-0000-7000-8000-00000000000a'
  const sentAt = '2026-01-01T00:00:00.000Z'
  const at = Date.parse(sentAt)
  const message = (seq: number, more: Partial<Message> = {}): Message => ({
    id: reply(seq, {}).id,
    conversationId: me,
    seq,
    author: { kind: 'agent', id: me },
    channel: 'web',
    parts: [{ kind: 'text', text: 'hi' }],
    note: false,
    sentAt,
    recalled: false,
    delivery: 'sent',
    ...more,
  })
  const image = { kind: 'image' as const, url: 'https://shop.example/a.png' }
  test.each([
    ['mine, just now', message(1), 0, [true, true]],
    ['mine, at the last moment', message(1), CHANGEABLE_MS - 1, [true, true]],
    ['mine, too late', message(1), CHANGEABLE_MS, [false, false]],
    ['a colleague’s', message(1, { author: { kind: 'agent', id: image.url } }), 0, [false, false]],
    ['the customer’s', message(1, { author: { kind: 'customer', id: me } }), 0, [false, false]],
    ['taken back', message(1, { recalled: true }), 0, [false, false]],
    ['a picture alone', message(1, { parts: [image] }), 0, [true, false]],
    ['a note', message(1, { note: true }), 0, [true, true]],
  ] as const)('%s', (_, each, later, [recall, edit]) => {
    expect(canRecall(each, me, at + later)).toBe(recall)
    expect(canEdit(each, me, at + later)).toBe(edit)
  })
  test('the last own message of the tab, unless a newer one cannot be edited', () => {
    const held = [
      message(1),
      message(2, { note: true }),
      message(3, { recalled: true }),
      message(4, { author: { kind: 'customer' } }),
    ]
    const last = (messages: Message[], note: boolean) => lastEditable(messages, { me, note }, at)?.seq
    expect(last(held, false)).toBe(1)
    expect(last(held, true)).toBe(2)
    expect(last([...held, message(5, { parts: [image] })], false)).toBeUndefined()
    expect(last([], false)).toBeUndefined()
  })
  test('other words, the same pictures', () => {
    const text = (words: string) => ({ kind: 'text' as const, text: words })
    expect(reworded([image, text('a'), text('b')], 'c')).toEqual([image, text('c')])
  })
})

test('an order becomes a card, unless its state has no word on cards', () => {
  const order: Order = {
    orderNo: 'B1',
    status: 'shipped',
    placedAt: '2026-01-01T00:00:00.000Z',
    total: { amount: 100, currency: 'CNY' },
    items: [
      { title: 'Coat', quantity: 1 },
      { title: 'Gone', quantity: 0 },
    ],
    parcel: null,
  }
  const card = orderCard(order)
  expect(card).toEqual({ ...order, kind: 'order-card', items: [{ title: 'Coat', quantity: 1 }], parcel: undefined })
  expect(Value.Check(OrderCard, card)).toBe(true)
  const parcel = { carrier: 'SF', trackingNo: '1', lastEvent: 'Left', lastEventAt: order.placedAt }
  expect(Value.Check(OrderCard, orderCard({ ...order, parcel }))).toBe(true)
  expect(orderCard({ ...order, status: 'on-the-moon' })).toBeNull()
})

test.each([
  ['https://shop.example/coats?x=1', { href: 'https://shop.example/coats?x=1', short: 'shop.example/coats' }],
  ['http://shop.example', { href: 'http://shop.example/', short: 'shop.example' }],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://user:word@shop.example/', null],
  ['/coats', null],
  [undefined, null],
])('the page %s', (address, wanted) => expect(pageOf(address)).toEqual(wanted))
