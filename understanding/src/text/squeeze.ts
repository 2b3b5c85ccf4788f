// Long repeats made short: "哈哈哈哈哈哈" and "sooooo" say no more than "哈哈哈" and "soo".
import { applyEdits, type Draft, editsFor } from './edits.ts'

/** Letters of alphabets keep two (English has "oo"), everything else three; digits, sizes and stars are left alone. */
const LETTER_RUN = /([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\1{2,}/gu
const OTHER_RUN = /([^\p{N}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}*\s零〇一二两三四五六七八九幺])\1{3,}/gu
const PAIR_RUN = /((?!.[\p{N}零〇一二两三四五六七八九幺])[^\p{N}\s*零〇一二两三四五六七八九幺]{2})\1{3,}/gu
/** Where three of a letter are meant: sizes, Roman numbers, codes with digits, three letters and no more (www, aaa, kkk). */
const MEANT = /^(?:\d*x+[sl]?|(.)\1\1|[ivx]+|.*\d.*)$/u
const WORD = /[\p{L}\p{N}]/u

const wordAround = (text: string, start: number, end: number): string => {
  let from = start
  let to = end
  while (from > 0 && start - from < 24 && WORD.test(text[from - 1]!)) from--
  while (to < text.length && to - end < 24 && WORD.test(text[to]!)) to++
  return text.slice(from, to)
}

export const squeeze = (draft: Draft): Draft => {
  const letters = applyEdits(
    draft,
    editsFor(draft.text, LETTER_RUN, (match) => {
      const word = wordAround(draft.text, match.index, match.index + match[0].length)
      return MEANT.test(word) ? null : match[1]!.repeat(2)
    }),
  )
  const others = applyEdits(
    letters,
    editsFor(letters.text, OTHER_RUN, ([, unit]) => unit!.repeat(3)),
  )
  return applyEdits(
    others,
    editsFor(others.text, PAIR_RUN, ([, pair]) => pair!.repeat(3)),
  )
}
