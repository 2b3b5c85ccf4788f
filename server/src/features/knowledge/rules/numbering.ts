// Headings that say so by their number: 第三条, 一、, （二）, 1.2, Chapter 3.

const HAN = '[一二三四五六七八九十百零〇两]'
const MARKS: readonly (readonly [level: number, mark: RegExp])[] = [
  [1, new RegExp(`^第(?:${HAN}{1,6}|\\d{1,3})[编篇章部]`)],
  [2, new RegExp(`^第(?:${HAN}{1,6}|\\d{1,3})节`)],
  [3, new RegExp(`^第(?:${HAN}{1,6}|\\d{1,3})条`)],
  [1, /^(?:chapter|part) (?:\d{1,3}|[ivxlc]{1,7})\b[.:]?/i],
  [2, /^section \d{1,3}(?:\.\d{1,3})*\b[.:]?/i],
  [3, /^article \d{1,3}\b[.:]?/i],
  [4, new RegExp(`^${HAN}{1,4}、`)],
  [5, new RegExp(`^[（(]${HAN}{1,4}[)）]`)],
]
/** `1.2`, `1.2.3`: never a list. The digits of a price or a date do not stand before a blank or a letter. */
const DECIMAL = /^(\d{1,3}(?:[.．]\d{1,3}){1,5})(?:[.．、]|(?=\s)|(?=[^\d\s%％.,，年月日元]))/
/** `1.`, `2、`: a list as often as a heading. */
const SINGLE = /^\d{1,3}(?:[.．、]|(?=\s+\p{L}))(?!\d)/u
const LONGEST = 60
const ENDS = /[。！？；;.!?：:，,]$/

export interface Numbered {
  /** 1…11; deeper than any `level` of its own kind means below it. */
  readonly level: number
  /** The number and, when it is short, what follows it. */
  readonly heading: string
  /** What follows in the same line, when that is a sentence. */
  readonly rest: string
}

/** A bare «3.» or «2、» at the start: whether it heads something only its neighbours tell. */
export const isSingle = (line: string): boolean => SINGLE.test(line) && !DECIMAL.test(line)
export const looksLikeTitle = (line: string): boolean => line.length <= LONGEST && !ENDS.test(line)

const cut = (line: string, mark: string, level: number): Numbered => {
  if (looksLikeTitle(line)) return { level, heading: line, rest: '' }
  const rest = line.slice(mark.length).trim()
  // «第三条 退货期限：收到货…»: a title before the colon.
  const titled = /^([^：:。，,]{1,20})[：:]\s*(?=\S)/.exec(rest)
  if (titled === null) return { level, heading: mark.trim(), rest }
  return { level, heading: `${mark.trim()} ${titled[1]!.trim()}`, rest: rest.slice(titled[0].length).trim() }
}

/** Null: this line bears no number that only headings have. */
export const numbered = (line: string): Numbered | null => {
  for (const [level, pattern] of MARKS) {
    const mark = pattern.exec(line)?.[0]
    if (mark !== undefined) return cut(line, mark, level)
  }
  const decimal = DECIMAL.exec(line)
  if (decimal === null) return null
  return cut(line, decimal[0], 5 + decimal[1]!.split(/[.．]/).length)
}

/** Where a heading of one number, «3. Fees», stands: above all decimals. */
export const SINGLE_LEVEL = 6
