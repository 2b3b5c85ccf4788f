// Spoken manners: a live room and the phone hear few sentences, no lists, no addresses. A sentence is said whole or not at all.
import type { Part } from '@ballast/contract/parts'
import type { Voice } from '@ballast/contract/routes/voice'
import { claimsIn, settled } from '@ballast/understanding/claims'

type Manner = Voice['manner']
const MOST: Readonly<Record<Exclude<Manner, 'written'>, number>> = { live: 60, phone: 120 }
const MORE = {
  zh: '详细的可以再问我。',
  en: 'Ask me for the details.',
} as const

const SENTENCES = /[^。！？!?\n]*?(?:[。！？!?]+|\.(?=\s|$)|\n|$)/g
const sentencesOf = (text: string): string[] =>
  (text.match(SENTENCES) ?? []).map((one) => one.trim()).filter((one) => one !== '')
/** Says what, how much or when, or bounds what was said before it. */
const BOUNDS =
  /不|除|仅|只|但|需|须|前提|例外|\b(?:not|no|except|unless|however|but|only|must|excluded?|if|provided)\b|n't\b/i
const binds = (text: string): boolean =>
  BOUNDS.test(text) || claimsIn(settled(text), { now: 0, timeZone: 'UTC' }).length > 0

/** What is read out: marks of lists and of writing are not. */
const spoken = (text: string): string =>
  text.replace(/^\s*[-*•]\s+/gm, '').replace(/[*_`#]{1,3}(?=\S)|(?<=\S)[*_`#]{1,3}/g, '')

/**
 * Sentences from the beginning while there is room, the first always, and everything up to the last one that binds: a
 * condition is not cut from what it bounds, however long that makes it.
 */
const shortened = (text: string, most: number, language: 'zh' | 'en'): string => {
  const sentences = sentencesOf(text)
  let length = 0
  let kept = 0
  while (kept < sentences.length && (kept === 0 || length + sentences[kept]!.length <= most))
    length += sentences[kept++]!.length
  kept = Math.max(kept, sentences.findLastIndex(binds) + 1)
  const glue = language === 'zh' ? '' : ' '
  const said = sentences.slice(0, kept).join(glue)
  return kept < sentences.length ? `${said}${glue}${MORE[language]}` : said
}

/** Spoken, a message is its words: buttons and cards stay for who can see them, in a live room nobody can. */
export const inManner = (parts: readonly Part[], manner: Manner, language: 'zh' | 'en'): Part[] =>
  parts.map((part) => {
    if (manner === 'written' || part.kind !== 'text') return part
    const text = shortened(spoken(part.text), MOST[manner], language)
    return text === '' ? part : { ...part, text }
  })
