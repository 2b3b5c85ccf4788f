// A hunter that finds nothing proves nothing until it has found everything: each kind, in each writing and encoding.

import { findPersonal } from '@ballast/understanding/privacy'
import { describe, expect, test } from 'vitest'
import { createHunt } from './hunter.ts'
import { KINDS, sheetOf } from './plants.ts'

const sheet = sheetOf('a test')
const hunt = createHunt([sheet, sheetOf('another')])
const { values, text } = sheet
const ALL = KINDS.filter((kind) => kind !== 'mobile-split')
const kindsIn = (heap: string) => hunt('heap', heap).map(({ kind }) => kind)

const hex16 = (value: string, big = false) => {
  const bytes = Buffer.from(value, 'utf16le')
  return (big ? bytes.swap16() : bytes).toString('hex')
}
const escaped = (value: string) =>
  [...Array(value.length).keys()].map((at) => `\\u${value.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')

const ENCODINGS: Record<string, (value: string) => string> = {
  plain: (value) => value,
  'as JSON': (value) => JSON.stringify({ message: value }),
  'as JSON in JSON': (value) => JSON.stringify(JSON.stringify({ message: value })),
  'escaped for JSON': (value) => `{"a":"${escaped(value)}"}`,
  'escaped for JSON twice': (value) => JSON.stringify(`{"a":"${escaped(value)}"}`),
  'as an address': (value) => `/api/x?q=${encodeURIComponent(value)}`,
  'as an address twice': (value) => encodeURIComponent(encodeURIComponent(value)),
  'as base64': (value) => Buffer.from(value).toString('base64'),
  'as base64 with something in front': (value) => Buffer.from(`ab${value}`).toString('base64').replace(/^/, 'key'),
  'as base64 for addresses': (value) => Buffer.from(value).toString('base64url'),
  'as base64 of UTF-16': (value) => Buffer.from(value, 'utf16le').toString('base64'),
  'as base64 of base64': (value) => Buffer.from(Buffer.from(value).toString('base64')).toString('base64'),
  'as a column of bytes': (value) => `(1,"\\\\x${Buffer.from(value).toString('hex')}",2)`,
  'as hexadecimal of UTF-16': (value) => hex16(value),
  'as hexadecimal of UTF-16, other end first': (value) => hex16(value, true).toUpperCase(),
  'as entities': (value) => [...value].map((char) => `&#x${char.codePointAt(0)!.toString(16)};`).join(''),
  'full-width': (value) =>
    [...value].map((char) => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)).join(''),
  spaced: (value) => [...value].join(' '),
  'with nothing between': (value) => [...value].join('\u200b'),
  shouted: (value) => value.toUpperCase(),
}

describe.each(Object.entries(ENCODINGS))('%s', (_, encode) => {
  test('the whole sheet', () => {
    expect(kindsIn(`{"level":"info"} ${encode(text)} and more`).sort()).toEqual([...ALL].sort())
  })
  test.each(KINDS)('%s alone', (kind) => {
    expect(hunt('heap', encode(values[kind]))).toContainEqual({ where: 'heap', way: 'a test', kind })
  })
})

test('a number split over two messages is found where the two stand together', () => {
  expect(kindsIn(sheet.halves.join(' ').replaceAll(values.word, ''))).toEqual(['mobile-split'])
  // And each half on its own by the word beside it.
  for (const half of sheet.halves) expect(kindsIn(half)).toEqual(['word'])
})

test('covered data, other people’s and none are no finds', () => {
  const covered = `${values.mobile.slice(0, 3)}****${values.mobile.slice(-4)} z***@zqpost.example`
  expect(kindsIn(covered)).toEqual([])
  expect(kindsIn(sheetOf('a third').text)).toEqual([])
  expect(
    kindsIn(JSON.stringify({ at: Date.now(), id: '01890a5d-ac96-774b-bcce-b302099a8057', n: [138, 0, 12] })),
  ).toEqual([])
})

test('the values are what they say: our own ear hears them', () => {
  const heard = new Set(findPersonal(text).map(({ type }) => type))
  expect(heard.size).toBeGreaterThanOrEqual(7)
})
