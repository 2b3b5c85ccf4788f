// Reads JSON that strangers send: valid UTF-8 only, bounded depth, no prototype tricks, and text PostgreSQL can store.
import { isUtf8 } from 'node:buffer'
import { problem } from '@ballast/contract/problems'

/** Deeper than any contract object; shallow enough that every later recursion is safe. */
const MAX_DEPTH = 64
const NEEDS_CARE = /\\u(?:0000|[dD][89a-fA-F])|__proto__/

/** PostgreSQL cannot store U+0000, and a lone surrogate is not text: the first is dropped, the second becomes U+FFFD. */
export const cleanText = (text: string): string =>
  (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed()

const tooDeep = (text: string): boolean => {
  if (text.length <= MAX_DEPTH) return false
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (quoted) {
      if (char === 0x5c) i++
      else if (char === 0x22) quoted = false
    } else if (char === 0x22) quoted = true
    else if (char === 0x5b || char === 0x7b) {
      if (++depth > MAX_DEPTH) return true
    } else if (char === 0x5d || char === 0x7d) depth--
  }
  return false
}

const reviveWithCare = (key: string, value: unknown): unknown => {
  if (key === '__proto__' || cleanText(key) !== key) throw new SyntaxError('refused key')
  return typeof value === 'string' ? cleanText(value) : value
}

/**
 * The value of a JSON document.
 * @throws Problem request.invalid when it is not valid UTF-8, not JSON, deeper than 64 levels, or names `__proto__`.
 */
export const parseJson = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) throw problem('request.invalid', { detail: 'The body is not valid UTF-8.', path: '' })
  const text = bytes.toString('utf8')
  if (tooDeep(text))
    throw problem('request.invalid', { detail: `The body is nested deeper than ${MAX_DEPTH} levels.`, path: '' })
  try {
    return NEEDS_CARE.test(text) ? JSON.parse(text, reviveWithCare) : JSON.parse(text)
  } catch {
    throw problem('request.invalid', { detail: 'The body is not valid JSON.', path: '' })
  }
}
