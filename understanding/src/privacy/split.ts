// A number split over messages: "138", then "00138000". The digits at the end of the person's earlier messages are put
// before the digits this message starts with; only a complete, checked number counts.

import type { Finding } from './candidate.ts'
import { fromIssuer, isIdCard, luhn } from './checks.ts'
import { meaningBefore } from './context.ts'
import { isWholePhone } from './phones.ts'
import type { Run } from './runs.ts'
import type { PersonalType } from './span.ts'

const TAIL = /(\+?)((?:\d[ .-]?){2,19})[,，.。 …]{0,3}$/
const ONLY = /^[\s\d.+-]+$/
const MOST_MESSAGES = 3

interface Head {
  readonly digits: string
  readonly plus: boolean
  readonly words: string
}
/** The digits that lead up to this message, and the words before them. */
const headOf = (previous: readonly string[]): Head | undefined => {
  let digits = ''
  for (const message of previous.slice(-MOST_MESSAGES).reverse()) {
    const match = TAIL.exec(message.slice(-64))
    if (!match) break
    digits = match[2]!.replace(/\D/g, '') + digits
    const words = message.slice(0, message.length - match[0].length)
    if (!ONLY.test(message) || match[1] === '+') return { digits, plus: match[1] === '+', words }
  }
  return digits === '' ? undefined : { digits, plus: false, words: '' }
}

const wholeType = (digits: string, plus: boolean, words: string): PersonalType | undefined => {
  const meaning = meaningBefore(words, words.length, 0)
  if (meaning === 'order' || meaning === 'measure') return undefined
  if (digits.length === 18 && isIdCard(digits)) return 'id-card'
  if (digits.length >= 15 && fromIssuer(digits) && luhn(digits)) return 'bank-card'
  return isWholePhone(digits, plus, meaning === 'phone') ? 'phone' : undefined
}

/** `raw` texts of earlier messages must be folded already. */
export const splitIn = (text: string, runs: readonly Run[], previous: readonly string[]): Finding | undefined => {
  const run = runs[0]
  if (!run || run[0]!.from > 8 || /[A-Za-z@]/.test(text.slice(0, run[0]!.from))) return undefined
  const own = run.map((group) => group.digits).join('')
  if (own.length < 2 || own.length > 16) return undefined
  const head = headOf(previous)
  if (!head || head.digits.length > 17) return undefined
  const to = run.at(-1)!.to
  if (/^\s?(?:元|块|件|个|码|号)/.test(text.slice(to, to + 2))) return undefined
  const type = wholeType(head.digits + own, head.plus, head.words)
  return type && { from: run[0]!.from, to, type, score: 0.85 }
}
