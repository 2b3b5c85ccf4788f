// Rewrites a text around what it claims: a sum, a day, a share keeps its characters whatever the voice does.
import { claimsIn, settled } from '@ballast/understanding/claims'

/** Claims are found whatever the day is; only where they stand counts here. */
const ANY_DAY = { now: 0, timeZone: 'UTC' }

/** One clause. Where settling moves the places in it, a clause that claims anything is left whole. */
const aroundIn = (text: string, rewrite: (stretch: string) => string): string => {
  const written = settled(text)
  const claims = claimsIn(written, ANY_DAY)
  if (claims.length === 0) return rewrite(text)
  if (written.length !== text.length) return text
  let said = ''
  let at = 0
  for (const { start, end } of claims) {
    if (start > at) said += rewrite(text.slice(at, start))
    if (end > at) said += text.slice(Math.max(at, start), end)
    at = Math.max(at, end)
  }
  return said + rewrite(text.slice(at))
}

/** No claim goes on over the end of a sentence. */
const SENTENCE = /(?<=[。！？!?；;\n])/

/** Stretches without a claim are given to `rewrite`, one sentence at a time where any of them claims something. */
export const aroundClaims = (text: string, rewrite: (stretch: string) => string): string =>
  claimsIn(settled(text), ANY_DAY).length === 0
    ? rewrite(text)
    : text
        .split(SENTENCE)
        .map((sentence) => aroundIn(sentence, rewrite))
        .join('')
