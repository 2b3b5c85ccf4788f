// Running text: Q and A lines in Chinese and English, headings with what stands under them, questions with answers below.
import type { Found, Pair, Skipped } from './found.ts'

/** A marker stands at the start of its line: looking no further keeps a line of a million blanks from taking minutes. */
const HEAD = 80
const LONGEST_TITLE = 400
const LEAD = String.raw`^\s{0,3}(?:[-*+>]\s+)?(?:#{1,6}\s+)?(?:\*\*|__)?\s*(?:[(（]?\d{1,4}[.)、）]\s*)?`
const COLON = String.raw`\s?\d{0,4}\s?(?:\*\*|__)?\s?[:：]\s?(?:\*\*|__)?`
const QUESTION = new RegExp(`${LEAD}(?:Q|Question|问题?|問題?|提问|提問|客户问)${COLON}`, 'i')
const ANSWER = new RegExp(`${LEAD}(?:A|Answer|Reply|答案?|回答|回复|回覆|客服答)${COLON}`, 'i')
/** «Q1. …», «Q1、…»: a number makes it plain that this is not an option of a list. */
const NUMBERED_QUESTION = new RegExp(`${LEAD}Q\\s?\\d{1,4}\\s?[.、．]`, 'i')
const DOTTED_ANSWER = new RegExp(`${LEAD}A\\s?\\d{0,4}\\s?[.、．]`, 'i')
const HEADING = /^ {0,3}(#{1,6})\s/
const FENCE = /^ {0,3}(```|~~~)/
const RULE = /^(?:[-*_=]\s*){3,}$/
/** Before a line that asks: a number, bold, both or neither. */
const ASKING = /^(?:[-*+]\s+)?(?:\*\*|__)?\s*(?:[(（]?\d{1,4}[.)、）]\s*)?/
const LOUD = /^(?:[-*+]\s+)?(?:\*\*|__|[(（]?\d{1,4}[.)、）])/

type Line =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly depth: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'blank' }

/** What follows the marker; undefined when the line has none. */
const after = (marker: RegExp, line: string): string | undefined => {
  const found = marker.exec(line.slice(0, HEAD))
  return found === null ? undefined : line.slice(found[0].length).trim()
}
const questionIn = (line: string): string | undefined => after(QUESTION, line) ?? after(NUMBERED_QUESTION, line)
const isHeading = (line: string): boolean => HEADING.test(line.slice(0, HEAD))

/** Whether the text says itself what is a question: then commas in it make no table. */
export const looksMarked = (text: string): boolean =>
  text.split('\n').some((line) => questionIn(line) !== undefined || isHeading(line))

/** Without the bold marks around it, and without one whose other half went with the marker. */
const unbold = (text: string): string => {
  const plain = text.trim()
  for (const mark of ['**', '__']) {
    const pieces = plain.split(mark).length
    if (pieces === 3 && plain.startsWith(mark) && plain.endsWith(mark)) return plain.slice(2, -2).trim()
    if (pieces === 2 && plain.endsWith(mark)) return plain.slice(0, -2).trim()
  }
  return plain
}

const headingIn = (line: string): Line => {
  const plain = line.trim()
  const depth = /^#+/.exec(plain)![0].length
  let end = plain.length
  while (plain[end - 1] === '#') end--
  // «C#» keeps its mark; a closing row of them goes.
  const text = end < plain.length && /\s/.test(plain[end - 1] ?? '') ? plain.slice(depth, end) : plain.slice(depth)
  return { kind: 'heading', text: unbold(text), depth }
}

/** A line of its own that asks. */
const askedIn = (line: string): string | undefined => {
  if (line.length > LONGEST_TITLE) return undefined
  const asked = unbold(line.trim().slice(ASKING.exec(line.trim())![0].length))
  return asked.length > 2 && /[?？]$/.test(asked) ? asked : undefined
}

interface Open {
  readonly line: number
  readonly question: string
  /** 0: not a heading. */
  readonly depth: number
  /** Lines under it so far, before and after an answer's marker. */
  readonly before: string[]
  readonly after: string[] | null
}

/** How this text shows its questions. A looser sign is only believed where there is no plainer one. */
const readerOf = (lines: readonly string[]): ((line: string, fresh: boolean, open: Open | null) => Line) => {
  const plain = lines.some((line) => questionIn(line) !== undefined || isHeading(line))
  return (line, fresh, open) => {
    if (line.trim() === '') return { kind: 'blank' }
    const question = questionIn(line)
    if (question !== undefined) return { kind: 'question', text: unbold(question) }
    const waits = open !== null && open.after === null
    const answer = after(ANSWER, line) ?? (waits ? after(DOTTED_ANSWER, line) : undefined)
    if (answer !== undefined && waits) return { kind: 'answer', text: unbold(answer) }
    if (isHeading(line)) return headingIn(line)
    const asked = !plain && (fresh || LOUD.test(line.trim())) ? askedIn(line) : undefined
    return asked === undefined ? { kind: 'text' } : { kind: 'question', text: asked }
  }
}

/** Blank lines at both ends go, everything between stays as it was written. */
const textOf = (lines: readonly string[]): string => {
  const from = lines.findIndex((line) => line.trim() !== '')
  return from === -1 ? '' : lines.slice(from).join('\n').trimEnd()
}

const closed = (open: Open): Pair => {
  const { line, question, before, after } = open
  // With an answer's marker, what stood before it belongs to the question; without one it is the answer.
  if (after === null) return { line, question, answer: textOf(before) }
  return { line, question: [question, ...before].join(' ').replace(/\s+/g, ' ').trim(), answer: textOf(after) }
}

const createTaker = () => {
  const pairs: Pair[] = []
  const skipped: Skipped[] = []
  let open: Open | null = null
  /** `next`: what begins now. A heading directly above a question or a deeper heading is a chapter, not a question. */
  const close = (next: 'question' | number | null): void => {
    if (open === null) return
    const pair = closed(open)
    const chapter = open.depth > 0 && (next === 'question' || (typeof next === 'number' && next > open.depth))
    if (pair.answer !== '' || !chapter) pairs.push(pair)
    open = null
  }
  const take = (read: Line, raw: string, line: number): void => {
    if (read.kind === 'question' || read.kind === 'heading') {
      const depth = read.kind === 'heading' ? read.depth : 0
      close(depth === 0 ? 'question' : depth)
      open = { line, question: read.text, depth, before: [], after: null }
    } else if (open === null) {
      if (read.kind !== 'blank' && !RULE.test(raw.trim())) skipped.push({ line, why: 'no-question' })
    } else if (read.kind === 'answer') open = { ...open, after: [read.text] }
    else if (!RULE.test(raw.trim())) (open.after ?? open.before).push(raw.trimEnd())
  }
  return { take, close, pairs, skipped, open: () => open }
}

export const readLines = (text: string): Found => {
  const lines = text.split('\n')
  const readLine = readerOf(lines)
  const taker = createTaker()
  let fenced = false
  let fresh = true
  lines.forEach((raw, at) => {
    const inside = fenced
    if (FENCE.test(raw)) fenced = !fenced
    const read: Line = inside || fenced ? { kind: 'text' } : readLine(raw, fresh, taker.open())
    taker.take(read, raw, at + 1)
    fresh = raw.trim() === ''
  })
  taker.close(null)
  return { pairs: taker.pairs, skipped: taker.skipped }
}
