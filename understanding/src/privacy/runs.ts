// Digits as people write them: plain or folded digits, Chinese digits, letters for digits, English digit words, in
// groups parted by blanks, dashes, dots or brackets. A run is a chain of such groups. Linear in the text.

export interface Group {
  readonly from: number
  readonly to: number
  readonly digits: string
  /** What stands between this group and the next of the run, '' at the end. */
  readonly gap: string
  /** A letter touches the group. */
  readonly attachedLeft: boolean
  readonly attachedRight: boolean
}
export type Run = readonly Group[]

const NONE = 255
const STRONG = new Uint8Array(65536).fill(NONE)
const WEAK = new Uint8Array(65536).fill(NONE)
for (let digit = 0; digit < 10; digit++) STRONG[48 + digit] = digit
for (const row of ['零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖', '0幺'])
  for (let digit = 0; digit < row.length; digit++) {
    const code = row.charCodeAt(digit)
    if (code > 128) STRONG[code] = digit
  }
for (const char of 'Oo') WEAK[char.charCodeAt(0)] = 0
for (const char of 'lI') WEAK[char.charCodeAt(0)] = 1

const WORD = /(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?![a-z])/iy
const WORDS: Record<string, string> = Object.fromEntries(
  'zero one two three four five six seven eight nine'.split(' ').map((word, digit) => [word, String(digit)]),
)
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
const isGap = (code: number) =>
  code === 32 || code === 45 || code === 46 || code === 0xb7 || code === 40 || code === 41 || code === 43 || code === 10
const MAX_GAP = 3

const valueAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  const strong = STRONG[code]!
  return strong !== NONE ? strong : WEAK[code]!
}
const isStrong = (text: string, at: number) => at < text.length && STRONG[text.charCodeAt(at)] !== NONE

/** The group that starts at `at`, letters for digits trimmed where they belong to a word. */
const groupAt = (text: string, at: number): Omit<Group, 'gap'> | undefined => {
  let to = at
  let strong = 0
  while (to < text.length && valueAt(text, to) !== NONE) {
    if (isStrong(text, to)) strong++
    to++
  }
  if (strong === 0) return undefined
  let from = at
  const touchesLeft = from > 0 && isLetter(text.charCodeAt(from - 1))
  const touchesRight = to < text.length && isLetter(text.charCodeAt(to))
  if (touchesLeft || strong * 3 < to - from) while (!isStrong(text, from)) from++
  if (touchesRight || strong * 3 < to - from) while (!isStrong(text, to - 1)) to--
  let digits = ''
  for (let index = from; index < to; index++) digits += valueAt(text, index)
  return {
    from,
    to,
    digits,
    attachedLeft: from > 0 && isLetter(text.charCodeAt(from - 1)),
    attachedRight: to < text.length && isLetter(text.charCodeAt(to)),
  }
}
const wordAt = (text: string, at: number): Omit<Group, 'gap'> | undefined => {
  if (at > 0 && isLetter(text.charCodeAt(at - 1))) return undefined
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0]
  if (!word) return undefined
  return {
    from: at,
    to: at + word.length,
    digits: WORDS[word.toLowerCase()] ?? '0',
    attachedLeft: false,
    attachedRight: false,
  }
}
const couldBegin = (text: string, at: number): Omit<Group, 'gap'> | undefined => {
  const code = text.charCodeAt(at)
  if (STRONG[code] !== NONE) return groupAt(text, at)
  if (!isLetter(code)) return undefined
  if (WEAK[code] !== NONE && !(at > 0 && isLetter(text.charCodeAt(at - 1)))) {
    const group = groupAt(text, at)
    if (group) return group
  }
  return wordAt(text, at)
}
const gapAfter = (text: string, at: number): number => {
  let to = at
  while (to < text.length && to - at < MAX_GAP && isGap(text.charCodeAt(to))) to++
  return to
}

/** All runs of the text, left to right. */
export const runsOf = (text: string): Run[] => {
  const runs: Run[] = []
  let run: Group[] = []
  let at = 0
  while (at < text.length) {
    const group = couldBegin(text, at)
    if (!group) {
      at++
      if (run.length > 0) {
        runs.push(run)
        run = []
      }
      continue
    }
    const next = gapAfter(text, group.to)
    run.push({ ...group, gap: text.slice(group.to, next) })
    at = next
  }
  if (run.length > 0) runs.push(run)
  return runs
}
