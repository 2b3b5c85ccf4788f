// Every phrase of the feeling lexicons in one trie; a text is read once, longest phrase first.
import { nfkcLower } from '../text/plain.ts'
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

/** Branches by UTF-16 unit. */
interface Node {
  readonly next: Map<number, Node>
  phrase: string
  meanings: Meaning[]
}
const newNode = (): Node => ({ next: new Map(), phrase: '', meanings: [] })

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f)
const STOP = 1
const QUESTION = 2
const HAN = 3
const LETTER = 4
const KIND = new Uint8Array(0x10000)
for (const sign of ',.!;:，。！；：、\n…') KIND[sign.charCodeAt(0)] = STOP
for (const sign of '?？') KIND[sign.charCodeAt(0)] = QUESTION
for (let code = 0; code < 0xa000; code++) if (isHan(code) || isLetter(code)) KIND[code] = isHan(code) ? HAN : LETTER

const [GAP, CLAUSE_END, ASKED] = [95, 124, 63]
/** Written again for every text. */
let units = new Uint16Array(1024)
let length = 0
const put = (code: number): void => {
  if (code !== GAP || length === 0 || units[length - 1] !== GAP) units[length++] = code
}

const isHanAlone = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (KIND[text.charCodeAt(i)] !== HAN) return false
  return true
}

/** Letters and Han stay; Latin words stand between `_`; a clause ends with `|`, a question with `?`. */
export const foldForLexicon = (text: string): string => {
  const plain = nfkcLower(text)
  if (isHanAlone(plain)) return plain === '' ? '_' : `_${plain}_`
  // At most three units for one, and one at either end.
  if (units.length < plain.length * 3 + 2) units = new Uint16Array(plain.length * 6)
  length = 0
  put(GAP)
  let before = 0
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    const kind = KIND[code]!
    const joins = kind >= HAN ? kind : 0
    if (before > 0 && before !== kind) put(GAP)
    if (joins > 0) put(code)
    else if (kind > 0) {
      put(GAP)
      put(kind === QUESTION ? ASKED : CLAUSE_END)
      put(GAP)
    }
    before = joins
  }
  put(GAP)
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[])
}

const keyOf = (phrase: string): string => {
  const open = phrase.endsWith('*')
  const folded = foldForLexicon((open ? phrase.slice(0, -1) : phrase).replaceAll('_', ' '))
  if (isHan(phrase.charCodeAt(0)) || isHan(phrase.charCodeAt(phrase.length - 1))) return folded.replace(/^_|_$/g, '')
  return open ? folded.slice(0, -1) : folded
}

const insert = (root: Node, phrase: string, meaning: Meaning): void => {
  let node = root
  const key = keyOf(phrase)
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i)
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
      node = node.next.get(folded.charCodeAt(i))
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
