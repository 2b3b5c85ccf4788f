import { describe, expect, it } from 'vitest'
import { decode, LONGEST_TEXT, readFile } from './read-file.ts'

/** 问：多久发货 in GB18030. */
const GB = Uint8Array.of(0xce, 0xca, 0xa3, 0xba, 0xb6, 0xe0, 0xbe, 0xc3, 0xb7, 0xa2, 0xbb, 0xf5)
const utf8 = (text: string) => new TextEncoder().encode(text)
const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({
  name,
  size: bytes.length,
  arrayBuffer: async () => bytes.buffer,
})

describe('decoding', () => {
  it.each([
    ['UTF-8', utf8('问：多久发货'), '问：多久发货'],
    ['UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['GB18030', GB, '问：多久发货'],
    ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0xee, 0x95), '\u95ee'],
    ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0x95, 0xee), '\u95ee'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0), null],
    ['bytes of nothing', Uint8Array.of(0xff, 0xff, 0xff), null],
  ])('%s', (_, bytes, text) => {
    expect(decode(bytes)).toBe(text)
  })
})

describe('files', () => {
  it('are read by their content and refused with the reason', async () => {
    expect(await readFile(file('FAQ.MD', GB.slice()))).toEqual({ name: 'FAQ.MD', text: '问：多久发货' })
    expect(await readFile(file('faq.xlsx', utf8('x')))).toEqual({ name: 'faq.xlsx', refused: 'type' })
    expect(await readFile(file('faq.csv', Uint8Array.of(0, 1, 2)))).toEqual({ name: 'faq.csv', refused: 'not-text' })
    expect(await readFile(file('faq.txt', utf8(' \n')))).toEqual({ name: 'faq.txt', refused: 'empty' })
    const long = file('faq.txt', utf8('a'.repeat(LONGEST_TEXT + 1)))
    expect(await readFile(long)).toEqual({ name: 'faq.txt', refused: 'too-long' })
  })
})
