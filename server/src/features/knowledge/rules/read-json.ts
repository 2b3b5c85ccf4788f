// Questions and answers as JSON: an array of {question, answer}, as other products export them.
import { columnOf } from './column-names.ts'
import type { Found, Pair, Skipped } from './found.ts'

/** The line each element of the outermost array begins on. The text has been parsed: it is JSON. */
const linesOfElements = (text: string): number[] => {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let quoted = false
  let wanted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '\n') line++
    if (quoted) {
      if (letter === '\\') at++
      else if (letter === '"') quoted = false
      continue
    }
    if (wanted && !/[\s\]]/.test(letter)) {
      lines.push(line)
      wanted = false
    }
    if (letter === '"') quoted = true
    else if (letter === '[' || letter === '{') wanted = ++depth === 1
    else if (letter === ']' || letter === '}') depth--
    else if (letter === ',' && depth === 1) wanted = true
  }
  return lines
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

const readOne = (value: unknown, line: number): Pair | Skipped => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, why: 'no-question' }
  let question = ''
  let answer = ''
  let wordings: string[] = []
  for (const [name, held] of Object.entries(value)) {
    const column = columnOf(name)
    if (column === 'question' && question === '') question = asText(held)
    if (column === 'answer' && answer === '') answer = asText(held)
    if (column === 'wordings') wordings = asTexts(held)
  }
  const [first = '', ...rest] = wordings
  return question.trim() === ''
    ? { line, question: first, answer, wordings: rest }
    : { line, question, answer, wordings }
}

/** Null: this is no array of JSON. */
export const readJson = (text: string): Found | null => {
  if (!text.trimStart().startsWith('[')) return null
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(list)) return null
  const lines = linesOfElements(text)
  const pairs: Pair[] = []
  const skipped: Skipped[] = []
  list.forEach((value, at) => {
    const read = readOne(value, lines[at] ?? 1)
    if ('why' in read) skipped.push(read)
    else pairs.push(read)
  })
  return { pairs, skipped }
}
