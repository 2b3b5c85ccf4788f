// Every phrase of the feeling lexicons in one trie; a text is read once, longest phrase first.
import * as en from './lexicon-en.ts'
import { LEXICON_POSTS_ZH } from './lexicon-posts-zh.ts'
import * as zh from './lexicon-zh.ts'
import type { Emotion } from './verdict.ts'

export type Meaning =
  | { readonly kind: 'feeling'; readonly emotion: Emotion; readonly weight: number }
  | { readonly kind: 'urgent'; readonly weight: number }
  | { readonly kind: 'negator' | 'strong' | 'weak' | 'contrast' | 'sarcasm' | 'calm' | 'fixed' }
export interface Hit {
  /** The phrase as the lexicon writes it. */
  readonly phrase: string
  readonly meanings: readonly Meaning[]
  /** Where it stands in the folded text, end exclusive. */
  readonly start: number
  readonly end: number
}

interface Node {
  readonly next: Map<string, Node>
  phrase: string
  meanings: Meaning[]
}
const newNode = (): Node => ({ next: new Map(), phrase: '', meanings: [] })

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f)
const QUESTION = new Set('?？')
const STOPS = new Set(',.!;:，。！；：、\n…')

/** Letters and Han stay; Latin words stand between `_`; a clause ends with `|`, a question with `?`. */
export const foldForLexicon = (text: string): string => {
  const plain = text.normalize('NFKC').toLowerCase()
  let folded = '_'
  let before = 0
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    const kind = isHan(code) ? 1 : isLetter(code) ? 2 : 0
    if (kind === 0) {
      if (QUESTION.has(plain[i]!)) folded += '_?_'
      else if (STOPS.has(plain[i]!)) folded += '_|_'
      else if (before) folded += '_'
    } else {
      if (before && before !== kind) folded += '_'
      folded += plain[i]
    }
    before = kind
  }
  return `${folded}_`.replace(/_{2,}/g, '_')
}

const keyOf = (phrase: string): string => {
  const open = phrase.endsWith('*')
  const folded = foldForLexicon((open ? phrase.slice(0, -1) : phrase).replaceAll('_', ' '))
  if (isHan(phrase.charCodeAt(0)) || isHan(phrase.charCodeAt(phrase.length - 1))) return folded.replace(/^_|_$/g, '')
  return open ? folded.slice(0, -1) : folded
}

const insert = (root: Node, phrase: string, meaning: Meaning): void => {
  let node = root
  for (const unit of keyOf(phrase)) {
    let next = node.next.get(unit)
    if (!next) {
      next = newNode()
      node.next.set(unit, next)
    }
    node = next
  }
  node.phrase = phrase.replaceAll('_', ' ').replace('*', '')
  node.meanings.push(meaning)
}

const listed = (phrases: string): string[] => phrases.split(/\s+/).filter(Boolean)

/** `shop`: what customers write to a shop; `posts`: that and the words of public posts. */
export type Reading = 'shop' | 'posts'

const built = (reading: Reading): Node => {
  const root = newNode()
  const lexicons =
    reading === 'posts' ? [LEXICON_POSTS_ZH, zh.LEXICON_ZH, en.LEXICON_EN] : [zh.LEXICON_ZH, en.LEXICON_EN]
  for (const lexicon of lexicons)
    for (const [emotion, levels] of Object.entries(lexicon))
      levels.forEach((phrases, level) => {
        for (const phrase of listed(phrases))
          insert(root, phrase, { kind: 'feeling', emotion: emotion as Emotion, weight: level + 1 })
      })
  const lists: readonly [string, Exclude<Meaning['kind'], 'feeling' | 'urgent'>][] = [
    [`${zh.NEGATORS_ZH} ${en.NEGATORS_EN}`, 'negator'],
    [`${zh.FIXED_ZH} ${en.FIXED_EN}`, 'fixed'],
    [`${zh.STRONG_ZH} ${en.STRONG_EN}`, 'strong'],
    [`${zh.WEAK_ZH} ${en.WEAK_EN}`, 'weak'],
    [`${zh.CONTRAST_ZH} ${en.CONTRAST_EN}`, 'contrast'],
    [`${zh.SARCASM_ZH} ${en.SARCASM_EN}`, 'sarcasm'],
    [`${zh.CALM_ZH} ${en.CALM_EN}`, 'calm'],
  ]
  for (const [phrases, kind] of lists) for (const phrase of listed(phrases)) insert(root, phrase, { kind })
  for (const [phrase, weight] of [...zh.URGENT_ZH, ...en.URGENT_EN])
    insert(root, phrase.replaceAll(' ', '_'), { kind: 'urgent', weight })
  return root
}

const roots = new Map<Reading, Node>()
const rootOf = (reading: Reading): Node => {
  const root = roots.get(reading) ?? built(reading)
  roots.set(reading, root)
  return root
}

/** The phrases of a folded text, longest first at each place, not overlapping. */
export const hitsIn = (folded: string, reading: Reading = 'shop'): Hit[] => {
  const root = rootOf(reading)
  const hits: Hit[] = []
  let start = 0
  while (start < folded.length) {
    let node: Node | undefined = root
    let found: Node | undefined
    let end = start
    for (let i = start; node && i < folded.length; i++) {
      node = node.next.get(folded[i]!)
      if (!node?.meanings.length) continue
      found = node
      end = i + 1
    }
    if (!found) {
      start++
      continue
    }
    hits.push({ phrase: found.phrase, meanings: found.meanings, start, end })
    // The blank after a Latin word also opens the next one.
    start = folded[end - 1] === '_' ? Math.max(start + 1, end - 1) : end
  }
  return hits
}
