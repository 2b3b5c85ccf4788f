// One written character, whatever it is made of, as plain text: NFKC, lower case, enclosed and styled letters undone.

/** Invisible: joiners, direction marks, soft hyphen, variation selectors, tags, Arabic stretching and vowel points. */
const INVISIBLE =
  /\p{Default_Ignorable_Code_Point}|[\u{e0000}-\u{e0fff}]|\p{Cc}|\u0640|[\u064b-\u065f]|\u0670|[\u20dd-\u20e4]/gu
/** Accents that NFKC found no letter for: crossed out, stacked, upside down. */
const LOOSE_ACCENT = /[\u0300-\u036f]|[\u0483-\u0489]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]/g
const PAIRED_SURROGATE = /[\ud800-\udfff]/u

/** Runs of enclosed characters without a decomposition of their own: [first, last, what the first one stands for]. */
const ENCLOSED: readonly (readonly [number, number, string | number])[] = [
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x249c, 0x24b5, 'a'],
  [0x1f110, 0x1f129, 'a'],
  [0x1f150, 0x1f169, 'a'],
  [0x1f170, 0x1f189, 'a'],
  [0x24ff, 0x24ff, 0],
  [0x1f51f, 0x1f51f, 10],
  [0xffa1, 0xffbe, 'ㄱ'],
  [0xffc2, 0xffc7, 'ㅏ'],
  [0xffca, 0xffcf, 'ㅕ'],
  [0xffd2, 0xffd7, 'ㅛ'],
  [0xffda, 0xffdc, 'ㅡ'],
]

const enclosed = (code: number): string | null => {
  const run = ENCLOSED.find(([first, last]) => code >= first && code <= last)
  if (!run) return null
  const [first, , start] = run
  return typeof start === 'number'
    ? String(start + code - first)
    : String.fromCodePoint(start.codePointAt(0)! + code - first)
}

const unfold = (character: string): string => {
  const visible = character.replace(INVISIBLE, (found) => (found === '\n' ? found : ''))
  const known = enclosed(visible.codePointAt(0) ?? 0)
  if (known !== null) return known
  const folded = visible.normalize('NFKC').toLowerCase().normalize('NFKC').replace(LOOSE_ACCENT, '')
  return PAIRED_SURROGATE.test(folded) ? folded.replace(/\p{Cs}/gu, '\ufffd') : folded
}

const KEPT = 4096
const known = new Map<string, string>()
/** A character with its marks, folded; '' when nothing of it is visible. Remembered, at most 4,096 of them. */
export const foldCharacter = (character: string): string => {
  const seen = known.get(character)
  if (seen !== undefined) return seen
  const folded = unfold(character)
  if (character.length <= 8) {
    if (known.size >= KEPT) known.clear()
    known.set(character, folded)
  }
  return folded
}
