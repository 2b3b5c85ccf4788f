// Tables: of error codes, of products, of properties, of places.

import type { About } from './about.ts'
import { codeName } from './codes.ts'
import type { Finding } from './found.ts'
import type { Lines, Table } from './lines.ts'
import { remedy } from './read-codes.ts'
import { measureOf } from './values.ts'
import { COLUMNS, isSpecHeading, placesIn, policyNamed } from './words.ts'

interface Given {
  readonly about: About
  readonly lines: Lines
  readonly headings: readonly string[]
}
const MOST_ROWS = 40
const CODE_CELL = /^(?:[A-Za-z]{1,4}[ -]?)?\d{1,4}[a-z]?$/

const columnOf = (header: readonly string[], names: RegExp, but = -1): number =>
  header.findIndex((cell, at) => at !== but && names.test(cell))

const readCodeTable = (found: Finding, { header, rows }: Table, { about }: Given): boolean => {
  const code = columnOf(header, COLUMNS.code)
  if (code < 0 || !rows.every((row) => CODE_CELL.test(row[code] ?? '') || (row[code] ?? '') === '')) return false
  const help = columnOf(header, COLUMNS.remedy, code)
  const cause = header.findIndex((cell, at) => at !== code && at !== help && COLUMNS.cause.test(cell))
  for (const row of rows.slice(0, MOST_ROWS)) {
    const said = row[code] ?? ''
    if (said === '') continue
    const quote = row.join(' | ')
    const label = codeName(said)
    const key = found.node({ kind: 'error-code', label, value: row[cause] ?? '', scope: about.productLabel }, quote)
    found.edge('applies-to', [key, about.product], { quote })
    remedy(found, { code: { key, label }, text: row[help] ?? '', about, quote })
  }
  return true
}

const readProductTable = (found: Finding, { header, rows }: Table): boolean => {
  if (!COLUMNS.product.test(header[0] ?? '') || header.length < 2) return false
  for (const row of rows.slice(0, MOST_ROWS)) {
    const name = row[0] ?? ''
    const quote = row.join(' | ')
    const product = name.length > 60 ? null : found.node({ kind: 'product', label: name }, quote)
    for (const [at, label] of header.entries()) {
      const value = row[at] ?? ''
      if (at === 0 || value === '' || product === null) continue
      const attribute = found.node({ kind: 'attribute', label, scope: name, ...(measureOf(value) ?? { value }) }, quote)
      found.edge('has-attribute', [product, attribute], { quote })
    }
  }
  return true
}

/** Rows of places: what holds there is a property of the policy, valid in the place. */
const readPlaceTable = (found: Finding, { header, rows }: Table, { about, headings }: Given): boolean => {
  const at = columnOf(header, COLUMNS.place)
  const name = policyNamed(header.join(' ')) ?? policyNamed(headings.join(' '))
  const policy =
    about.policy ?? (name === null ? null : found.node({ kind: 'policy', label: name }, header.join(' | ')))
  if (at < 0 || policy === null) return false
  for (const row of rows.slice(0, MOST_ROWS)) {
    const quote = row.join(' | ')
    const said = row[at] ?? ''
    const places = placesIn(said)
    const keys = (places.length > 0 ? places : [said]).map((label) => found.node({ kind: 'place', label }, quote))
    for (const [column, label] of header.entries()) {
      const value = row[column] ?? ''
      if (column === at || value === '') continue
      const named = `${said} ${label}`
      const attribute = found.node(
        { kind: 'attribute', label: named, scope: headings.join(' '), ...(measureOf(value) ?? { value }) },
        quote,
      )
      found.edge('has-attribute', [policy, attribute], { quote })
      for (const key of keys) found.edge('valid-in', [attribute, key], { quote })
    }
  }
  return true
}

/** Two columns of names and values, of the product above. */
const readPropertyTable = (found: Finding, { header, rows }: Table, { about, headings }: Given): boolean => {
  const { product, productLabel } = about
  const named = COLUMNS.property.test(header[0] ?? '') && COLUMNS.value.test(header[1] ?? '')
  if (product === null || header.length !== 2 || !(named || isSpecHeading(headings.at(-1) ?? ''))) return false
  for (const [label = '', value = ''] of named ? rows : [header, ...rows].slice(0, MOST_ROWS)) {
    const quote = `${label} | ${value}`
    const key = found.node({ kind: 'attribute', label, scope: productLabel, ...(measureOf(value) ?? { value }) }, quote)
    found.edge('has-attribute', [product, key], { quote })
  }
  return true
}

const READERS = [readCodeTable, readPlaceTable, readPropertyTable, readProductTable] as const

export const readTables = (found: Finding, given: Given): void => {
  for (const table of given.lines.tables) READERS.some((read) => read(found, table, given))
}
