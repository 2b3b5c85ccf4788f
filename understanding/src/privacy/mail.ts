// E-mail addresses, also with "at", "(at)", "[dot]" or # in place of the signs. Each sign looks a bounded way left and
// right, so a message of nothing but @ costs linear time.
import type { Finding } from './candidate.ts'

const MAX_LOCAL = 64
const MAX_DOMAIN = 190
const isLocal = (code: number) =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  '._+-%'.includes(String.fromCharCode(code))
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}(?![a-z0-9@])/i

const localStart = (text: string, at: number): number => {
  let from = at
  while (from > 0 && at - from < MAX_LOCAL && isLocal(text.charCodeAt(from - 1))) from--
  while (from < at && '.-_'.includes(text[from]!)) from++
  return from
}
const KNOWN = /\.(?:com|cn|net|org|io|co)$/i

const plainMails = (text: string): Finding[] => {
  const found: Finding[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign !== '@' && sign !== '#') continue
    const from = localStart(text, at)
    if (from === at) continue
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + MAX_DOMAIN))?.[0]
    if (!domain || (sign === '#' && !KNOWN.test(domain))) continue
    found.push({ from, to: at + 1 + domain.length, type: 'email', score: 0.99 })
  }
  return found
}

const SPOKEN =
  /(?<![a-z0-9._+-])[a-z0-9][a-z0-9._+-]{0,63} ?(?:\( ?at ?\)|\[ ?at ?\]|(?<= )at(?= )|艾特| ?@(?= )|(?<= )@) ?[a-z0-9][a-z0-9-]{0,61}(?:(?: ?(?:\( ?dot ?\)|\[ ?dot ?\]) ?| dot |\.|点)[a-z0-9-]{2,24}){1,4}(?![a-z0-9])/gi
const SIGNED = /[([@]|\bdot\b|艾特/i
const HINT = /\bat\b|艾特| @|@ /i

const spokenMails = (text: string): Finding[] => {
  if (!HINT.test(text)) return []
  return [...text.matchAll(SPOKEN)]
    .filter((match) => SIGNED.test(match[0]))
    .map((match) => ({ from: match.index, to: match.index + match[0].length, type: 'email' as const, score: 0.85 }))
}

const HALF = /^@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![a-z0-9])/i
/** The second half of an address whose first half was the last message. */
const halfMail = (text: string, last: string): Finding[] => {
  const half = HALF.exec(text)
  if (!half || !/[a-z0-9]$/i.test(last)) return []
  return [{ from: 0, to: half[0].length, type: 'email', score: 0.85 }]
}

export const mailsIn = (text: string, last: string): Finding[] => [
  ...plainMails(text),
  ...spokenMails(text),
  ...(text.startsWith('@') ? halfMail(text, last) : []),
]
