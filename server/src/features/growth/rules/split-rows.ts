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

/** Empty rows are left out. */
export const splitRows = (text: string): Row[] => {
  const separator = separatorOf(text)
  const rows: Row[] = []
  let [cells, cell, quoted, line, start]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  const endRow = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: start, cells })
    cells = []
    cell = ''
    start = line + 1
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[++at]!
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (!quoted && sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
    if (sign === '\n') line++
  }
  endRow()
  return rows
}
