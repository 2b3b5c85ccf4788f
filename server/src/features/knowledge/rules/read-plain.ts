// Running text without marks: headings by their numbers and by standing alone, lists by their bullets, the rest paragraphs.
import { type Block, createOutline, type ReadSection } from './document-shape.ts'
import { isSingle, looksLikeTitle, numbered, SINGLE_LEVEL } from './numbering.ts'

const BULLET = /^[-*•·●◦▪‣–]\s+(?=\S)/
const ITEM = /^\d{1,3}[.)、．）]\s*(?=\S)/
const HAN_END = /[\u3000-\u9fff\uff00-\uffef]$/
const HAN_START = /^[\u3000-\u9fff\uff00-\uffef]/

/** Lines of one paragraph: Chinese is written on without a blank, a word cut by a hyphen becomes whole. */
export const joinLines = (lines: readonly string[]): string =>
  lines.reduce((text, line) => {
    if (text === '') return line
    if (/[a-z]-$/.test(text) && /^[a-z]/.test(line)) return text.slice(0, -1) + line
    return HAN_END.test(text) && HAN_START.test(line) ? text + line : `${text} ${line}`
  }, '')

/** One line of a text, with what is known of it. */
export interface PlainLine {
  readonly text: string
  /** A heading by its looks, such as the size of its letters; 1 is the highest. */
  readonly level?: number
  /** Nothing of the paragraph before it goes on here. */
  readonly apart?: boolean
  /** Cells of a row, when it looks like one. */
  readonly cells?: readonly string[]
}

const stripped = (line: string, mark: RegExp) => line.replace(mark, '').trim()

/** Whether a line of one number heads something: its neighbours are no such lines. */
const headsAlone = (lines: readonly PlainLine[], at: number): boolean => {
  const { text } = lines[at]!
  if (!isSingle(text) || !looksLikeTitle(text)) return false
  const next = lines.slice(at + 1).find((line) => line.text !== '')
  const before = lines.slice(0, at).findLast((line) => line.text !== '')
  return next !== undefined && !isSingle(next.text) && !(before !== undefined && isSingle(before.text))
}

const STOPS_BLOCK = (line: PlainLine): boolean =>
  line.text === '' ||
  line.level !== undefined ||
  BULLET.test(line.text) ||
  ITEM.test(line.text) ||
  line.cells !== undefined

export const readLinesOfText = (lines: readonly PlainLine[]): ReadSection[] => {
  const outline = createOutline()
  let at = 0
  const take = (fits: (line: PlainLine) => boolean): PlainLine[] => {
    const from = at
    while (at < lines.length && fits(lines[at]!)) at++
    return lines.slice(from, at)
  }
  const list = (mark: RegExp, ordered: boolean): Block => {
    const items: string[] = []
    while (at < lines.length && mark.test(lines[at]!.text)) {
      const first = stripped(lines[at++]!.text, mark)
      const more = take((line) => !STOPS_BLOCK(line) && line.apart !== true && numbered(line.text) === null)
      items.push(joinLines([first, ...more.map(({ text }) => text)]))
      if (lines[at]?.text === '' && mark.test(lines[at + 1]?.text ?? '')) at++
    }
    return { kind: 'list', ordered, items }
  }
  const table = (width: number): Block => {
    const [header, ...rows] = take((line) => line.cells?.length === width).map((line) => line.cells!)
    return { kind: 'table', header: header!, rows }
  }
  const paragraph = (): Block => {
    const first = lines[at++]!.text
    const more = take((line) => !STOPS_BLOCK(line) && line.apart !== true && numbered(line.text) === null)
    return { kind: 'paragraph', text: joinLines([first, ...more.map(({ text }) => text)]) }
  }
  while (at < lines.length) {
    const line = lines[at]!
    const mark = line.level === undefined ? numbered(line.text) : null
    if (line.text === '') at++
    else if (line.level !== undefined) outline.heading(line.level, lines[at++]!.text)
    else if (mark !== null) {
      at++
      outline.heading(10 + mark.level, mark.heading)
      if (mark.rest !== '') outline.add({ kind: 'paragraph', text: mark.rest })
    } else if (headsAlone(lines, at)) outline.heading(10 + SINGLE_LEVEL, lines[at++]!.text)
    else if (line.cells !== undefined && lines[at + 1]?.cells?.length === line.cells.length)
      outline.add(table(line.cells.length))
    else if (BULLET.test(line.text)) outline.add(list(BULLET, false))
    else if (ITEM.test(line.text)) outline.add(list(ITEM, true))
    else outline.add(paragraph())
  }
  return outline.end()
}

const RULER = /^([=\-~_*])\1{2,}$/

/** A short line between blank ones, with text below: a title. One with a ruler below it is one anyway. */
const lineOf = (lines: readonly string[], at: number): PlainLine => {
  const text = lines[at]!
  const [before, next] = [lines[at - 1] ?? '', lines[at + 1] ?? '']
  if (RULER.test(text)) return { text: '' }
  if (text !== '' && text.length <= 80 && /^[=-]{3,}$/.test(next)) return { text, level: next.startsWith('=') ? 1 : 2 }
  const alone = text !== '' && before === '' && next === '' && lines[at + 2] !== undefined && lines[at + 2] !== ''
  const titled = alone && text.length <= 40 && looksLikeTitle(text) && !BULLET.test(text) && !ITEM.test(text)
  return titled && numbered(text) === null ? { text, level: 3 } : { text }
}

export const readPlain = (text: string): ReadSection[] => {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  return readLinesOfText(lines.map((_, at) => lineOf(lines, at)))
}
