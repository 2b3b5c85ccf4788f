// Postal addresses in a message, Chinese and Western, by rule: no weights, so nothing of any data set is shipped.
import type { AddressSpan } from './address-span.ts'
import { findChineseAddresses } from './chinese-address.ts'
import { findWesternAddresses } from './western-address.ts'

/** UTF-16 code units; an address further on is not looked for. */
export const LONGEST_SEARCHED = 4_000

/** Full-width figures, letters and marks as ASCII; every offset stays. */
const narrow = (raw: string): string =>
  /[\uff01-\uff5e\u3000]/.test(raw)
    ? raw.replace(/[\uff01-\uff5e\u3000]/g, (char) =>
        char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
      )
    : raw

/** In order of place, never overlapping; offsets into the raw text. Never throws. */
export const findAddresses = (raw: string): AddressSpan[] => {
  const text = narrow(raw.length > LONGEST_SEARCHED ? raw.slice(0, LONGEST_SEARCHED) : raw)
  const chinese = findChineseAddresses(text)
  const western = findWesternAddresses(text).filter((span) =>
    chinese.every((other) => other.end <= span.start || other.start >= span.end),
  )
  return [...chinese, ...western].sort((a, b) => a.start - b.start)
}
