// CSV or TSV into rows of cells: quotes, quotes in quotes, line breaks in quotes.
export interface Row {
  /** Where it begins, from 1. */
  readonly line: number
  readonly cells: string[]
}

const separatorOf = (text: string): string => {
  const head = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'))
  return [',', '\t', ';'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!
}

/** Row after row; empty ones are left out. */
export function* splitRows(text: string): Generator<Row> {
  const separator = separatorOf(text)
  let [cells, cell, quoted, line, start]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at]
    const ends = sign === undefined || (!quoted && sign === '\n')
    if (ends || (!quoted && sign === separator)) {
      cells.push(cell)
      cell = ''
    } else if (quoted && sign === '"' && text[at + 1] === '"') cell += text[++at]!
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (sign !== '\r') cell += sign
    if (sign === '\n') line++
    if (!ends) continue
    if (cells.some((one) => one.trim() !== '')) yield { line: start, cells }
    cells = []
    start = line
  }
}
