// Shows a message with its personal data covered. Every covered UTF-16 unit becomes one *, so offsets stay; blanks,
// dashes and other signs stay, so the format can be read.
import type { PersonalSpan, PersonalType } from './span.ts'

/** How many characters stay readable at the front and at the back. */
interface Window {
  readonly front: number
  readonly back: number
}
const NOTHING: Window = { front: 0, back: 0 }
const WINDOWS: Readonly<Record<PersonalType, (count: number) => Window>> = {
  phone: (count) => (count >= 10 ? { front: count - 8, back: 4 } : { front: 0, back: count >= 7 ? 2 : 0 }),
  email: () => NOTHING,
  'id-card': (count) => (count >= 15 ? { front: 3, back: 4 } : { front: 0, back: 2 }),
  permit: () => ({ front: 1, back: 2 }),
  'bank-card': (count) => (count >= 13 ? { front: 4, back: 4 } : { front: 0, back: 4 }),
  'card-expiry': () => NOTHING,
  'card-code': () => NOTHING,
  passport: () => ({ front: 1, back: 2 }),
  plate: () => ({ front: 2, back: 1 }),
  address: (count) => ({ front: count <= 6 ? 2 : 6, back: 0 }),
  name: () => ({ front: 1, back: 0 }),
  iban: () => ({ front: 4, back: 4 }),
  ssn: () => ({ front: 0, back: 4 }),
  ip: (count) => ({ front: Math.min(3, count >> 1), back: 0 }),
  'birth-date': (count) => ({ front: count >= 6 ? 4 : 0, back: 0 }),
  account: (count) => ({ front: count > 4 ? 2 : 1, back: 0 }),
}
/** Of a number of which only a part is here (the rest stood in another message) nothing stays. */
const LEAST = 5

const SHOWN = /[\p{L}\p{N}\p{M}\p{Cf}]/u
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

interface Glyph {
  readonly text: string
  readonly covers: boolean
}
const glyphsOf = (text: string): Glyph[] =>
  Array.from(segmenter.segment(text), ({ segment }) => ({
    text: segment,
    covers: SHOWN.test(segment) || segment.length > 1,
  }))

const covered = (text: string, { front, back }: Window): string => {
  const glyphs = glyphsOf(text)
  const count = glyphs.filter((glyph) => glyph.covers).length
  const open = front + back < count ? { front, back } : NOTHING
  let seen = 0
  return glyphs
    .map((glyph) => {
      if (!glyph.covers) return glyph.text
      const at = seen++
      return at < open.front || at >= count - open.back ? glyph.text : '*'.repeat(glyph.text.length)
    })
    .join('')
}
const countOf = (text: string): number => glyphsOf(text).filter((glyph) => glyph.covers).length

/** `anna@shop.cn` -> `a***@shop.cn`; where the sign is written otherwise everything but the first letter goes. */
const coveredMail = (text: string): string => {
  const at = text.search(/[@＠]/)
  if (at === 0) return covered(text, NOTHING)
  const local = at < 0 ? text : text.slice(0, at)
  return `${Array.from(local)[0]!}${local.slice(Array.from(local)[0]!.length).replace(/[^\s]/gu, (one) => '*'.repeat(one.length))}${at < 0 ? '' : text.slice(at)}`
}
const coveredSpan = (text: string, type: PersonalType): string => {
  if (type === 'email') return coveredMail(text)
  const count = countOf(text)
  const numeric = type === 'phone' || type === 'id-card' || type === 'bank-card' || type === 'ssn' || type === 'iban'
  return covered(text, numeric && count < LEAST ? NOTHING : WINDOWS[type](count))
}

/** Offsets moved outwards so that no surrogate pair and no combining mark is cut. */
const whole = (raw: string, start: number, end: number): [number, number] => {
  const belongs = (at: number) =>
    at > 0 && at < raw.length && ((isLow(raw, at) && isHigh(raw, at - 1)) || /\p{M}|\u200d/u.test(raw[at]!))
  let from = start
  let to = end
  while (belongs(from)) from--
  while (belongs(to)) to++
  return [from, to]
}
const isHigh = (raw: string, at: number) => (raw.charCodeAt(at) & 0xfc00) === 0xd800
const isLow = (raw: string, at: number) => (raw.charCodeAt(at) & 0xfc00) === 0xdc00

/**
 * `raw` with its spans covered: the same length in UTF-16 units, everything outside the spans untouched.
 * `138 0013 8000` -> `138 **** 8000`, `wang@shop.cn` -> `w***@shop.cn`. Spans may come in any order; those out of range
 * or inside an earlier one are skipped.
 */
export const mask = (raw: string, spans: readonly PersonalSpan[]): string => {
  if (spans.length === 0) return raw
  const ordered = [...spans].sort((one, other) => one.start - other.start)
  let masked = ''
  let past = 0
  for (const span of ordered) {
    if (span.start < past || span.end <= span.start || span.end > raw.length) continue
    const [start, end] = whole(raw, span.start, span.end)
    if (start < past) continue
    masked += raw.slice(past, start) + coveredSpan(raw.slice(start, end), span.type)
    past = end
  }
  return masked + raw.slice(past)
}
