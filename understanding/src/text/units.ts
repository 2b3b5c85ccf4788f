// What the normaliser knows of each UTF-16 unit: what it becomes when that is one unit for one, and which kind it is.
import { traditionalUnits } from './simplify.ts'

/** Kinds of a unit, as bits: several may hold. */
export const TRADITIONAL = 1
export const KANA = 2
/** Letters of the Latin script. */
export const LATIN = 4
/** Letters of Cyrillic and Greek, where look-alikes of Latin letters live. */
export const CYRILLIC_GREEK = 8
export const HAN = 16
export const DIGIT = 32
export const SPACE = 64
/** Joins the character before it (accents, vowel signs, voiced marks, Hangul vowels and finals). */
export const MARK = 128

export interface Units {
  /** The unit this one becomes; 0: look at the whole character (NFKC, invisible, pair, mark). */
  readonly becomes: Uint16Array
  readonly kinds: Uint8Array
}

/** Taken as they are: their NFKC is themselves, or would spoil them (Thai am, Korean ㅋㅋ). */
const PLAIN: readonly (readonly [number, number])[] = [
  [0x21, 0x7e],
  [0xdf, 0xf6],
  [0xf8, 0xff],
  [0x3c9, 0x3c9],
  [0x3ac, 0x3ce],
  [0x430, 0x45f],
  [0x490, 0x4bf],
  [0x5d0, 0x5ea],
  [0x60c, 0x63f],
  [0x641, 0x64a],
  [0x660, 0x66f],
  [0x671, 0x674],
  [0x679, 0x6d3],
  [0xe01, 0xe5b],
  [0x1ea0, 0x1ef9],
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a1, 0x30fe],
  [0x3131, 0x3163],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
]
const QUOTES = `‘'’'‚'‛'“"”"„"‟"′'″"「"」"『"』"`
const FULL_WIDTH_LAST = 0xff5e
const fullWidth = (code: number): number => code - 0xff01 + 0x21

const each = (from: number, to: number, work: (code: number) => void): void => {
  for (let code = from; code <= to; code++) work(code)
}
const oneUnit = (text: string): number => (text.length === 1 ? text.charCodeAt(0) : 0)
const lowered = (code: number): number => oneUnit(String.fromCharCode(code).normalize('NFKC').toLowerCase())

const becomesTable = (): Uint16Array => {
  const becomes = new Uint16Array(0x10000)
  for (const [from, to] of PLAIN) each(from, to, (code) => (becomes[code] = lowered(code)))
  for (const [from, to] of [
    [0xc0, 0x17e],
    [0x391, 0x3a9],
    [0x400, 0x42f],
    [0x1ea0, 0x1ef9],
  ] as const)
    each(from, to, (code) => (becomes[code] = lowered(code)))
  // Thai am and the Korean letters alone would be taken apart; they stay as typed.
  each(0xe01, 0xe5b, (code) => (becomes[code] = code))
  each(0x3131, 0x3163, (code) => (becomes[code] = code))
  each(0xff01, FULL_WIDTH_LAST, (code) => (becomes[code] = lowered(fullWidth(code))))
  for (let i = 0; i < QUOTES.length; i += 2) becomes[QUOTES.charCodeAt(i)] = QUOTES.charCodeAt(i + 1)
  for (const space of [0x20, 0x09, 0xa0, 0x3000, 0x2002, 0x2003, 0x2009, 0x202f]) becomes[space] = 0x20
  becomes[0x0a] = 0x0a
  return becomes
}

const kindsTable = (): Uint8Array => {
  const kinds = Uint8Array.from(traditionalUnits())
  const mark = (from: number, to: number, bit: number) => each(from, to, (code) => (kinds[code]! |= bit))
  mark(0x3041, 0x30ff, KANA)
  mark(0x61, 0x7a, LATIN)
  mark(0xdf, 0x24f, LATIN)
  mark(0x1e00, 0x1eff, LATIN)
  mark(0x370, 0x52f, CYRILLIC_GREEK)
  mark(0x3400, 0x9fff, HAN)
  mark(0x30, 0x39, DIGIT)
  for (const space of [0x20, 0x0a]) kinds[space]! |= SPACE
  const isMark = /\p{M}/u
  for (const [from, to] of [
    [0x300, 0x36f],
    [0x483, 0x489],
    [0x591, 0x5c7],
    [0x610, 0x61a],
    [0x64b, 0x65f],
    [0x670, 0x670],
    [0x6d6, 0x6ed],
    [0x711, 0xdff],
    [0xe3b, 0x109d],
    [0x135d, 0x1c00],
    [0x1c24, 0x1dff],
    [0x20d0, 0x20f0],
    [0x2cef, 0x2dff],
    [0x302a, 0x309a],
    [0xa66f, 0xabed],
    [0xfb1e, 0xfb1e],
    [0xfe00, 0xfe2f],
  ] as const)
    each(from, to, (code) => {
      const thai = code >= 0xe00 && code <= 0xe7f
      if (!thai && isMark.test(String.fromCharCode(code))) kinds[code]! |= MARK
    })
  mark(0x1160, 0x11ff, MARK)
  mark(0xff9e, 0xff9f, MARK)
  return kinds
}

let units: Units | null = null
/** Built on first use (about 5 ms), 192 KB. */
export const unitTables = (): Units => {
  units ??= { becomes: becomesTable(), kinds: kindsTable() }
  return units
}
