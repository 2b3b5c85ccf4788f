// Markdown as people write it: headings, paragraphs, lists, tables, code. Marks inside a line go, their words stay.
import { createOutline, type ReadSection } from './document-shape.ts'
import { joinLines } from './read-plain.ts'

const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/
const FENCE = /^ {0,3}(```|~~~)/
const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\S)/
const RULE = /^ {0,3}(?:[-*_]\s*){3,}$/
const TABLE_LINE = /^\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$/

/** Bold, code, links and pictures as their words. */
export const plainOf = (line: string): string =>
  line
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<((?:https?:|mailto:)[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d])([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\d])/gu, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
    .trim()

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(plainOf)

const withoutFrontMatter = (lines: string[]): string[] => {
  if (lines[0] !== '---') return lines
  const end = lines.indexOf('---', 1)
  return end === -1 ? lines : lines.slice(end + 1)
}

export const readMarkdown = (text: string): ReadSection[] => {
  const outline = createOutline()
  const lines = withoutFrontMatter(text.split('\n'))
  let at = 0
  const isBreak = (line: string) =>
    line.trim() === '' || HEADING.test(line) || FENCE.test(line) || ITEM.test(line) || RULE.test(line)
  const code = (mark: string) => {
    const end = lines.findIndex((line, n) => n > at && line.trim().startsWith(mark))
    const body = lines.slice(at + 1, end === -1 ? lines.length : end).join('\n')
    at = end === -1 ? lines.length : end + 1
    if (body.trim() !== '') outline.add({ kind: 'paragraph', text: body })
  }
  const table = () => {
    const header = cellsOf(lines[at]!)
    at += 2
    const rows: string[][] = []
    while (at < lines.length && lines[at]!.includes('|') && lines[at]!.trim() !== '') rows.push(cellsOf(lines[at++]!))
    outline.add({ kind: 'table', header, rows })
  }
  const gather = (first: string): string => {
    const held = [first]
    while (at < lines.length && !isBreak(lines[at]!)) held.push(plainOf(lines[at++]!.replace(/^\s*>\s?/, '')))
    return joinLines(held.filter((line) => line !== ''))
  }
  const list = () => {
    const ordered = /^\s*\d/.test(lines[at]!)
    const items: string[] = []
    while (at < lines.length && ITEM.test(lines[at]!)) {
      items.push(gather(plainOf(lines[at++]!.replace(ITEM, ''))))
      while (lines[at]?.trim() === '' && ITEM.test(lines[at + 1] ?? '')) at++
    }
    outline.add({ kind: 'list', ordered, items: items.filter((item) => item !== '') })
  }
  while (at < lines.length) {
    const line = lines[at]!
    const heading = HEADING.exec(line)
    const next = lines[at + 1] ?? ''
    if (line.trim() === '') at++
    else if (heading !== null) {
      at++
      if (plainOf(heading[2] ?? '') !== '') outline.heading(heading[1]!.length, plainOf(heading[2]!))
    } else if (FENCE.test(line)) code(FENCE.exec(line)![1]!)
    else if (/^ {0,3}(=+|-{2,})\s*$/.test(next) && !ITEM.test(line) && !line.includes('|')) {
      outline.heading(next.trim().startsWith('=') ? 1 : 2, plainOf(line))
      at += 2
    } else if (RULE.test(line)) at++
    else if (line.includes('|') && TABLE_LINE.test(next)) table()
    else if (ITEM.test(line)) list()
    else {
      at++
      const paragraph = gather(plainOf(line.replace(/^\s*>\s?/, '')))
      if (paragraph !== '') outline.add({ kind: 'paragraph', text: paragraph })
    }
  }
  return outline.end()
}
