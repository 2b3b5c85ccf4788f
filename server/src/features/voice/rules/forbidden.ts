// Words a brand never says: another in their place, or nothing is said at all.
import type { Part } from '@ballast/contract/parts'
import type { Voice } from '@ballast/contract/routes/voice'
import { settled } from '@ballast/understanding/claims'
import { aroundClaims } from './around-claims.ts'

type Forbidden = Voice['forbidden']
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** As it is written, in any case; a word of letters only where it stands alone. */
const patternOf = (word: string): RegExp => {
  const bare = escaped(word)
  return new RegExp(/^[a-z0-9' -]+$/i.test(word) ? `(?<![a-z0-9])${bare}(?![a-z0-9])` : bare, 'giu')
}
const holds = (text: string, word: string): boolean => {
  const pattern = patternOf(word)
  const wide = patternOf(settled(word))
  return pattern.test(text) || wide.test(settled(text))
}

/** Null: one stands where it cannot be replaced. */
const cleaned = (text: string, forbidden: Forbidden): string | null => {
  let said = text
  for (const { word, instead } of forbidden) {
    if (!holds(said, word)) continue
    if (instead === null) return null
    said = aroundClaims(said, (stretch) => stretch.replace(patternOf(word), () => instead))
    if (holds(said, word)) return null
  }
  return said.trim() === '' ? null : said
}

/** Texts and the labels of what can be pressed. Cards and sources are the shop's own words. */
export const forbid = (part: Part, forbidden: Forbidden): Part | null => {
  if (forbidden.length === 0) return part
  if (part.kind === 'text') {
    const text = cleaned(part.text, forbidden)
    return text === null ? null : { ...part, text }
  }
  if (part.kind !== 'quick-replies') return part
  const replies = part.replies.map((reply) => ({ ...reply, label: cleaned(reply.label, forbidden) }))
  if (replies.some(({ label }) => label === null)) return null
  return { ...part, replies: replies.map((reply) => ({ ...reply, label: reply.label!.slice(0, 80) })) }
}
