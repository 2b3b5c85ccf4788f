// Comma, semicolon or tab separated text, with quotes, as spreadsheets write it.

const separatorOf = (text: string): string => {
  const line = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const count = (one: string) => line.split(one).length
  return [',', '\t', ';'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

export const readDelimited = (source: string): string[][] => {
  const text = source.replace(/^\ufeff/, '')
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === separator) {
      row.push(cell)
      cell = ''
    } else if (char === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += char
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.map((one) => one.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)))
}

/** A cell that begins like a formula is written so that no spreadsheet runs it. */
const written = (cell: string): string => {
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?\d/.test(cell) ? `'${cell}` : cell
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
/** With a byte order mark: spreadsheets take UTF-8 for something else without it. */
export const writeDelimited = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`
