// Letters on pages become lines with what their looks say: headings by size, rows by gaps, paragraphs by distance.
import type { PlainLine } from './read-plain.ts'

export interface PdfItem {
  readonly text: string
  readonly x: number
  /** From the bottom. */
  readonly y: number
  readonly width: number
  /** Height of its letters. */
  readonly size: number
}
interface Line {
  readonly text: string
  readonly cells: readonly string[]
  readonly x: number
  readonly endX: number
  readonly y: number
  readonly size: number
}

const HAN = /[\u3000-\u9fff\uff00-\uffef]/
const ENDS = /[。！？!?.;；:：]$/
/** In heights of a letter. */
const GAP = { word: 0.15, cell: 1.8, paragraph: 1.75, indent: 1.2, sameLine: 0.45 }

const blankBetween = (left: string, right: string, gap: number): boolean => {
  if (gap < GAP.word || /\s$/.test(left) || /^\s/.test(right)) return false
  return !(HAN.test(left.at(-1) ?? '') && HAN.test(right[0] ?? ''))
}

const lineOf = (items: readonly PdfItem[]): Line => {
  const [first] = items
  const size = Math.max(...items.map((item) => item.size))
  const cells: string[] = ['']
  let endX = first!.x
  for (const item of items) {
    const gap = (item.x - endX) / (size || 1)
    const before = cells.at(-1)!
    if (gap > GAP.cell && before.trim() !== '') cells.push(item.text)
    else
      cells[cells.length - 1] = before + (before !== '' && blankBetween(before, item.text, gap) ? ' ' : '') + item.text
    endX = Math.max(endX, item.x + item.width)
  }
  const tidy = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '')
  return { text: tidy.join(' '), cells: tidy, x: first!.x, endX, y: first!.y, size }
}

const linesOfPage = (items: readonly PdfItem[]): Line[] => {
  const lines: PdfItem[][] = []
  for (const item of items) {
    // Blanks are often made up for a gap, which is seen anyway.
    if (item.text.trim() === '') continue
    const open = lines.at(-1)
    const near = open?.[0]
    const isSame = near !== undefined && Math.abs(near.y - item.y) <= GAP.sameLine * Math.max(near.size, item.size, 1)
    if (isSame && item.x >= open!.at(-1)!.x) open!.push(item)
    else lines.push([item])
  }
  return lines.map(lineOf).filter((line) => line.text !== '')
}

const PAGE_NUMBER =
  /^[-–—\s|/]*(?:第\s*\d{1,4}\s*页|page\s*\d{1,4}|\d{1,4})(?:\s*(?:[/／,，]|of|共)\s*\d{1,4}\s*页?)?[-–—\s|/]*$/i
/** With the number of its page, from 0, it may differ from page to page. */
const keyOf = (line: Line, page: number): string =>
  line.text.replace(/\d+/g, (digits) => (Number(digits) === page + 1 ? '#' : digits))

/** The two highest and the two lowest of a page. */
const edgesOf = (lines: readonly Line[]): Line[] => {
  const sorted = lines.toSorted((a, b) => b.y - a.y)
  return [...new Set([...sorted.slice(0, 2), ...sorted.slice(-2)])]
}

/** A heading's letters are that much larger than most. */
const LARGER = 1.12
const rounded = (size: number): number => Math.round(size * 2) / 2

/** The size most letters have. */
const bodySize = (lines: readonly Line[]): number => {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length)
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** What stands at the edge of most pages, in small letters, is not what they say. */
const withoutEdges = (pages: readonly (readonly Line[])[]): Line[][] => {
  const body = bodySize(pages.flat())
  const seen = new Map<string, number>()
  for (const [page, lines] of pages.entries())
    for (const key of new Set(edgesOf(lines).map((line) => keyOf(line, page)))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const often = Math.max(3, pages.length * 0.6)
  const repeats = (line: Line, page: number) =>
    (seen.get(keyOf(line, page)) ?? 0) >= often || PAGE_NUMBER.test(line.text)
  return pages.map((lines, page) => {
    const gone = new Set(
      edgesOf(lines)
        .filter(({ size }) => size < body * LARGER)
        .filter((line) => repeats(line, page)),
    )
    return lines.filter((line) => !gone.has(line))
  })
}

const LONGEST_HEADING = 120

const startsAnew = (line: Line, before: Line | undefined, right: number): boolean => {
  if (before === undefined) return true
  const drop = before.y - line.y
  // The next page or column: a sentence may go on there.
  if (drop < 0) return ENDS.test(before.text)
  if (drop > GAP.paragraph * Math.max(line.size, before.size)) return true
  const indented = line.x - before.x > GAP.indent * line.size && line.x - before.x < 5 * line.size
  return indented || (ENDS.test(before.text) && before.endX < right - 4 * line.size)
}

/** Lines of a whole document, edges of pages left out. */
export const linesOfPdf = (pages: readonly (readonly PdfItem[])[]): PlainLine[] => {
  const lines = withoutEdges(pages.map(linesOfPage)).flat()
  const body = bodySize(lines)
  const right = Math.max(0, ...lines.map((line) => line.endX))
  const isLarge = ({ size, text }: Line) => rounded(size) >= body * LARGER && text.length <= LONGEST_HEADING
  const sizes = [...new Set(lines.filter(isLarge).map((line) => rounded(line.size)))].toSorted((a, b) => b - a)
  const plain: PlainLine[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const level = isLarge(line) ? Math.min(6, sizes.indexOf(rounded(line.size)) + 1) : undefined
    const last = plain.at(-1)
    const goesOn = before !== undefined && before.y - line.y > 0 && before.y - line.y < 1.8 * line.size
    if (level !== undefined && last?.level === level && goesOn) {
      plain[plain.length - 1] = { ...last, text: `${last.text}${HAN.test(line.text[0]!) ? '' : ' '}${line.text}` }
      continue
    }
    plain.push({
      text: line.text,
      ...(level === undefined ? {} : { level }),
      ...(level === undefined && line.cells.length > 1 ? { cells: line.cells } : {}),
      apart: startsAnew(line, before, right),
    })
  }
  return plain
}
