// CSV as spreadsheets write it and as they may safely open it.

export interface CsvRow {
  /** Line of the file where the row begins, from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

/** Comma, semicolon or tab: whichever the first line has most of outside quotes. */
const separatorOf = (text: string): string => {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)
  const times = (each: string) => first.split(each).length
  return ['\t', ';'].reduce((best, each) => (times(each) > times(best) ? each : best), ',')
}

/** Rows that have anything in them. A quote that never closes takes the rest of the text. */
export const readCsv = (text: string): CsvRow[] => {
  const cut = separatorOf(text)
  const rows: CsvRow[] = []
  let fields: string[] = []
  let field = ''
  let line = 1
  let begun = 1
  let quoted = false
  const endRow = () => {
    fields.push(field)
    if (fields.some((each) => each.trim() !== '')) rows.push({ line: begun, fields })
    fields = []
    field = ''
  }
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const sign = text[i]!
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text[i + 1] === '"') field += text[++i]
      else quoted = false
    } else if (sign === '"' && field === '') quoted = true
    else if (sign === cut) {
      fields.push(field)
      field = ''
    } else if (sign === '\n') {
      endRow()
      begun = line
    } else if (sign !== '\r') field += sign
  }
  endRow()
  return rows
}

/** What a spreadsheet would take for a formula begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/
const GUARDED = /^'(?=[=+\-@\t\r])/

const cell = (value: string): string => {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
/** With a byte order mark, so that spreadsheets read it as UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

/** A cell as it was before `writeCsv` guarded it. */
export const plainCell = (value: string): string => value.trim().replace(GUARDED, '')
