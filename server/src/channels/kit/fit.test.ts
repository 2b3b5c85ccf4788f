import type { Part } from '@ballast/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Capabilities, capabilities, faultsOf, NONE } from './capabilities.ts'
import { fit } from './fit.ts'
import { ALWAYS_OPEN } from './reply-window.ts'
import { SAMPLE_PARTS } from './sample-parts.ts'
import { measure, shorten, splitText } from './text.ts'

const textOnly = capabilities({ maxTextLength: 100, parts: ['text'], replyWindow: ALWAYS_OPEN })
const text = (value: string): Part => ({ kind: 'text', text: value })
const link = 'https://shop.test/a.png'
const image: Part = { kind: 'image', url: link, mime: 'image/png', bytes: 5_000, alt: 'Size chart' }
const buttons: Part = {
  kind: 'buttons',
  buttons: [
    { id: 'a', label: 'Track my parcel' },
    { id: 'b', label: 'Shop', url: '/shop' },
  ],
}

describe('fit', () => {
  const withImages = capabilities({
    ...textOnly,
    parts: ['text', 'image'],
    attachments: { maxBytes: 10_000, mimes: ['image/*'] },
  })
  const withButtons = capabilities({ ...textOnly, parts: ['text', 'buttons'], buttons: { max: 3, labelLength: 5 } })
  const cases: [string, Part[], Capabilities, Part[][], string[]][] = [
    ['text that fits stays', [text('hi')], textOnly, [[text('hi')]], []],
    ['nothing is carried by NONE', [text('hi'), buttons], NONE, [], ['text', 'buttons']],
    ['buttons become a list', [buttons], textOnly, [[text('1. Track my parcel\n2. Shop https://x.test/shop')]], []],
    [
      'a list joins the text before it',
      [text('Choose:'), buttons],
      textOnly,
      [[text('Choose:\n\n1. Track my parcel\n2. Shop https://x.test/shop')]],
      [],
    ],
    [
      'button labels are shortened',
      [buttons],
      withButtons,
      [
        [
          {
            kind: 'buttons',
            buttons: [
              { id: 'a', label: 'Trac…' },
              { id: 'b', label: 'Shop', url: '/shop' },
            ],
          },
        ],
      ],
      [],
    ],
    [
      'too many buttons become a list',
      [buttons],
      { ...withButtons, buttons: { max: 1, labelLength: 5 } },
      [[text('1. Track my parcel\n2. Shop https://x.test/shop')]],
      [],
    ],
    [
      'quick replies are truncated, what a tap says is kept',
      [{ kind: 'quick-replies', replies: [{ label: 'Where is it?' }, { label: 'b' }, { label: 'c' }] }],
      capabilities({ ...textOnly, parts: ['text', 'quick-replies'], quickReplies: { max: 2, labelLength: 6 } }),
      [[{ kind: 'quick-replies', replies: [{ label: 'Where…', say: 'Where is it?' }, { label: 'b' }] }]],
      [],
    ],
    ['an image passes', [image], withImages, [[image]], []],
    [
      'an image of our own is named whole',
      [{ ...image, url: '/media/a' } as Part],
      withImages,
      [[{ ...image, url: 'https://x.test/media/a' } as Part]],
      [],
    ],
    [
      'a video that cannot be carried is what is seen and a link',
      [{ kind: 'video', url: '/media/b', alt: 'Cleaning the filter', poster: '/media/p' }],
      textOnly,
      [[text('Cleaning the filter\nhttps://x.test/media/b')]],
      [],
    ],
    [
      'a heavy image becomes a link',
      [{ ...image, bytes: 20_000 } as Part],
      withImages,
      [[text(`Size chart\n${link}`)]],
      [],
    ],
    [
      'a foreign type becomes a link',
      [{ ...image, mime: 'text/html' } as Part],
      withImages,
      [[text(`Size chart\n${link}`)]],
      [],
    ],
    ['an image with no address is dropped', [{ kind: 'file', name: 'a.pdf' }], textOnly, [], ['file']],
    [
      'money shows in the major unit',
      [{ kind: 'product-card', productId: '1', title: 'Coat', price: { amount: 49_905, currency: 'CNY' } }],
      textOnly,
      [[text('Coat · 499.05 CNY')]],
      [],
    ],
    [
      'yen has no minor unit',
      [{ kind: 'product-card', productId: '1', title: 'Coat', price: { amount: 499, currency: 'JPY' } }],
      textOnly,
      [[text('Coat · 499 JPY')]],
      [],
    ],
    ['house lines are not for a platform', [{ kind: 'system', code: 'resolved' }], textOnly, [], ['system']],
  ]
  test.each(cases)('%s', (_, parts, able, messages, dropped) => {
    expect(fit(parts, able, { origin: 'https://x.test' })).toEqual({ messages, dropped })
  })
  test('whatever the channel, only declared kinds within their limits come out', () => {
    const anyChannel = fc
      .record({
        max: fc.integer({ min: 4, max: 60 }),
        unit: fc.constantFrom('utf16' as const, 'utf8' as const),
        per: fc.integer({ min: 1, max: 3 }),
        few: fc.integer({ min: 1, max: 4 }),
      })
      .map(({ max, unit, per, few }) =>
        capabilities({
          maxTextLength: max,
          textUnit: unit,
          partsPerMessage: per,
          parts: ['text', 'quick-replies'],
          quickReplies: { max: few, labelLength: 8 },
          replyWindow: ALWAYS_OPEN,
        }),
      )
    fc.assert(
      fc.property(anyChannel, fc.subarray([...SAMPLE_PARTS]), (able, parts) => {
        expect(faultsOf(able)).toEqual([])
        for (const message of fit(parts, able).messages) {
          expect(message.length).toBeLessThanOrEqual(able.partsPerMessage)
          for (const part of message) {
            expect(able.parts).toContain(part.kind)
            if (part.kind === 'text') expect(measure(part.text, able.textUnit)).toBeLessThanOrEqual(able.maxTextLength)
            if (part.kind === 'quick-replies') expect(part.replies.length).toBeLessThanOrEqual(able.quickReplies.max)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('splitText', () => {
  test.each([
    ['at a sentence', 'One two. Three four.', 12, ['One two.', 'Three four.']],
    ['at a Chinese sentence', '您好，亲。您的订单已经发货。', 9, ['您好，亲。', '您的订单已经发货。']],
    ['at a word', 'alpha beta gamma', 12, ['alpha beta', 'gamma']],
    ['not inside a decimal', 'It is 12.50 now', 10, ['It is', '12.50 now']],
    ['not inside a family', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
    ['whitespace alone is nothing', '   \n ', 2, []],
  ])('%s', (_, value, max, pieces) => {
    expect(splitText(value, max, 'utf16')).toEqual(pieces)
  })
  const anyText = fc.string({
    unit: fc.constantFrom('a', ' ', '.', '。', '\n', '好', '😀', '👍🏽', '👨‍👩‍👧', 'e\u0301', '🇨🇳'),
    maxLength: 200,
  })
  test('loses nothing but whitespace, keeps the limit, never breaks a pair', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 4, max: 40 }),
        fc.constantFrom('utf16' as const, 'utf8' as const, 'code-points' as const),
        (value, max, unit) => {
          const pieces = splitText(value, max, unit)
          expect(pieces.join('').replace(/\s/g, '')).toBe(value.replace(/\s/g, ''))
          for (const piece of pieces) {
            expect(measure(piece, unit)).toBeLessThanOrEqual(max)
            expect(piece.isWellFormed()).toBe(true)
            expect(piece).not.toBe('')
          }
        },
      ),
    )
  })
  test('an emoji that fits the limit is never cut', () => {
    const segments = (value: string) =>
      [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(value)].map((s) => s.segment)
    fc.assert(
      fc.property(anyText, fc.integer({ min: 12, max: 40 }), (value, max) => {
        const visible = (list: string[]) => list.filter((cluster) => cluster.trim() !== '')
        expect(visible(splitText(value, max, 'utf16').flatMap(segments))).toEqual(visible(segments(value)))
      }),
    )
  })
})

test.each([
  ['short', 10, 'short'],
  ['a longer label', 8, 'a longe…'],
  ['👨‍👩‍👧‍👦👍🏽好的', 3, '👨‍👩‍👧‍👦👍🏽…'],
])('shorten %j to %i', (label, max, expected) => {
  expect(shorten(label, max)).toBe(expected)
})

test.each<[string, Partial<Capabilities>]>([
  ['text without a length', { parts: ['text'], replyWindow: ALWAYS_OPEN }],
  ['a length without text', { maxTextLength: 10 }],
  ['buttons without a number', { parts: ['buttons'], replyWindow: ALWAYS_OPEN }],
  ['media without a size', { parts: ['image'], replyWindow: ALWAYS_OPEN }],
  ['no reply window', { parts: ['text'], maxTextLength: 10 }],
])('a declaration with %s is faulty', (_, declared) => {
  expect(faultsOf(capabilities(declared))).not.toEqual([])
})
