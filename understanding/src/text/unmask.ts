// Obfuscations undone: look-alike letters, digits for letters in watched words, words pulled apart by signs or emoji.
import { applyEdits, type Draft, type Edit, editsFor } from './edits.ts'
import { APART, GAP, LEET } from './fold.ts'
import { CYRILLIC_GREEK, HAN, LATIN } from './units.ts'
import { WATCHED_LATIN, watchedHan } from './watched.ts'

const LOOKS = 'аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhӏlԛqԝwαaβbεeηnιiκkνvοoρpτtυuχxγyωw'
const LATIN_OF = new Map<string, string>()
const CYRILLIC_OF = new Map<string, string>()
for (let i = 0; i < LOOKS.length; i += 2) {
  LATIN_OF.set(LOOKS[i]!, LOOKS[i + 1]!)
  if (LOOKS[i]! >= 'а' && LOOKS[i]! <= 'у' && !CYRILLIC_OF.has(LOOKS[i + 1]!)) CYRILLIC_OF.set(LOOKS[i + 1]!, LOOKS[i]!)
}
CYRILLIC_OF.set('x', 'х')

const LETTERS = /[a-zß-ɏ\u0370-\u052f]+/g
const IS_LATIN = /[a-zß-ɏ]/
const IS_OTHER = /[\u0370-\u052f]/

/** A word of two scripts becomes one of them, when each foreign letter has a twin there. */
const oneScript = (word: string): string | null => {
  if (!IS_LATIN.test(word) || !IS_OTHER.test(word)) return null
  const letters = [...word]
  if (letters.every((letter) => !IS_OTHER.test(letter) || LATIN_OF.has(letter)))
    return letters.map((letter) => LATIN_OF.get(letter) ?? letter).join('')
  if (letters.every((letter) => !IS_LATIN.test(letter) || CYRILLIC_OF.has(letter)))
    return letters.map((letter) => CYRILLIC_OF.get(letter) ?? letter).join('')
  return null
}

const READS_AS: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'],
  '1': ['i', 'l'],
  '3': ['e'],
  '4': ['a'],
  '5': ['s'],
  '7': ['t'],
  '8': ['b'],
  '@': ['a'],
  $: ['s'],
  '!': ['i'],
}
const DISGUISED =
  /(?<![a-z0-9@._-])(?=[a-z0-9@$!]*[a-z])(?=[a-z0-9@$!]*[0-9@$!][a-z0-9@$!]*)[a-z0-9@$!]{3,16}(?![a-z0-9@_-])/g

const readings = (token: string): string[] =>
  [...token].reduce<string[]>(
    (made, sign) => (READS_AS[sign] ?? [sign]).flatMap((letter) => made.map((start) => start + letter)).slice(0, 16),
    [''],
  )
/** The watched word a token spells (others are left alone: order numbers, models, sizes), without the exclamation marks that may end it. */
const undisguised = (token: string): string | null => {
  const end = token.replace(/!+$/, '')
  if (!/[0-9@$!]/.test(end)) return null
  const word = readings(end).find((reading) => WATCHED_LATIN.has(reading))
  return word === undefined ? null : word + token.slice(end.length)
}

/** Four Han characters or more, each held off from the next by the same sign (not a comma: that is a list). */
const HAN_APART =
  /(?<!\p{Script=Han})\p{Script=Han}([^\p{L}\p{N}、,;:/\n]{1,2})\p{Script=Han}(?:\1\p{Script=Han}){2,}(?!\p{Script=Han})/gu
const LATIN_APART = /(?<![\p{L}\p{N}])[a-z]([^\p{L}\p{N},;:/\n]{1,2})[a-z](?:\1[a-z]){1,}(?![\p{L}\p{N}])/gu
const INVITE = /(?:加|\+|➕)\s?(?:v信|vx|wx|v|薇信|徽信|薇)(?![a-z0-9])/gu
const MEANT: readonly (readonly [RegExp, string])[] = [
  [INVITE, '加微信'],
  [/v信|薇信|徽信/gu, '微信'],
]

const mayInvite = (text: string, hints: number): boolean =>
  ((hints & LATIN) !== 0 && text.includes('v')) || text.includes('薇') || text.includes('徽')

/** Takes the signs out of a stretch, so that each letter keeps its place in the raw text. */
const cuts = (text: string, start: number, end: number): Edit[] =>
  [...text.slice(start, end).matchAll(/[^\p{L}\p{N}]+/gu)].map((gap) => ({
    start: start + gap.index,
    end: start + gap.index + gap[0].length,
    put: '',
  }))
const cutMatches = (draft: Draft, matches: readonly RegExpExecArray[]): Draft =>
  applyEdits(
    draft,
    matches.flatMap(({ index, 0: found }) => cuts(draft.text, index, index + found.length)),
  )
/** Letters apart by spaces must be four, by other signs three: "a b c" is a list more often than a word. */
const latinTogether = (draft: Draft): Draft =>
  cutMatches(
    draft,
    [...draft.text.matchAll(LATIN_APART)].filter((match) => match[0].length >= 7 || match[1] !== ' '),
  )

/** `draft` of `hints` (fold.ts) with disguised words as they are meant. */
export const unmask = (draft: Draft, hints: number): Draft => {
  let now = draft
  if (hints & LATIN && hints & CYRILLIC_GREEK)
    now = applyEdits(
      now,
      editsFor(now.text, LETTERS, ([word]) => oneScript(word)),
    )
  if (hints & APART && hints & LATIN) now = latinTogether(now)
  if (hints & APART && hints & HAN) now = cutMatches(now, [...now.text.matchAll(HAN_APART)])
  if (hints & GAP)
    now = applyEdits(
      now,
      watchedHan(now.text).flatMap(({ start, end }) => cuts(now.text, start, end)),
    )
  if (hints & LEET)
    now = applyEdits(
      now,
      editsFor(now.text, DISGUISED, ([token]) => undisguised(token)),
    )
  if (hints & HAN && mayInvite(now.text, hints))
    for (const [pattern, meant] of MEANT)
      now = applyEdits(
        now,
        editsFor(now.text, pattern, () => meant),
      )
  return now
}
